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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README shows is what there is. */
class ReadmeTest {

  private static final Path README = Path.of("../README.md");
  private static final Path FACTS = Path.of("facts/vss-disabled.json");

  @Test
  void theFactsItShowsAreTheExample() throws IOException {
    assertEquals(Files.readString(FACTS), block("json"));
  }

  @Test
  void thePlanItShowsIsHowThePlanOfTheExampleBegins() throws IOException {
    String plan =
        PlanText.write(
            Planner.shipped().plan(FactsDocument.read(FACTS), Language.ENGLISH),
            PlanText.USUAL_WIDTH,
            false,
            Detail.BRIEF);
    String shown = block("text");
    assertTrue(
        plan.startsWith(shown), () -> "the README shows\n" + shown + "\nthe plan is\n" + plan);
    assertTrue(shown.contains("2  Run a synchronization"), "two steps are shown");
  }

  @Test
  void thePlanAsJsonIsNoLongerThanItSays() throws IOException {
    String json =
        PlanJson.write(Planner.shipped().plan(FactsDocument.read(FACTS), Language.ENGLISH));

    assertTrue(json.length() <= 8_000, () -> json.length() + " bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "Planner planner =, src/main/java/dev/mabsplan/examples/PlanFromMonitoring.java",
    "PlanAssert.assertThat, src/test/java/dev/mabsplan/examples/PlanFromMonitoringTest.java",
    "@Suite, ../rules/src/test/java/dev/mabsplan/rules/ScenariosTest.java"
  })
  void theJavaItShowsIsInUse(String beginning, String file) throws IOException {
    String source = Files.readString(Path.of(file));
    String shown = blockBeginning("java", beginning);
    String asThere = source.contains(shown) ? shown : shown.indent(4);
    assertTrue(source.contains(asThere), () -> "not in " + file + ":\n" + shown);
  }

  @Test
  void theNumbersOfScenariosItShowsAreThoseOfTheCatalog() throws IOException {
    String page = Files.readString(Path.of("../rules/catalog/README.md"));
    Matcher scenarios = Pattern.compile("(\\d+) scenarios\\.").matcher(page);
    assertTrue(scenarios.find(), page);
    String said = "their " + scenarios.group(1) + " scenarios notice";
    assertTrue(Files.readString(README).contains(said), () -> "the README does not say " + said);
  }

  @Test
  void theRuleItShowsIsInTheCatalog() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf("// A disabled Volume Shadow Copy service");
    String shown = readme.substring(start, readme.indexOf("```", start));
    String rules = Files.readString(Path.of("../rules/catalog/replica/rules.drl"));
    assertTrue(rules.contains(shown), () -> "not in the catalog:\n" + shown);
  }

  /** The first block of a language. */
  private static String block(String language) throws IOException {
    return blockBeginning(language, "");
  }

  private static String blockBeginning(String language, String beginning) throws IOException {
    String readme = Files.readString(README);
    String opening = "```" + language + "\n" + beginning;
    assertTrue(readme.contains(opening), () -> "no block begins with " + opening);
    int start = readme.indexOf(opening) + opening.length() - beginning.length();
    return readme.substring(start, readme.indexOf("```", start));
  }
}
