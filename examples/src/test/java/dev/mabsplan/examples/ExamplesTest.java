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
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Every facts file gives the plans kept for it, in every form and language. After a change that is
 * meant, {@code mvn -pl examples -am test -Dgolden.update=true} writes them anew; read the
 * difference before committing it.
 */
class ExamplesTest {

  private static final Path FACTS = Path.of("facts");
  private static final Path PLANS = Path.of("src/test/resources/plans");
  private static final Set<String> PAGES = Set.of("vss-disabled", "two-servers-three-errors");
  private static final Pattern LOOK =
      Pattern.compile(
          "(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)|(?<='sha256-)[^']+",
          Pattern.DOTALL);
  private static final int CHAT_CARD = 28 * 1024;
  private static final Planner PLANNER = Planner.shipped();

  /** A form that a plan is written in, by the ending of its files. */
  private enum Form {
    TXT {
      @Override
      String write(Plan plan) {
        return PlanText.write(plan, PlanText.USUAL_WIDTH, false, Detail.BRIEF);
      }
    },
    JSON {
      @Override
      String write(Plan plan) {
        return PlanJson.write(plan);
      }
    },
    MD {
      @Override
      String write(Plan plan) {
        return PlanMarkdown.write(plan.withoutSources(), Detail.ALL);
      }
    },
    HTML {
      @Override
      String write(Plan plan) {
        return PlanHtml.write(plan.withoutSources(), Detail.ALL);
      }
    };

    abstract String write(Plan plan);

    String file(Path facts, Language language) {
      return called(facts) + "." + language.tag() + "." + name().toLowerCase(Locale.ROOT);
    }
  }

  @TestFactory
  Stream<DynamicNode> everyExampleGivesItsPlans() {
    return facts().stream()
        .map(
            facts ->
                dynamicContainer(
                    called(facts), Language.all().stream().flatMap(in -> inEachForm(facts, in))));
  }

  private static Stream<DynamicNode> inEachForm(Path facts, Language language) {
    return Stream.of(Form.values())
        .map(
            form ->
                dynamicTest(
                    form.file(facts, language),
                    () ->
                        Golden.assertSame(
                            PLANS.resolve(form.file(facts, language)),
                            kept(facts, form.write(plan(facts, language))))));
  }

  /** How a page looks and what it can do stands in two, so that a change of it touches no other. */
  private static String kept(Path facts, String written) {
    return PAGES.contains(called(facts)) ? written : LOOK.matcher(written).replaceAll("…");
  }

  private static String called(Path facts) {
    return facts.getFileName().toString().replace(".json", "");
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
    for (Path facts : facts()) {
      for (Language language : Language.all()) {
        Stream.of(Form.values()).forEach(form -> expected.add(form.file(facts, language)));
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
  @ResourceLock(Resources.SYSTEM_OUT)
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

  private static String text(Path file, Language language) {
    return Form.TXT.write(plan(file, language));
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
