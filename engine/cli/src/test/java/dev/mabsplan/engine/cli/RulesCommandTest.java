package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and shows the rules of the pack {@code tiny}, and of one that new-topic wrote. */
class RulesCommandTest {

  @TempDir private Path folder;

  /** Without the folder that this build puts the pack into. */
  private static String shown(String... args) {
    Ran ran = Ran.mabsplan(args);
    assertEquals(0, ran.code(), ran.err());
    assertEquals("", ran.err());
    return ran.out().replaceAll("[^\\s\"]*[/\\\\]tiny/tape", "tiny/tape");
  }

  private static void refused(String expected, String... args) {
    Ran ran = Ran.mabsplan(args);
    assertEquals(new Ran(2, "", "mabsplan: " + expected + "\n"), ran);
  }

  private Path site() {
    Path site = folder.resolve("site");
    assertEquals(0, Ran.mabsplan("new-topic", "door", "--in", site.toString()).code());
    return site;
  }

  @Nested
  class List {

    @Test
    void rulesAreListedByTopicWithWhatTheyDo() {
      assertEquals(
          """
          tape
            satisfy  tape/driver-runs     tape/start-driver
            confirm  tape/driver-stopped  tape/start-driver
            problem  tape/silent          tape/silent

          3 rules
          """,
          shown("rules", "list"));
    }

    @Test
    void idsStayWholeWhereTheyFillMoreThanTheWidth() {
      Ran ran =
          Ran.mabsplan(new Terminal(false, 20, StandardCharsets.UTF_8), Map.of(), "rules", "list");

      assertTrue(ran.out().contains("  problem  tape/silent  tape/silent\n"), ran.out());
    }

    @Test
    void aTopicIsListedAlone() {
      String out = shown("rules", "list", "--topic", "door", "--rules", site().toString());

      assertEquals("door\n  problem  door/door-wrong  door/wrong\n\n1 rule\n", out);
    }

    @Test
    void anUnknownTopicIsToldTheNearest() {
      refused(
          "no topic \"tapes\" has rules; did you mean \"tape\"?",
          "rules",
          "list",
          "--topic",
          "tapes");
    }

    @Test
    void aTopicThatIsNearNoneIsToldWhichThereAre() {
      refused("no topic \"quux\" has rules; there are tape", "rules", "list", "--topic", "quux");
    }

    @Test
    void programsGetTheSameAsJson() {
      String out = shown("rules", "list", "-f", "json");

      assertTrue(
          out.startsWith(
              """
              {
                "rules": [
                  {
                    "id": "tape/driver-runs",
                    "topic": "tape",
                    "calls": [
                      {
                        "function": "satisfy",
                        "target": "tape/start-driver"
                      }
                    ],
                    "file": "tiny/tape/rules.drl",
                    "line": 24,
                    "why": "A driver that runs needs no start."
                  },
              """),
          out);
    }
  }

  @Nested
  class Show {

    @Test
    void aRuleIsShownWithEverythingThatSpeaksOfIt() {
      assertEquals(
          """
          rule tape/driver-stopped
            tiny/tape/rules.drl:16

            Without its driver a drive is deaf.

            rule "driver-stopped"
            when
              Service( $server : server, name == "TapeDriver", state == ServiceState.STOPPED )
            then
              confirm( drools, "tape/start-driver", $server );
            end

            confirm     tape/start-driver
                        Start the driver of the tape drive
            reason, en  The tape driver on {server} is stopped
            reason, sv  Drivrutinen på {server} är stoppad
            entries     TAPE-01: Tape drive is silent
                        https://example.org/tape
            fires in    tape/drive
            silent in   tape/drive#other services say nothing
                        tape/drive#the driver runs
          """,
          shown("rules", "show", "tape/driver-stopped"));
    }

    @Test
    void theScenariosThatNameARuleAreTold() {
      String out = shown("rules", "show", "door/door-wrong", "--rules", site().toString());

      assertTrue(out.endsWith("  fires in    door/door\n  silent in   door/door#fine\n"), out);
    }

    @Test
    void aBrokenScenarioHidesNoRule() throws IOException {
      Path site = site();
      Files.writeString(site.resolve("door/scenarios/other.yaml"), "scenario: other\nexpct: {}\n");

      Ran ran = Ran.mabsplan("rules", "show", "door/door-wrong", "--rules", site.toString());

      assertEquals(0, ran.code());
      assertTrue(ran.out().contains("  fires in    door/door\n"), ran.out());
      assertEquals(
          "mabsplan: scenarios that can't be read are left out: 1; mabsplan test says what is wrong"
              + " with them\n",
          ran.err());
    }

