package dev.mabsplan.engine.cli;

import static dev.mabsplan.engine.cli.Ran.mabsplan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.cli.terminal.Streams;
import dev.mabsplan.engine.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs scenarios with the pack {@code tiny}, and with a copy of it that is worked on. */
@Tag("slow")
class TestCommandTest {

  private static final String STATUS = "status: confirmed";

  @TempDir private Path folder;
  private Path pack;
  private Path scenarios;

  @BeforeEach
  void copyThePack() throws Exception {
    pack = TinyPack.copy(folder.resolve("tiny"));
    scenarios = pack.resolve("tape/scenarios/drive.yaml");
  }

  private static void change(Path file, String text, String by) throws IOException {
    TinyPack.change(file, text, by);
  }

  private Ran test(String... more) {
    return mabsplan(
        Stream.concat(Stream.of("test", pack.toString()), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void withoutAPathTheScenariosOfAllPacksAreRun() {
    mabsplan("test").ended(0, "3 scenarios: 3 passed\n");
  }

  @Test
  void theScenariosOfAPackInAFolderRunWithTheRulesOfThatFolder() throws IOException {
    change(pack.resolve("tape/rules.drl"), "ServiceState.STOPPED", "ServiceState.PAUSED");
    test().ended(5).says("FAILED  tape/drive", "state == ServiceState.PAUSED");
  }

  @Test
  void aSingleFileCanBeRun() {
    mabsplan("test", scenarios.toString()).ended(0, "3 scenarios: 3 passed\n");
  }

  @Test
  void aFileAtSeveralPathsIsRunOnce() {
    mabsplan("test", scenarios.toString(), pack.toString()).ended(0, "3 scenarios: 3 passed\n");
  }

  @Test
  void aFailureSaysHowToRunItAgain() throws IOException {
    change(scenarios, STATUS, "status: check");
    test().ended(5).says("again: mabsplan test " + pack + " --run tape/drive");
  }

  @Test
  void aBrokenScenarioEndsWithTwoEvenBesideFailedOnes() throws IOException {
    change(scenarios, STATUS, "status: check");
    Files.writeString(pack.resolve("tape/scenarios/more.yaml"), "scenario: more\n");
    test().ended(2).says("BROKEN", "FAILED", "4 scenarios: 2 passed, 1 failed, 1 broken");
  }

  @Test
  void aFolderAboveAPackIsToldWhereThePackIs() throws IOException {
    change(pack.resolve("pack.yaml"), "id: tiny", "id: elsewhere");
    Files.writeString(pack.resolve("tape/scenarios/more.yaml"), "scenario: more\n");
    mabsplan("test", folder.toString())
        .refused("found " + folder + "; below it there is " + pack + "\n");
  }

  @Test
  void aBrokenPackEndsWithTwoAndNoTrace() throws IOException {
    change(pack.resolve("tape/topic.yaml"), "effort: short", "effort: shrt");
    test().refused("topic.yaml:", "did you mean \"short\"?");
  }

  @Nested
  class Choosing {

    @ParameterizedTest
    @CsvSource({
      "--run, tape/drive, 3",
      "--run, tape/drive#the driver runs, 1",
      "--rule, tape/silent, 1",
      "--topic, tape, 3"
    })
    void byNameRuleOrTopic(String option, String value, int number) {
      test(option, value)
          .ended(
              0,
              number == 1
                  ? "1 scenario: 1 passed\n"
                  : number + " scenarios: " + number + " passed\n");
    }

    @ParameterizedTest
    @CsvSource({
      "--run, tape/drve, tape/drive",
      "--rule, tape/driver-run, tape/driver-runs",
      "--topic, tpe, tape"
    })
    void nothingThatFitsIsAnErrorWithTheNearestName(String option, String value, String nearest) {
      test(option, value)
          .refused(
              "none of the 3 scenarios fits " + option + " " + value,
              "did you mean " + nearest + "?");
    }

    @Test
    void aFolderWithoutScenariosIsAnError() {
      mabsplan("test", folder.resolve("tiny/tape/scenarios/..").resolve("../..").toString())
          .ended(0);
      assertTrue(folder.resolve("empty").toFile().mkdir());
      mabsplan("test", folder.resolve("empty").toString()).refused("there are no scenarios to run");
    }

    @Test
    void aPathWhereNothingIsIsAnError() {
      mabsplan("test", folder.resolve("nix").toString()).refused("there is nothing at");
    }
  }

  @Nested
  class Shuffling {

    @Test
    void triesManyOrders() {
      test("--shuffle").ended(0, "3 scenarios: 3 passed\n");
      test("--shuffle", "3").ended(0, "3 scenarios: 3 passed\n");
    }

    @Test
    void triesOneAtLeast() {
      test("--shuffle", "0").refused("--shuffle takes a number from 1 on; found 0");
    }
  }

  @Nested
  class CoverageAndThresholds {

    @Test
    void eachRuleAndRemedyIsCounted() {
      test("--coverage")
          .ended(
              0,
              """
              rule                                            fired   silent  unknown     loop
              tape/driver-runs                                    1        2        1        1
              tape/driver-stopped                                 1        2        1        1
              tape/silent                                         1        -        -        3

              remedy                                         closed
              tape/back-up-again                                  3
              tape/change-cable                                   3
              tape/start-driver                                   1

              fired: 3 of 3 rules, 100 %
              silent: 2 of 3 rules, 66 %
              unknown: 2 of 3 rules, 66 %
              loop: 3 of 3 rules, 100 %
              closed: 3 of 3 remedies, 100 %

              3 scenarios: 3 passed
              """);
    }

    @Test
    void belowAThresholdItEndsWithThreeAndListsWhatIsMissing() {
      test("--threshold", "fired=100,silent=67")
          .ended(
              3,
              """
              silent: 2 of 3 rules, 66 %, below the threshold of 67 %
                tape/silent

              3 scenarios: 3 passed
              """);
    }

    @Test
    void atAThresholdItEndsWithZero() {
      test("--threshold", "silent=66").ended(0, "3 scenarios: 3 passed\n");
    }

    @Test
    void aFailureOutweighsAThreshold() throws IOException {
      change(scenarios, STATUS, "status: check");
      test("--threshold", "silent=100").ended(5);
    }

    @ParameterizedTest
    @CsvSource({
      "fird=100, '--threshold knows fired, silent, unknown, loop, closed; found \"fird\"'",
      "fired=101, --threshold takes percent from 0 to 100; found fired=101",
      "fired=-1, --threshold takes percent from 0 to 100; found fired=-1"
    })
    void whatIsNoThresholdIsRefused(String threshold, String message) {
      test("--threshold", threshold).refused(message);
    }
  }

  @Nested
  class Mutating {

    private static final String SURVIVOR = "tape/driver-stopped: without name == \"TapeDriver\"";

    private void list(String mutant) throws IOException {
      Path file = pack.resolve("equivalent-mutants.yaml");
      Files.writeString(file, Files.readString(file) + mutant);
    }

    @Test
    void everyMutantThatAScenarioNoticesIsOnlyCounted() {
      test("--mutate").ended(0).says(" 0 survived, 1 equivalent, 0 not compiling");
    }

    @Test
    void aMutantThatNoScenarioNoticesEndsWithThree() throws IOException {
      change(scenarios, "{name: Spooler, state: stopped}", "{name: Spooler, state: paused}");
      test("--mutate")
          .ended(3)
          .says(
              "SURVIVED  " + SURVIVOR,
              "tape/rules.drl:18",
              "again: mabsplan test " + pack + " --mutate --rule tape/driver-stopped");
    }

    @Test
    void aMutantThatIsListedAsEquivalentMaySurvive() throws IOException {
      change(scenarios, "{name: Spooler, state: stopped}", "{name: Spooler, state: paused}");
      list("- mutant: '" + SURVIVOR + "'\n  reason: For this test.\n");
      test("--mutate").ended(0).says("0 survived, 2 equivalent");
    }

    @Test
    void theListCanOnlyShrink() throws IOException {
      list("- {mutant: '" + SURVIVOR + "', reason: Wrong.}\n");
      list("- {mutant: 'tape/x: y', reason: Old.}\n");
      test("--mutate")
          .ended(3)
          .says(
              "NOTICED, though listed as equivalent  " + SURVIVOR,
              "GONE, though listed as equivalent  tape/x: y");
    }

    @Test
    void whereAScenarioFailsNothingIsMutated() throws IOException {
      change(scenarios, STATUS, "status: check");
      Ran ran = test("--mutate").ended(5);
      assertFalse(ran.out().contains("mutants:"), ran.out());
    }
  }

  @Nested
  class Reporting {

    @Test
    void aReportIsWrittenBesideTheText() throws IOException {
      Path junit = folder.resolve("junit.xml");
      test("--report", "junit=" + junit).ended(0, "3 scenarios: 3 passed\n");
      assertTrue(Files.readString(junit).contains("tests=\"3\" failures=\"0\" errors=\"0\""));
    }

    @Test
    void aReportWithoutAFileTakesThePlaceOfTheText() {
      Ran ran = test("--report", "json").ended(0);
      assertTrue(ran.out().startsWith("{\n  \"scenarios\": ["), ran.out());
    }

    @Test
    void aReportMakesTheFoldersThatItLiesIn() throws IOException {
      Path json = folder.resolve("target/reports/scenarios.json");
      test("--report", "json=" + json).ended(0);
      assertTrue(Files.readString(json).startsWith("{"));
    }

    @Test
    void twoReportsInOnePlaceAreRefused() {
      test("--report", "json", "--report", "junit").refused("two go to standard output");
      Path file = folder.resolve("report");
      test("--report", "json=" + file, "--report", "junit=" + file).refused("two go to " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "xml=a", "junit=", "junit=a\0b"})
    void anotherFormatIsRefused(String report) {
      test("--report", report).refused("--report");
    }
  }

  @Nested
  class Blessing {

    @Test
    void whatCameIsWrittenAndTheDifferenceShown() throws IOException {
      change(scenarios, "    - {remedy: tape/change-cable, status: try}\nafter", "after");
      change(scenarios, STATUS, "status: check");
      Ran ran = test("--bless", "--run", "tape/drive").ended(0);
      assertEquals(
          scenarios
              + """

              -     - {remedy: tape/start-driver, on: MABS01, status: check, because: [tape/driver-stopped]}
              +     - {remedy: tape/start-driver, on: MABS01, status: confirmed, because: [tape/driver-stopped]}
              +     - {remedy: tape/change-cable, on: MABS01, status: try}

              3 scenarios: 3 passed
              """,
          ran.out());
    }

    @Test
    void aCaseThatSaysNothingOfItsOwnGetsAnExpectation() throws IOException {
      Files.writeString(
          scenarios,
          Files.readString(scenarios)
              + "  - name: no error\n    # nobody complains\n    unknown: [errors]\n");
      test("--bless").ended(0);
      assertTrue(
          Files.readString(scenarios)
              .endsWith(
                  """
                    - name: no error
                      # nobody complains
                      unknown: [errors]
                      expect:
                        problems: []
                        steps: []
                  """),
          Files.readString(scenarios));
    }

    @Test
    void anExpectationInBracesIsWrittenInLines() throws IOException {
      Files.writeString(
          scenarios,
          Files.readString(scenarios)
              + "  - name: other\n    unknown: [errors]\n"
              + "    expect: {problems: [], steps: [{remedy: tape/change-cable}], looks: []}\n");
      test("--bless").ended(0);
      assertTrue(
          Files.readString(scenarios)
              .endsWith(
                  """
                      expect:
                        problems: []
                        steps: []
                        looks: []
                  """),
          Files.readString(scenarios));
    }

    @Test
    void linesEndAsTheyDidBefore() throws IOException {
      change(scenarios, STATUS, "status: check");
      Files.writeString(scenarios, Files.readString(scenarios).replace("\n", "\r\n"));
      test("--bless", "--run", "tape/drive").ended(0);
      String blessed = Files.readString(scenarios);
      assertTrue(blessed.contains("status: confirmed"), blessed);
      assertEquals(blessed.replace("\r\n", "\n").replace("\n", "\r\n"), blessed);
    }

    @Test
    void whatAnAuthorMeansIsLeftAlone() throws IOException {
      String before = Files.readString(scenarios);
      change(scenarios, "covers: [tape/silent, tape", "covers: [tape/driver-runs, tape");
      String broken = Files.readString(scenarios);
      test("--bless").ended(5).says("! tape/drive: rule tape/driver-runs is left to its author");
      assertEquals(broken, Files.readString(scenarios));
      assertFalse(before.equals(broken));
    }

    @Test
    void isRefusedWhereNobodyReadsTheDifference() throws IOException {
      change(scenarios, STATUS, "status: check");
      mabsplan(Map.of("CI", "true"), "test", pack.toString(), "--bless").refused("CI=true");
    }
  }

  @Nested
  class Watching {

    @Test
    @Timeout(60)
    void runsAgainWhenAFileChanges() throws Exception {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Thread watching =
          new Thread(
              () ->
                  Mabsplan.run(
                      new Streams(
                          InputStream.nullInputStream(),
                          new PrintStream(out, true, StandardCharsets.UTF_8),
                          new PrintStream(
                              OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)),
                      new Terminal(false, 80, StandardCharsets.UTF_8),
                      Map.of(),
                      "test",
                      pack.toString(),
                      "--watch"));
      watching.start();
      try {
        waitFor(out, "3 scenarios: 3 passed");
        change(scenarios, STATUS, "status: check");
        waitFor(out, "3 scenarios: 2 passed, 1 failed");
        change(scenarios, "status: check", "status: [");
        waitFor(out, "1 broken");
        change(pack.resolve("tape/rules.drl"), "then", "than");
        waitFor(out, "rules.drl:");
      } finally {
        watching.interrupt();
        watching.join();
      }
    }

    private static void waitFor(ByteArrayOutputStream out, String text)
        throws InterruptedException {
      while (!out.toString(StandardCharsets.UTF_8).contains(text)) {
        Thread.sleep(20);
      }
    }

    @Test
    void needsSomethingThatCanChange() {
      mabsplan("test", "--watch").refused("--watch needs something that can change");
    }
  }

  @Test
  void theHelpNamesEveryExitCode() {
    Ran ran = mabsplan("test", "--help").ended(0);
    for (String code : List.of("  0   all passed", "  1   ", "  2   ", "  3   ")) {
      assertTrue(ran.out().contains(code), ran.out());
    }
  }
}
