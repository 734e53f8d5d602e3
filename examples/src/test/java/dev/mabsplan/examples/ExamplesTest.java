package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.PackUsed;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanHtml;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.render.PlanMarkdown;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.facts.document.FactsDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every facts file gives the plans kept for it, in every form and language. After a change that is
 * meant, {@code mvn -pl examples -am test -Dgolden.update=true} writes them anew; read the
 * difference before committing it.
 */
class ExamplesTest {

  private static final Path FACTS = Path.of("facts");
  private static final Path PLANS = Path.of("src/test/resources/plans");
  private static final String[] PAGES = {"vss-disabled", "two-servers-three-errors"};
  private static final int CHAT_CARD = 28 * 1024;
  private static final Planner PLANNER = Planner.shipped();

  @TestFactory
  Stream<DynamicNode> everyExampleGivesItsPlans() {
    return facts().stream()
        .map(
            file -> {
              String name = file.getFileName().toString().replace(".json", "");
              return dynamicContainer(
                  name,
                  Stream.of(
                      dynamicTest(
                          "text, English",
                          () -> kept(name + ".en.txt", text(file, Language.ENGLISH))),
                      dynamicTest(
                          "text, Swedish",
                          () -> kept(name + ".sv.txt", text(file, Language.SWEDISH))),
                      dynamicTest(
                          "JSON",
                          () ->
                              kept(name + ".json", PlanJson.write(plan(file, Language.ENGLISH))))));
            });
  }

  @TestFactory
  Stream<DynamicNode> everyExampleAndItsPlanAreAsTheirSchemasSay() {
    Schema factsSchema = schema(FactsDocument.schema());
    Schema planSchema = schema(PlanJson.schema());
    return facts().stream()
        .map(
            file ->
                dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      assertEquals(
                          List.of(),
                          factsSchema.validate(Files.readString(file), InputFormat.JSON));
                      for (Language language : Language.all()) {
                        assertEquals(
                            List.of(),
                            planSchema.validate(
                                PlanJson.write(plan(file, language)), InputFormat.JSON));
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicNode> whatIsCalledHealthyHasNoProblem() {
    return facts().stream()
        .filter(file -> file.getFileName().toString().contains("healthy"))
        .map(
            file ->
                dynamicTest(
                    file.getFileName().toString(),
                    () ->
                        assertTrue(
                            plan(file, Language.ENGLISH).isEmpty(),
                            () -> text(file, Language.ENGLISH))));
  }

  /** A page is long, and two show all there is to it. */
  @TestFactory
  Stream<DynamicNode> someExamplesGiveTheirPages() {
    return Stream.of(PAGES)
        .flatMap(
            name ->
                Language.all().stream()
                    .map(
                        language ->
                            dynamicTest(
                                name + "." + language.tag(),
                                () -> {
                                  Plan plan =
                                      plan(FACTS.resolve(name + ".json"), language)
                                          .withoutSources();
                                  String to = name + "." + language.tag();
                                  kept(to + ".md", PlanMarkdown.write(plan, Detail.ALL));
                                  kept(to + ".html", PlanHtml.write(plan, Detail.ALL));
                                })));
  }

  @TestFactory
  Stream<DynamicNode> everyExampleFitsAChatMessageInShort() {
    return facts().stream()
        .map(
            file ->
                dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      for (Language language : Language.all()) {
                        String brief = PlanMarkdown.write(plan(file, language), Detail.BRIEF);
                        assertTrue(brief.getBytes(StandardCharsets.UTF_8).length < CHAT_CARD);
                      }
                    }));
  }

  /**
   * What is missing is the business of the other tests, which write it where it is to be renewed.
   */
  @Test
  void nothingIsKeptForAnExampleThatIsGone() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (Path file : facts()) {
      String name = file.getFileName().toString().replace(".json", "");
      expected.addAll(List.of(name + ".en.txt", name + ".sv.txt", name + ".json"));
    }
    for (String name : PAGES) {
      for (Language language : Language.all()) {
        String to = name + "." + language.tag();
        expected.addAll(List.of(to + ".md", to + ".html"));
      }
    }
    try (Stream<Path> kept = Files.list(PLANS)) {
      Set<String> names = new TreeSet<>();
      kept.forEach(file -> names.add(file.getFileName().toString()));
      names.removeAll(expected);
      assertEquals(Set.of(), names);
    }
  }

  /** What is kept has none, so that a word of a pack changes no plan but those that show it. */
  @Test
  void ofEveryPackAPlanHasADigestOfSixteenBytes() {
    Plan plan = plan(FACTS.resolve("vss-disabled.json"), Language.ENGLISH);

    assertEquals(
        plan.packs().stream().map(pack -> "\"digest\":\"" + pack.digest() + "\"").toList(),
        Golden.DIGEST.matcher(PlanJson.write(plan)).results().map(MatchResult::group).toList());
    assertEquals(4, plan.packs().stream().map(PackUsed::digest).distinct().count());
  }

  @Test
  void theProgramThatEmbedsThePlannerPrintsTheStepsOfAPlan() {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      PlanFromMonitoring.main(new String[0]);
    } finally {
      System.setOut(console);
    }
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals("1 Let the Volume Shadow Copy service start", lines.get(0));
    assertEquals("2 Run a synchronization with consistency check", lines.get(1));
  }

  private static void kept(String name, String plan) throws IOException {
    Golden.assertSame(PLANS.resolve(name), plan);
  }

  private static String text(Path file, Language language) {
    return PlanText.write(plan(file, language), PlanText.USUAL_WIDTH, false, Detail.BRIEF);
  }

  private static Plan plan(Path file, Language language) {
    return PLANNER.plan(FactsDocument.read(file), language);
  }

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }

  private static List<Path> facts() {
    try (Stream<Path> files = Files.list(FACTS)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
