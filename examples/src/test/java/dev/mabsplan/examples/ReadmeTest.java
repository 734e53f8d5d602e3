package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.facts.document.FactsDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README, and the pages that it leads to, show is what there is. */
class ReadmeTest {

  private static final Page README = Page.of("README.md");
  private static final Path FACTS = Path.of("facts/vss-disabled.json");
  private static final String COMMAND = "    java -jar rules/target/mabsplan.jar ";
  private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** Who comes by reads that much. */
  private static final int LONGEST = 10_000;

  @Test
  void itIsShort() {
    int bytes = README.text().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes <= LONGEST, () -> bytes + " bytes");
  }

  @Test
  void theFactsItShowsAreTheExample() throws IOException {
    assertEquals(Files.readString(FACTS), README.block("json"));
  }

  @Test
  void thePlanItShowsIsHowThePlanOfTheExampleBegins() {
    String plan =
        PlanText.write(
            Planner.shipped().plan(FactsDocument.read(FACTS), Language.ENGLISH),
            PlanText.USUAL_WIDTH,
            false,
            Detail.BRIEF);
    String shown = README.block("text");
    assertTrue(
        plan.startsWith(shown), () -> "the README shows\n" + shown + "\nthe plan is\n" + plan);
    assertTrue(shown.contains("2  Run a synchronization"), "two steps are shown");
  }

  @Tag("slow")
  @Test
  void theCommandsItShowsMakeAPlan() throws IOException, InterruptedException {
    List<String> commands =
        README.section("Ways in").text().lines().filter(line -> line.startsWith(COMMAND)).toList();
    assertEquals(2, commands.size());
    for (String command : commands) {
      String[] args =
          ARGUMENT
              .matcher(command.substring(COMMAND.length()))
              .results()
              .map(ReadmeTest::argument)
              .toArray(String[]::new);
      Command done = Command.run(Path.of(".."), List.of(), args);
      assertEquals(0, done.code(), () -> command + "\n" + done.err());
      assertTrue(done.out().contains("the replica of D:\\ is inconsistent"), done.out());
    }
  }

  private static String argument(MatchResult argument) {
    return argument.group(1) == null ? argument.group(2) : argument.group(1);
  }

  @Test
  void thePlanAsJsonIsNoLongerThanItSays() {
    String json =
        PlanJson.write(Planner.shipped().plan(FactsDocument.read(FACTS), Language.ENGLISH));

    assertTrue(json.length() <= 8_000, () -> json.length() + " bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "README.md, Planner planner =, examples/src/main/java/dev/mabsplan/examples/PlanFromMonitoring.java",
    "engine/README.md, Planner planner =, examples/src/main/java/dev/mabsplan/examples/PlanFromMonitoring.java",
    "engine/junit/README.md, PlanAssert.assertThat, examples/src/test/java/dev/mabsplan/examples/PlanFromMonitoringTest.java",
    "engine/junit/README.md, @Suite, rules/src/test/java/dev/mabsplan/rules/ScenariosTest.java"
  })
  void theJavaThatIsShownIsInUse(String page, String beginning, String file) {
    String source = Page.of(file).text();
    String shown = Page.of(page).blockBeginning("java", beginning);
    String asThere = source.contains(shown) ? shown : shown.indent(4);
    assertTrue(source.contains(asThere), () -> "not in " + file + ":\n" + shown);
  }

  @Test
  void theNumberOfScenariosThatIsShownIsThatOfTheCatalog() {
    String catalog = Page.of("rules/catalog/README.md").text();
    Matcher scenarios = Pattern.compile("(\\d+) scenarios\\.").matcher(catalog);
    assertTrue(scenarios.find(), catalog);
    String said = "their " + scenarios.group(1) + " scenarios notice";
    assertTrue(
        Page.of("rules/README.md").text().contains(said), () -> "the page does not say " + said);
  }

  /** What is left out stands as a line with three dots. */
  @ParameterizedTest
  @CsvSource({
    "yaml, '  inconsistent:', replica/topic.yaml",
    "yaml, agent-service:, basics/probes.yaml",
    "drl, // A disabled, replica/rules.drl"
  })
  void whatIsShownOfAPackIsInTheCatalog(String kind, String beginning, String file) {
    String shown = Page.of("rules/README.md").blockBeginning(kind, beginning);
    String there = Page.of("rules/catalog/" + file).text();
    int from = 0;
    for (String part : shown.split("(?m)^ *…\n", -1)) {
      from = there.indexOf(part, from);
      assertTrue(from >= 0, () -> "not in " + file + ":\n" + part);
      from += part.length();
    }
  }
}
