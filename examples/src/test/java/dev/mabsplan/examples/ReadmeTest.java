package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.facts.document.FactsDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
            false);
    String shown = block("text");
    assertTrue(
        plan.startsWith(shown), () -> "the README shows\n" + shown + "\nthe plan is\n" + plan);
    assertTrue(shown.contains("2  Run a synchronization"), "two steps are shown");
  }

  @Test
  void theProgramItShowsIsTheExample() throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/dev/mabsplan/examples/PlanFromMonitoring.java"));
    String shown = block("java").indent(4);
    assertTrue(source.contains(shown), () -> "not in the example:\n" + shown);
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
    String readme = Files.readString(README);
    String opening = "```" + language + "\n";
    int start = readme.indexOf(opening) + opening.length();
    return readme.substring(start, readme.indexOf("```", start));
  }
}
