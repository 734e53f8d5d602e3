package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed for an error alone is short enough to follow: two screens of fifty lines. */
@Tag("slow")
class BriefPlansTest {

  private static final int COLUMNS = 80;
  private static final int ROWS = 100;

  /** Every message and every number of the catalog, in both languages. */
  static Stream<Arguments> errors() {
    return Workshop.of(Catalog.PLANNER)
        .knowledge()
        .symptoms()
        .flatMap(symptom -> texts(symptom).stream())
        .distinct()
        .flatMap(text -> Language.all().stream().map(language -> Arguments.of(text, language)));
  }

  private static List<String> texts(KnownSymptom symptom) {
    List<String> texts = new ArrayList<>();
    symptom.messages().stream()
        .map(message -> message.replace("{server}", "FS01").replace("{dataSource}", "D:\\"))
        .map(message -> message.replaceAll("\\{[A-Za-z]+}", "Something"))
        .forEach(texts::add);
    symptom.ids().values().forEach(ids -> ids.forEach(id -> texts.add("ID " + id)));
    return texts;
  }

  private static Plan plan(String text, Language language) {
    Facts facts = Facts.builder().error(ReportedError.ofText(text)).build();
    return Catalog.PLANNER.plan(facts, language);
  }

  private static int rows(String text) {
    return text.lines().mapToInt(line -> Math.max(1, (line.length() + 79) / COLUMNS)).sum();
  }

  @ParameterizedTest
  @MethodSource("errors")
  void fitsTwoScreens(String error, Language language) {
    String text = PlanText.write(plan(error, language), COLUMNS, false, Detail.BRIEF);

    assertTrue(rows(text) <= ROWS, () -> rows(text) + " rows\n" + text);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void namesEveryStep(String error, Language language) {
    Plan plan = plan(error, language);
    String text = PlanText.write(plan, COLUMNS, false, Detail.BRIEF);
    List<String> numbers =
        text.lines()
            .filter(line -> line.matches(" {0,2}\\d+[a-z]? {2}\\S.*"))
            .map(line -> line.strip().split(" ", 2)[0])
            .toList();
    List<String> expected = new ArrayList<>(plan.steps().stream().map(Step::number).toList());
    plan.escalation().ifPresent(last -> expected.add(last.number()));

    assertEquals(expected, numbers, text);
  }
}
