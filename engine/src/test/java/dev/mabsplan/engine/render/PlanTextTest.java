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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTextTest {

  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private static String text(Plan plan) {
    return PlanText.write(plan, PlanText.USUAL_WIDTH, false, Detail.LEDGER);
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
    Stream.concat(
            plan.questions().stream(),
            plan.steps().stream()
                .flatMap(step -> step.looks().stream())
                .flatMap(look -> look.questions().stream()))
        .map(Question::command)
        .forEach(command -> command.ifPresent(commands::add));
    return commands;
  }

  /** A name or an address that is longer than a line can't be broken. */
  private static boolean endsInOneLongWord(String line, int width) {
    String said = line.replaceFirst("^.*? {2,}(\\S+( \\S+)* {2,})?", "");
    return !said.contains(" ") && said.length() > width / 2;
  }

  private static List<String> tooLong(Plan plan, int width, Detail detail) {
    Set<String> commands = commands(plan);
    return lines(PlanText.write(plan, width, false, detail)).stream()
        .filter(line -> line.length() > width)
        .filter(line -> commands.stream().noneMatch(line::endsWith))
        .filter(line -> !endsInOneLongWord(line, width))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("plansAndWidths")
  void keepsToItsWidthExceptInCommands(Plan plan, int width) {
    assertEquals(List.of(), tooLong(plan, width, Detail.BRIEF));
  }

  @ParameterizedTest
  @MethodSource("plansAndWidths")
  void keepsToItsWidthWithTheLedgerToo(Plan plan, int width) {
    assertEquals(List.of(), tooLong(plan, width, Detail.LEDGER));
  }

  @ParameterizedTest
  @MethodSource("dev.mabsplan.engine.pack.Language#all")
  void keepsToFortyColumnsWhereSomebodyAsksForLess(Language language) {
    assertEquals(
        PlanText.write(Plans.full(language), 40, false, Detail.ALL),
        PlanText.write(Plans.full(language), 10, false, Detail.ALL));
  }

  @ParameterizedTest
  @MethodSource("plansAndWidths")
  void leavesNoBlankAtTheEndOfALine(Plan plan, int width) {
    assertEquals(
        List.of(),
        lines(PlanText.write(plan, width, false, Detail.LEDGER)).stream()
            .filter(line -> line.endsWith(" "))
            .toList());
  }

  @ParameterizedTest
  @MethodSource("plansAndWidths")
  void endsWithOneLineFeedAndBeginsWithNone(Plan plan, int width) {
    String text = PlanText.write(plan, width, false, Detail.ALL);

    assertTrue(text.endsWith("\n"), text);
    assertFalse(text.endsWith("\n\n"), text);
    assertFalse(text.startsWith("\n"), text);
  }

  @ParameterizedTest
  @MethodSource("plansAndWidths")
  void leavesNoTwoLinesEmpty(Plan plan, int width) {
    assertFalse(PlanText.write(plan, width, false, Detail.LEDGER).contains("\n\n\n"));
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
    String bold = PlanText.write(plan, 80, true, Detail.LEDGER);

    assertEquals(text(plan), bold.replace(BOLD, "").replace(PLAIN, ""));
    assertTrue(bold.contains(BOLD + "Let the Volume Shadow Copy service start" + PLAIN), bold);
    assertTrue(bold.contains(BOLD + "Worth finding out" + PLAIN), bold);
  }

  @Test
  void everyBoldPartEnds() {
    String bold = PlanText.write(Plans.full(Language.ENGLISH), 40, true, Detail.LEDGER);

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
        PlanText.write(Plans.empty(Language.ENGLISH), 80, false, Detail.BRIEF));
    assertEquals(
        "Inget fel är känt.\n",
        PlanText.write(Plans.empty(Language.SWEDISH), 80, false, Detail.BRIEF));
  }

  @Test
  void headingsTellWhatIsOnlyPossibleAndWhatLosesData() {
    List<String> headings = new ArrayList<>(lines(text(Plans.full(Language.ENGLISH))));
    headings.removeIf(line -> line.isEmpty() || line.startsWith(" "));

    assertEquals(
        List.of(
            "If that did not help",
            "Worth finding out",
            "Only when nothing else is left: data is lost",
            "Left out"),
        headings.stream().filter(line -> line.matches("If.*|Only.*|Worth.*|Left.*")).toList());
  }

  @Test
  void whatIsLostStandsInTheStep() {
    String text = text(Plans.of(Language.ENGLISH, Plans.destructive("1")));

    assertTrue(text.contains("LOSES    every recovery point on disk"), text);
    assertTrue(text.contains("undo     not possible: What is deleted is gone."), text);
  }

  @Test
  void theLedgerStandsInAStepOnlyWhereAsked() {
    Plan plan = Plans.full(Language.ENGLISH);

    assertTrue(PlanText.write(plan, 80, false, Detail.LEDGER).contains("Confirmed by facts."));
    assertFalse(PlanText.write(plan, 80, false, Detail.BRIEF).contains("Confirmed by facts."));
  }

  @Test
  void theAgeOfARecoveryPointIsToldFromTheTimeOfObservation() {
    String text = text(Plans.full(Language.ENGLISH));

    assertTrue(text.contains("Last recovery point: 2026-01-12 22:00 UTC (2 days before)"), text);
  }

  @Test
  void aFamilyIsMarkedAsSuchWithTheCatalogueBesideIt() {
    assertTrue(
        text(Plans.full(Language.ENGLISH))
            .contains(
                """
                     because  ID 65: service cannot talk to agent
                     By Microsoft's catalogue of error codes: a kind of remedy, not a cause.
                       https://example.org/codes
                """),
        text(Plans.full(Language.ENGLISH)));
  }

  @Test
  void whatIsOnlyToldOrAskedSaysSo() {
    String text = text(Plans.full(Language.ENGLISH));

    assertTrue(text.contains("“Basic disks are to become dynamic: D:\\”"), text);
    assertTrue(text.contains("(ID 407: a clue)"), text);
    assertTrue(text.contains("(ID 950: a clue)"), text);
  }

  @Test
  void whatABasicCheckAsksIsNotAskedAgain() {
    Step checks = Plans.lookFirst("1");
    Plan plan = Plans.asking(checks.looks().get(0).questions(), checks);

    assertTrue(text(plan).contains("\n     - The service is running (PowerShell)\n"), text(plan));
    assertFalse(text(plan).contains("Worth finding out"), text(plan));
  }

  @Test
  void whatIsWorthFindingOutStandsBeforeWhatItDecides() {
    String text = text(Plans.full(Language.ENGLISH));

    assertTrue(text.indexOf("Worth finding out") < text.indexOf("\n 4a  "), text);
    assertTrue(text.indexOf("Worth finding out") > text.indexOf("If that did not help"), text);
  }

  @Nested
  class APlanOfTwoScreens {

    private static final int LONG = 30;

    private static String brief(Plan plan) {
      return PlanText.write(plan, 80, false, Detail.BRIEF);
    }

    /** Returns steps that only trying tells, and one that loses data. */
    private static Plan ofTries(int tries) {
      List<Step> steps = new ArrayList<>();
      for (int i = 1; i <= tries; i++) {
        steps.add(Plans.bare(String.valueOf(i), Status.TRY));
      }
      steps.add(Plans.destructive(String.valueOf(tries + 1)));
      return Plans.of(Language.ENGLISH, steps.toArray(Step[]::new));
    }

    @Test
    void isToldWholeWhereItFits() {
      Plan plan = ofTries(3);

      assertEquals(PlanText.write(plan, 80, false, Detail.ALL), brief(plan));
    }

    @Test
    void tellsTheLastInShortWhereItDoesNot() {
      String text = brief(ofTries(LONG));

      assertTrue(lines(text).size() <= 100, text);
      assertTrue(text.contains("\n  1  Give the storage pool more room"), text);
      assertTrue(text.contains("\n     do       Add a disk."), text);
      assertTrue(
          text.contains(
              "20 min\n 30  Give the storage pool more room                   try  Azure portal  20 min\n"),
          text);
      assertTrue(
          text.matches("(?s).*\nShortened: 2\\d remedies\\. --all shows everything\\.\n"), text);
    }

    @Test
    void saysWhatIsLostEvenInShort() {
      assertTrue(brief(ofTries(LONG)).contains("\n     LOSES    every recovery point on disk\n"));
    }

    @Test
    void tellsWhatIsCertainWholeHoweverLong() {
      List<Step> steps = new ArrayList<>();
      for (int i = 1; i <= LONG; i++) {
        steps.add(Plans.bare(String.valueOf(i), Status.CONFIRMED));
      }
      Plan plan = Plans.of(Language.ENGLISH, steps.toArray(Step[]::new));

      assertEquals(LONG, brief(plan).split("Add a disk", -1).length - 1);
    }

    @Test
    void countsWhatItLeavesAway() {
      List<Step> tries = ofTries(LONG).steps();
      Plan plan = Plans.asking(List.of(Plans.question("free space")), tries.toArray(Step[]::new));

      assertFalse(brief(plan).contains("Get-DPMDiskStorage"), brief(plan));
      assertTrue(
          brief(plan)
              .matches("(?s).* remedies, 1 long command \\(mabsplan collect runs it\\)\\. --all.*"),
          brief(plan));
    }

    @Test
    void hasNoLimitWhereAllIsAskedFor() {
      String text = PlanText.write(ofTries(LONG), 80, false, Detail.ALL);

      assertEquals(LONG, text.split("Add a disk", -1).length - 1);
      assertFalse(text.contains("Shortened"), text);
    }
  }

  @Nested
  class WhoseAProblemIs {

    private static String heading(String server, String backupServer) {
      return text(Plans.whose(server, backupServer)).lines().findFirst().orElse("");
    }

    @Test
    void namesTheBackupServerWhereItIsKnown() {
      assertEquals(
          "FS01, protected by MABS01: the replica of D:\\ is inconsistent",
          heading("FS01", "MABS01"));
    }

    @Test
    void namesNoServerThatNobodyNamed() {
      assertEquals("FS01: the replica of D:\\ is inconsistent", heading("FS01", ""));
      assertEquals(
          "A server that MABS01 protects: the replica of D:\\ is inconsistent",
          heading("?", "MABS01"));
      assertEquals(
          "Protected server (unknown): the replica of D:\\ is inconsistent", heading("?", ""));
    }
  }

  @Test
  void aStepSaysItsRemedySoThatAnAttemptCanBeWrittenDown() {
    assertTrue(text(Plans.full(Language.ENGLISH)).contains("\n     replica/let-vss-start\n"));
  }

  @Test
  void factsNobodyLooksAtAreNamed() {
    assertTrue(
        text(Plans.full(Language.ENGLISH))
            .contains("Facts that no rule uses:\n  servers[FS01].services[Spooler]\n"));
  }
}
