package dev.mabsplan.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTextTest {

  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private static String text(Plan plan) {
    return PlanText.write(plan, PlanText.USUAL_WIDTH, false, true);
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  static Stream<Arguments> plansAndWidths() {
    return Plans.ofAllShapes().stream()
        .flatMap(plan -> Stream.of(40, 60, 80, 100).map(width -> Arguments.of(plan, width)));
  }

  /** Returns what stays in one piece so that it can be copied. */
  private static Set<String> commands(Plan plan) {
    Set<String> commands = new TreeSet<>();
    for (Step step : plan.steps()) {
      step.commands().ifPresent(run -> commands.addAll(run.lines()));
      step.verification().command().ifPresent(commands::add);
      step.verification().says().ifPresent(commands::add);
      commands.addAll(step.undo().commands());
    }
    plan.questions().stream()
        .map(Question::command)
        .forEach(command -> command.ifPresent(commands::add));
    return commands;
  }

  /** A name or an address that is longer than a line can't be broken. */
  private static boolean endsInOneLongWord(String line, int width) {
    String said = line.replaceFirst("^.*? {2,}(\\S+( \\S+)* {2,})?", "");
    return !said.contains(" ") && said.length() > width / 2;
  }

  private static List<String> tooLong(Plan plan, int width, boolean ledger) {
    Set<String> commands = commands(plan);
    return lines(PlanText.write(plan, width, false, ledger)).stream()
        .filter(line -> line.length() > width)
        .filter(line -> commands.stream().noneMatch(line::endsWith))
        .filter(line -> !endsInOneLongWord(line, width))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("plansAndWidths")
  void keepsToItsWidthExceptInCommands(Plan plan, int width) {
    assertEquals(List.of(), tooLong(plan, width, false));
  }

  @ParameterizedTest
  @MethodSource("plansAndWidths")
  void keepsToItsWidthWithTheLedgerToo(Plan plan, int width) {
    assertEquals(List.of(), tooLong(plan, width, true));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void keepsToFortyColumnsWhereSomebodyAsksForLess(Language language) {
    assertEquals(
        PlanText.write(Plans.full(language), 40, false, false),
        PlanText.write(Plans.full(language), 10, false, false));
  }

  @ParameterizedTest
  @MethodSource("plansAndWidths")
  void leavesNoBlankAtTheEndOfALine(Plan plan, int width) {
    assertEquals(
        List.of(),
        lines(PlanText.write(plan, width, false, true)).stream()
            .filter(line -> line.endsWith(" "))
            .toList());
  }

  @ParameterizedTest
  @MethodSource("plansAndWidths")
  void endsWithOneLineFeedAndBeginsWithNone(Plan plan, int width) {
    String text = PlanText.write(plan, width, false, false);

    assertTrue(text.endsWith("\n"), text);
    assertFalse(text.endsWith("\n\n"), text);
    assertFalse(text.startsWith("\n"), text);
  }

  @ParameterizedTest
  @MethodSource("plansAndWidths")
  void leavesNoTwoLinesEmpty(Plan plan, int width) {
    assertFalse(PlanText.write(plan, width, false, true).contains("\n\n\n"));
  }

  @Test
  void aLongTitleIsWrappedAndWhatStandsBesideItMovesBelow() {
    Step step =
        Plans.titled(
            Plans.bare("1", Status.REQUIRED),
            "Install all the updates that the backup server has waited for since the spring of last year",
            "MABS01");

    List<String> lines = lines(text(Plans.of(Language.ENGLISH, step)));

    assertEquals(
        List.of(
            "  1  Install all the updates that the backup server has waited for since the",
            "     spring of last year",
            " ".repeat(80 - 14) + "MABS01  20 min"),
        lines.subList(2, 5));
  }

  @Test
  void aFullyQualifiedNameIsShortenedBesideATitle() {
    Step step =
        Plans.titled(Plans.bare("1", Status.REQUIRED), "Do it", "mabs01.backup.corp.contoso.com");

    assertTrue(
        text(Plans.of(Language.ENGLISH, step))
            .contains("  1  Do it" + " ".repeat(56) + "mabs01  20 min"));
  }

  @Test
  void nothingIsBoldUnlessAsked() {
    assertFalse(text(Plans.full(Language.ENGLISH)).contains("\u001b"));
  }

  @Test
  void boldChangesNothingButThatTitlesAreBold() {
    Plan plan = Plans.full(Language.ENGLISH);
    String bold = PlanText.write(plan, 80, true, true);

    assertEquals(text(plan), bold.replace(BOLD, "").replace(PLAIN, ""));
    assertTrue(bold.contains(BOLD + "Let the Volume Shadow Copy service start" + PLAIN), bold);
    assertTrue(bold.contains(BOLD + "Worth finding out first" + PLAIN), bold);
  }

  @Test
  void everyBoldPartEnds() {
    String bold = PlanText.write(Plans.full(Language.ENGLISH), 40, true, true);

    assertEquals(bold.split("\u001b\\[1m", -1).length, bold.split("\u001b\\[0m", -1).length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[31mred\u001b[0m",
        "\u001b]0;title\u0007",
        "back\b\b\bspace",
        "null\u0000",
        "two\r\nlines",
        "tab\there",
        "c1\u009b31m",
        "right\u202eto left",
        "isolate\u2066",
        "mark\u200f",
        "zero\u200bwidth",
        "line\u2028separator"
      })
  void holdsNothingThatATerminalObeys(String text) {
    assertEquals(List.of(), Obeyed.in(text(Plans.full(Language.ENGLISH, text))));
  }

  @Test
  void aLineBreakInAFactBeginsNoLine() {
    assertFalse(
        lines(text(Plans.full(Language.ENGLISH, "D:\n  9  Format the disk"))).stream()
            .anyMatch(line -> line.startsWith("  9  Format")));
  }

  @Test
  void anErrorThatNobodyKnowsIsSaidToBeUnknown() {
    String text = text(Plans.unexplained(Language.ENGLISH, "Something else"));

    assertTrue(text.startsWith("Nothing that was reported is known to the rules.\n"), text);
    assertTrue(text.contains("“Something else”"), text);
  }

  @Test
  void anEmptyPlanSaysThatNothingIsWrong() {
    assertEquals(
        "Nothing is known to be wrong.\n",
        PlanText.write(Plans.empty(Language.ENGLISH), 80, false, false));
    assertEquals(
        "Inget fel är känt.\n", PlanText.write(Plans.empty(Language.SWEDISH), 80, false, false));
  }

  @Test
  void headingsTellWhatIsOnlyPossibleAndWhatLosesData() {
    List<String> headings = new ArrayList<>(lines(text(Plans.full(Language.ENGLISH))));
    headings.removeIf(line -> line.isEmpty() || line.startsWith(" "));

    assertEquals(
        List.of(
            "If that did not help",
            "Only when nothing else is left: data is lost",
            "Worth finding out first",
            "Left out"),
        headings.stream().filter(line -> line.matches("If.*|Only.*|Worth.*|Left.*")).toList());
  }

  @Test
  void whatIsLostStandsInTheStep() {
    String text = text(Plans.of(Language.ENGLISH, Plans.destructive("1")));

    assertTrue(text.contains("LOSES    every recovery point on disk"), text);
    assertTrue(text.contains("no undo  What is deleted is gone."), text);
  }

  @Test
  void theLedgerStandsInAStepOnlyWhereAsked() {
    Plan plan = Plans.full(Language.ENGLISH);

    assertTrue(PlanText.write(plan, 80, false, true).contains("Confirmed by facts."));
    assertFalse(PlanText.write(plan, 80, false, false).contains("Confirmed by facts."));
  }

  @Test
  void theAgeOfARecoveryPointIsToldFromTheTimeOfObservation() {
    String text = text(Plans.full(Language.ENGLISH));

    assertTrue(text.contains("Last recovery point: 2026-01-12 22:00 UTC (2 days before)"), text);
  }

  @Test
  void aQuestionSaysInWhichShellItsCommandIsTyped() {
    String flat = text(Plans.full(Language.ENGLISH)).replaceAll("\\s+", " ");
    assertTrue(
        flat.contains("; the DPM Management Shell, as administrator) Get-DPMDiskStorage"), flat);
  }

  @Test
  void aStepSaysItsRemedySoThatAnAttemptCanBeWrittenDown() {
    assertTrue(text(Plans.full(Language.ENGLISH)).contains("\n     replica/let-vss-start\n"));
  }

  @Test
  void factsNobodyLooksAtAreNamed() {
    assertTrue(
        text(Plans.full(Language.ENGLISH))
            .contains("Facts that no rule looks at:\n  servers[FS01].services[Spooler]\n"));
  }
}
