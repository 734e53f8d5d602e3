package dev.mabsplan.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.SmallPack;
import dev.mabsplan.facts.InvalidFactsException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScenarioRunnerTest {

  /** The small pack with evidence for its remedy, one with items and a basic check. */
  private static final Planner PLANNER =
      Planner.of(
          List.of(
              SmallPack.good()
                  .rule(
                      "vss-disabled",
                      "Service( name == \"VSS\", startType == StartType.DISABLED, $server :"
                          + " server )")
                  .rule(
                      "vss-may-start",
                      "Service( name == \"VSS\", startType == StartType.MANUAL, $server : server )",
                      "satisfy( drools, \"small/let-vss-start\", $server );")
                  .rule(
                      "folder-missing",
                      "$problem : Problem( id == \"small/inconsistent\", $server : server )\n"
                          + "Folder( server == $server, present == false, $path : path )",
                      "missing( drools, \"small/make-folders\", $problem, $path );")
                  .replace(
                      "small/topic.yaml",
                      "treatment: let-vss-start",
                      "treatment: {checklist: [let-vss-start, make-folders]}")
                  .append(
                      "small/topic.yaml",
                      """
                        make-folders:
                          entries: [TEST-01]
                          likelihood: possible
                          effort: short
                          risk: reversible
                          place: server
                          on: protectedServer
                          per: server
                          decidedBy: [{fact: "folders[x].present", effort: instant}]
                          undo: words
                        start-agent:
                          entries: [TEST-01]
                          likelihood: possible
                          effort: instant
                          risk: reversible
                          place: server
                          on: backupServer
                          per: server
                          decidedBy: [{fact: "services[obengine].state", effort: instant}]
                          undo: words
                      checks:
                        - {remedy: start-agent, operations: all}
                      """)
                  .replace(
                      "small/words.en.yaml",
                      "  check:\n",
                      """
                        make-folders: {title: Make, why: It lacks., do: It., verify: Look., undo: Back.}
                        start-agent: {title: Start, why: It stopped., do: It., verify: Look., undo: Back.}
                        check:
                      """)
                  .replace(
                      "small/words.en.yaml",
                      "facts:\n",
                      "facts:\n  folders[x].present: the folder\n  services[obengine].state: the agent\n")
                  .read()));

  private static final String GOOD =
      """
      scenario: vss-disabled
      covers: [small/vss-disabled]
      silent: [small/vss-may-start]
      given:
        servers:
          - {name: MABS01, role: backupServer}
          - {name: FS01, role: protectedServer, services: [{name: VSS, startType: disabled}], folders: [{path: 'C:\\Temp', present: false}]}
        errors:
          - {id: 3106, server: FS01, dataSource: 'D:\\'}
          - {id: 99999}
      expect:
        problems: [small/inconsistent]
        steps:
          - {remedy: small/let-vss-start, number: 1, on: FS01, status: confirmed, because: [small/vss-disabled]}
          - {remedy: small/make-folders, on: FS01, status: confirmed, items: ['C:\\Temp']}
          - {remedy: small/check, on: MABS01, dataSource: 'D:\\', status: required}
        questions: ["servers[MABS01].services[obengine].state"]
        looks: [small/start-agent]
        unexplained: 1
      cases:
        - name: may start
          covers: [small/vss-may-start]
          silent: [small/vss-disabled]
          given: {servers: [{name: FS01, services: [{name: VSS, startType: manual}]}]}
          expect:
            steps:
              - {remedy: small/make-folders}
              - {remedy: small/check}
            excluded:
              - {remedy: small/let-vss-start, verdict: satisfied, because: [small/vss-may-start]}
      """;

  private static List<String> run(int number, String text) {
    return new ScenarioRunner(PLANNER).run(ScenarioReader.read("s.yaml", text).get(number));
  }

  /** What differs in the main case when one thing of it is said otherwise. */
  private static List<String> main(String text, String by) {
    assertTrue(GOOD.contains(text), text);
    return run(0, GOOD.replace(text, by));
  }

  /** What differs in the other case when one thing of it is said otherwise. */
  private static List<String> other(String text, String by) {
    assertTrue(GOOD.contains(text), text);
    return run(1, GOOD.replace(text, by));
  }

  @Test
  void aScenarioThatIsSoPasses() {
    assertEquals(List.of(), run(0, GOOD));
    assertEquals(List.of(), run(1, GOOD));
  }

  @Nested
  class AScenarioFails {

    @Test
    void whereARuleDoesNotFire() {
      assertEquals(
          List.of("rule small/vss-may-start should fire and does not"),
          main("covers: [small/vss-disabled]", "covers: [small/vss-may-start]"));
    }

    @Test
    void whereARuleDoesNotStaySilent() {
      assertEquals(
          List.of("rule small/vss-disabled should stay silent and fires"),
          main("silent: [small/vss-may-start]", "silent: [small/vss-disabled]"));
    }

    @Test
    void whereThereAreOtherProblems() {
      assertEquals(
          List.of("problems: expected []; got [small/inconsistent]"),
          main("problems: [small/inconsistent]", "problems: []"));
    }

    @Test
    void whereThereIsAStepMore() {
      assertEquals(
          List.of(
              """
              steps differ
                  expected [small/let-vss-start, small/check]
                  got      [small/let-vss-start (confirmed, [small/vss-disabled]),\
               small/make-folders (confirmed, [small/folder-missing]),\
               small/check (required, [])]"""),
          main(
              "    - {remedy: small/make-folders, on: FS01, status: confirmed, items:"
                  + " ['C:\\Temp']}\n",
              ""));
    }

    @Test
    void whereStepsComeInAnotherOrder() {
      assertTrue(
          other(
                  "        - {remedy: small/make-folders}\n        - {remedy: small/check}\n",
                  "        - {remedy: small/check}\n        - {remedy: small/make-folders}\n")
              .get(0)
              .startsWith("steps differ\n    expected [small/check, small/make-folders]\n"));
    }

    @Test
    void whereAStepHasAnotherNumber() {
      assertEquals(
          List.of("step 1 small/let-vss-start: number: expected 2; got 1"),
          main("number: 1", "number: 2"));
    }

    @Test
    void whereAStepIsOnAnotherServer() {
      assertEquals(
          List.of("step 1 small/let-vss-start: server: expected MABS01; got FS01"),
          main("number: 1, on: FS01", "on: MABS01"));
    }

    @Test
    void whereAStepIsForAnotherDataSource() {
      assertEquals(
          List.of("step 3 small/check: data source: expected E:\\; got D:\\"),
          main("on: MABS01, dataSource: 'D:\\'", "dataSource: 'E:\\'"));
    }

    @Test
    void whereAStepHasAnotherStatus() {
      assertEquals(
          List.of("step 3 small/check: status: expected try; got required"),
          main("status: required", "status: try"));
    }

    @Test
    void whereAStepHasAnotherReason() {
      assertEquals(
          List.of(
              "step 1 small/let-vss-start: expected the reason small/vss-may-start; got"
                  + " [small/vss-disabled]"),
          main("because: [small/vss-disabled]", "because: [small/vss-may-start]"));
    }

    @Test
    void whereAStepHasOtherItems() {
      assertEquals(
          List.of("step 2 small/make-folders: items: expected [C:\\Windows]; got [C:\\Temp]"),
          main("items: ['C:\\Temp']", "items: ['C:\\Windows']"));
    }

    @Test
    void whereARemedyIsNotLeftOut() {
      assertEquals(
          List.of("expected small/check to be left out; left out are [small/let-vss-start]"),
          other(
              "{remedy: small/let-vss-start, verdict: satisfied, because: [small/vss-may-start]}",
              "{remedy: small/check}"));
    }

    @Test
    void whereARemedyIsLeftOutForAnotherCause() {
      assertEquals(
          List.of("left out small/let-vss-start: verdict: expected inapplicable; got satisfied"),
          other("verdict: satisfied", "verdict: inapplicable"));
    }

    @Test
    void whereARemedyIsLeftOutForAnotherReason() {
      assertEquals(
          List.of(
              "left out small/let-vss-start: expected the reason small/vss-disabled; got"
                  + " [small/vss-may-start]"),
          other("because: [small/vss-may-start]", "because: [small/vss-disabled]"));
    }

    @Test
    void whereAQuestionIsNotAsked() {
      assertEquals(
          List.of(
              "expected a question for servers[FS01].clock; got"
                  + " [servers[MABS01].services[obengine].state]"),
          main("servers[MABS01].services[obengine].state", "servers[FS01].clock"));
    }

    @Test
    void whereOtherBasicChecksAreMade() {
      assertEquals(
          List.of("basic checks: expected []; got [small/start-agent]"),
          main("looks: [small/start-agent]", "looks: []"));
    }

    @Test
    void whereMoreErrorsStayUnexplained() {
      List<String> failures = main("unexplained: 1", "unexplained: 0");
      assertEquals(1, failures.size(), failures::toString);
      assertTrue(
          failures.get(0).startsWith("expected 0 unexplained errors; got ["), failures.get(0));
    }

    @Test
    void whereItNamesARuleThatThereIsNot() {
      assertEquals(
          List.of("there is no rule small/vss-enabled"),
          main("silent: [small/vss-may-start]", "silent: [small/vss-enabled]"));
    }

    @Test
    void whereItNamesARemedyThatThereIsNot() {
      assertEquals(
          "there is no remedy small/chek",
          main("{remedy: small/check, on: MABS01", "{remedy: small/chek, on: MABS01").get(0));
    }

    @Test
    void withEverythingThatDiffers() {
      assertEquals(
          3,
          run(
                  0,
                  GOOD.replace("unexplained: 1", "unexplained: 0")
                      .replace("looks: [small/start-agent]", "looks: []")
                      .replace("number: 1", "number: 2"))
              .size());
    }
  }

  @Test
  void aScenarioWhoseFactsAreNoneSaysSo() {
    assertThrows(
        InvalidFactsException.class, () -> main("startType: disabled", "startTyp: disabled"));
  }

  @Test
  void comparingLooksAtThePlanAlone() {
    Scenario scenario =
        ScenarioReader.read("s.yaml", GOOD.replace("covers: [small/vss-disabled]", "covers: [x]"))
            .get(0);
    assertEquals(List.of(), new ScenarioRunner(PLANNER).compare(scenario));
  }
}