    @Test
    void aRemedyIsShownWithWhatDecidesIt() {
      assertEquals(
          """
          remedy tape/start-driver
            tiny/tape/topic.yaml:30

            title, en   Start the driver of the tape drive
            title, sv   Starta bandenhetens drivrutin
            likelihood  possible
            effort      instant, 1 min
            risk        reversible
            decided by  facts:
                        services[TapeDriver].state
                          the state of the tape driver
                          Get-Service -Name TapeDriver
            commands    sc.exe start TapeDriver
            run in      cmd, as administrator
            undo        sc.exe stop TapeDriver
            checked for disk-backup
            rules       tape/driver-runs
                        tape/driver-stopped
            entries     TAPE-01: Tape drive is silent
                        https://example.org/tape
          """,
          shown("rules", "show", "tape/start-driver"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tape/change-cable", "tape/back-up-again"})
    void aRemedyIsShownWithTheProblemsThatItTreatsOrClosesAnAttemptOf(String remedy) {
      String out = shown("rules", "show", remedy);

      assertTrue(out.contains("  problems    tape/silent\n"), out);
    }

    @Test
    void whatOnlyTryingTellsAndWhatAlwaysFollowsAreToldApart() {
      assertTrue(shown("rules", "show", "tape/change-cable").contains("trial: only trying tells"));
      assertTrue(
          shown("rules", "show", "tape/back-up-again").contains("the problem: it always follows"));
    }

    @Test
    void aProblemThatHasTheIdOfARuleIsShownBelowIt() {
      String out = shown("rules", "show", "tape/silent");

      assertTrue(out.startsWith("rule tape/silent\n"), out);
      assertTrue(
          out.endsWith(
              """

              problem tape/silent
                tiny/tape/topic.yaml:12

                title, en   the tape drive does not answer
                title, sv   bandenheten svarar inte
                remedies    tape/change-cable
                retry       tape/back-up-again
                rules       tape/silent
                entries     TAPE-01: Tape drive is silent
                            https://example.org/tape
              """),
          out);
    }

    @Test
    void programsGetTheSameAsJson() {
      assertEquals(
          """
          {
            "id": "tape/driver-stopped",
            "rule": {
              "id": "tape/driver-stopped",
              "topic": "tape",
              "calls": [
                {
                  "function": "confirm",
                  "target": "tape/start-driver"
                }
              ],
              "file": "tiny/tape/rules.drl",
              "line": 16,
              "why": "Without its driver a drive is deaf.",
              "drl": "// Without its driver a drive is deaf.\\nrule \\"driver-stopped\\"\\nwhen\\n  Service( $server : server, name == \\"TapeDriver\\", state == ServiceState.STOPPED )\\nthen\\n  confirm( drools, \\"tape/start-driver\\", $server );\\nend",
              "title": {
                "en": "Start the driver of the tape drive",
                "sv": "Starta bandenhetens drivrutin"
              },
              "reason": {
                "en": "The tape driver on {server} is stopped",
                "sv": "Drivrutinen på {server} är stoppad"
              },
              "entries": [
                {
                  "id": "TAPE-01",
                  "title": {
                    "en": "Tape drive is silent",
                    "sv": "Bandenheten är tyst"
                  },
                  "source": "https://example.org/tape"
                }
              ],
              "fires": [
                "tape/drive"
              ],
              "silent": [
                "tape/drive#other services say nothing",
                "tape/drive#the driver runs"
              ]
            }
          }
          """,
          shown("rules", "show", "tape/driver-stopped", "--format", "json"));
    }

    @Test
    void aRemedyIsWrittenAsJsonWithTheFactsThatDecideIt() {
      String out = shown("rules", "show", "tape/start-driver", "-f", "json");

      assertTrue(
          out.contains(
              """
                  "decidedBy": "facts",
                  "facts": [
                    {
                      "fact": "services[TapeDriver].state",
                      "words": {
                        "en": "the state of the tape driver",
                        "sv": "bandenhetens drivrutins tillstånd"
                      },
                      "probe": "tape/driver",
                      "obtain": "Get-Service -Name TapeDriver"
                    }
                  ],
              """),
          out);
    }

    @Test
    void anUnknownIdIsToldTheNearest() {
      refused(
          "there is no rule, problem or remedy \"tape/driver-stop\"; did you mean"
              + " \"tape/driver-stopped\"?",
          "rules",
          "show",
          "tape/driver-stop");
    }

    @Test
    void aNameWithoutItsTopicIsToldTheWholeId() {
      refused(
          "there is no rule, problem or remedy \"driver-runs\"; did you mean \"tape/driver-runs\"?",
          "rules",
          "show",
          "driver-runs");
    }

    @Test
    void anIdThatIsNearNoneIsToldWhereTheyAreListed() {
      refused(
          "there is no rule, problem or remedy \"quux\"; mabsplan rules list, problems and remedies"
              + " name all",
          "rules",
          "show",
          "quux");
    }
  }

  @Nested
  class Listed {

    @Test
    void problemsAreListedByTopicWithTheirTitles() {
      assertEquals(
          """
          tape
            tape/silent
              the tape drive does not answer

          1 problem
          """,
          shown("rules", "problems"));
    }

    @Test
    void remediesAreListedByTopicWithWhatTheyAreOrderedBy() {
      assertEquals(
          """
          tape
            tape/back-up-again
              Back up again
              likely, long, 60 min, reversible
            tape/change-cable
              Change the cable of the tape drive
              likely, short, 5 min, reversible
            tape/start-driver
              Start the driver of the tape drive
              possible, instant, 1 min, reversible

          3 remedies
          """,
          shown("rules", "remedies", "--topic", "tape"));
    }

    @Test
    void programsGetThemWithAllThatIsSaidOfThem() {
      String out = shown("rules", "remedies", "-f", "json");

      assertTrue(out.startsWith("{\n  \"remedies\": [\n    {\n      \"id\": \"tape/back"), out);
      assertTrue(out.contains("\"commands\": [\n        \"sc.exe start TapeDriver\"\n"), out);
      assertTrue(
          shown("rules", "problems", "-f", "json").contains("\"retry\": \"tape/back-up-again\""));
      assertTrue(
          shown("rules", "show", "tape/silent", "-f", "json")
              .contains("\"treatment\": {\n      \"remedy\": \"tape/change-cable\"\n"));
    }

    @Test
    void aTopicThatHasNoneIsToldTheNearest() {
      refused(
          "no topic \"tapes\" has problems; did you mean \"tape\"?",
          "rules",
          "problems",
          "--topic",
          "tapes");
    }
  }

  @Test
  void aFormatThatIsNoneIsRefused() {
    refused("--format takes text or json; found \"xml\"", "rules", "list", "-f", "xml");
  }

  @Test
  void namesAreBoldInAWindowAndNowhereElse() {
    Terminal window = new Terminal(true, 80, StandardCharsets.UTF_8);

    assertTrue(
        Ran.mabsplan(window, Map.of(), "rules", "list")
            .out()
            .startsWith("\u001b[1mtape\u001b[0m\n"));
    assertFalse(
        Ran.mabsplan(window, Map.of("NO_COLOR", "1"), "rules", "list").out().contains("\u001b"));
    assertFalse(
        Ran.mabsplan(window, Map.of(), "rules", "list", "-f", "json").out().contains("\u001b"));
  }

  @Test
  void sentencesKeepToTheColumnsOfTheTerminal() {
    Terminal narrow = new Terminal(false, 50, StandardCharsets.UTF_8);

    String out = Ran.mabsplan(narrow, Map.of(), "rules", "show", "tape/start-driver").out();

    // where it stands is a path, which breaks nowhere
    assertTrue(
        out.lines()
            .filter(line -> !line.contains("topic.yaml"))
            .allMatch(line -> line.length() <= 50),
        out);
  }

  @Test
  void helpTellsWhatThereIsBelow() {
    Ran ran = Ran.mabsplan("rules", "--help");

    assertEquals(0, ran.code());
    assertTrue(ran.out().contains("list") && ran.out().contains("show"), ran.out());
  }

  @Test
  void helpOfShowTellsOptionsAndExitCodes() {
    String out = Ran.mabsplan("rules", "show", "--help").out();

    for (String said :
        new String[] {"ID", "--format", "--rules", "Exit codes", "there is none of that id"}) {
      assertTrue(out.contains(said), out);
    }
  }

  @Test
  void rulesAloneAreToldWhatThereIs() {
    Ran ran = Ran.mabsplan("rules");

    assertEquals(2, ran.code());
    assertEquals("", ran.out());
    assertTrue(ran.err().contains("list") && ran.err().contains("show"), ran.err());
  }

  @Test
  void conditionsAreListedForEachKind() {
    Ran.mabsplan("rules", "conditions", "Volume")
        .ended(0)
        .says(
            "Volume( … )",
            "VolumePurpose.SCRATCH",
            "freeBytes  number; ==, !=, <, <=, >, >=; may be unknown",
            "freeBelow( percent )");
    Ran.mabsplan("rules", "conditions").ended(0).says("Service( … )", "Problem( … )");
  }

  @Test
  void aKindThatIsNoneIsRefusedWithTheNearest() {
    Ran.mabsplan("rules", "conditions", "Volum").refused("did you mean \"Volume\"?");
  }
}
