package dev.mabsplan.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mabsplan.engine.Golden;
import dev.mabsplan.engine.scenario.Difference;
import dev.mabsplan.engine.scenario.Difference.Row;
import dev.mabsplan.engine.scenario.Result;
import dev.mabsplan.engine.scenario.Result.Outcome;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.engine.scenario.ScenarioRunner;
import dev.mabsplan.engine.scenario.Scenarios;
import dev.mabsplan.engine.scenario.SmallScenario;
import dev.mabsplan.facts.fault.Source;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** What a scenario that does not pass prints, for every way of not passing. */
class ResultReportsTest {

  private static final String COMMAND = "mabsplan test rules";
  private static final String STEPS = "    - {remedy: small/make-folders, on: FS01";

  private static List<Result> run(String text) {
    return Scenarios.read(
            new ScenarioReader(SmallScenario.PLANNER),
            List.of(SmallScenario.file(text, SmallScenario.BESIDE)))
        .run(new ScenarioRunner(SmallScenario.PLANNER));
  }

  static Stream<Arguments> everyKindOfFailure() {
    return Stream.of(
        change("rule-silent", "covers: [small/vss-disabled]", "covers: [small/vss-may-start]"),
        change("rule-fired", "silent: [small/vss-may-start]", "silent: [small/vss-disabled]"),
        change("problem-missing", "problems: [small/in", "problems: [small/full, small/in"),
        change("problem-surplus", "problems: [small/inconsistent]", "problems: []"),
        change("step-missing", STEPS, "    - {remedy: small/add-disk}\n" + STEPS),
        change("step-nearly", "startType: disabled", "startType: automatic"),
        change("step-unknown", ", startType: disabled", ""),
        change("step-surplus", STEPS + ", status: confirmed, items: ['C:\\Temp']}\n", ""),
        change(
            "step-moved",
            "    - {remedy: small/check, on: MABS01, dataSource: 'D:\\', status: required}\n",
            "",
            "    - {remedy: small/let-vss-start, number",
            "    - {remedy: small/check, on: MABS01}\n    - {remedy: small/let-vss-start, number"),
        change("step-left-out", "startType: disabled", "startType: manual"),
        change("step-number", "number: 1,", "number: 2,"),
        change(
            "step-server",
            "on: FS01, status: confirmed, path",
            "on: FS02, status: confirmed, path"),
        change("step-data-source", "dataSource: 'D:\\', status", "dataSource: 'E:\\', status"),
        change("step-status", "status: required", "status: confirmed"),
        change("step-path", "path: checklist 1 of 2", "path: rivals 1 of 2"),
        change("step-items", "items: ['C:\\Temp']", "items: ['C:\\Temp', 'D:\\Temp']"),
        change(
            "step-because-rule", "because: [small/vss-disabled", "because: [small/folder-missing"),
        change(
            "step-because-fact",
            "\"servers[FS01].services[VSS].startType\"",
            "\"servers[FS01].services[VSS].state\""),
        change(
            "open-step-missing",
            "steps: {contains: [{remedy: small/make-folders}]}",
            "steps: {contains: [{remedy: small/make-folders}, {remedy: small/empty-pool}]}"),
        change(
            "left-out-missing",
            "  questions:",
            "  excluded: [{remedy: small/let-vss-start}]\n  questions:"),
        change("left-out-verdict", "verdict: satisfied", "verdict: inapplicable"),
        change(
            "left-out-because", "because: [small/vss-may-start]}]", "because: [small/pool-full]}]"),
        change("basic-checks", "looks: [small/start-agent]", "looks: []"),
        change(
            "question-missing",
            "[\"servers[MABS01].services[obengine].state\"]",
            "[\"servers[FS01].services[VSS].state\"]"),
        change("unexplained", "unexplained: 1", "unexplained: 0"),
        change(
            "after-steps",
            "problems: [], steps: [], unexplained: 1",
            "steps: [{remedy: small/check}], unexplained: 1"),
        change(
            "after-apply",
            "apply: [small/let-vss-start]",
            "apply: [small/let-vss-start, small/add-disk]"),
        change("broken-yaml", "silent: [small", "silent: [[small"),
        change(
            "broken-names",
            "covers: [small/vss-disabled]",
            "covers: [small/vss-disabeld]",
            "remedy: small/check",
            "remedy: small/chekc",
            "status: required",
            "status: requird",
            "questions:",
            "question:"),
        change("broken-facts", "startType: disabled", "startType: of"),
        change("broken-base", "../servers.yaml", "../server.yaml"),
        change("broken-unknown", "[VSS].state\"]", "[VSS].binaryPath\"]"),
        change("broken-case", "- name: may start", "- nam: may start"),
        change(
            "broken-attempt",
            "    - {id: 99999}\n",
            "    - {id: 99999}\n  attempts: [{remedy: small/chek, outcome: failed}]\n"));
  }

  private static Arguments change(String golden, String... textsAndReplacements) {
    String text = SmallScenario.GOOD;
    for (int i = 0; i < textsAndReplacements.length; i += 2) {
      int at = text.indexOf(textsAndReplacements[i]);
      assertTrue(at >= 0, "there is no " + textsAndReplacements[i]);
      text =
          text.substring(0, at)
              + textsAndReplacements[i + 1]
              + text.substring(at + textsAndReplacements[i].length());
    }
    return arguments(golden, text);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyKindOfFailure")
  void prints(String golden, String scenario) {
    List<Result> results = run(scenario);
    assertTrue(results.stream().anyMatch(result -> result.outcome() != Outcome.PASSED), golden);
    Golden.assertSame("report/" + golden + ".txt", ResultText.write(results, 80, false, COMMAND));
  }

  @Test
  void anotherOrderOfTheFactsThatGivesAnotherPlanIsAFailure() {
    Result result =
        new Result(
            "small/vss",
            "small",
            Source.of("small/scenarios/vss.yaml", 1),
            Outcome.FAILED,
            List.of(
                new Difference(
                    "order of the facts",
                    Source.of("small/scenarios/vss.yaml", 1),
                    List.of(new Row("\"number\": \"2\",", "\"number\": \"3\",")),
                    List.of(),
                    List.of(),
                    List.of("the same facts in another order give another plan"))),
            List.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(),
            Set.of());
    Golden.assertSame("report/order-of-facts.txt", ResultText.write(result, 80, false, COMMAND));
  }

  @Test
  void whatPassesIsOnlyCounted() {
    assertEquals(
        "2 scenarios: 2 passed\n", ResultText.write(run(SmallScenario.GOOD), 80, false, COMMAND));
  }

  @Test
  void whereTheColumnsAreTooNarrowExpectedAndGotStandBelowEachOther() {
    Golden.assertSame(
        "report/narrow.txt",
        ResultText.write(
            run(SmallScenario.with(STEPS, "    - {remedy: small/add-disk}\n" + STEPS)),
            36,
            false,
            COMMAND));
  }

  @Test
  void namesAreBoldWhereThatIsWanted() {
    String text =
        ResultText.write(run(SmallScenario.with("number: 1,", "number: 2,")), 80, true, COMMAND);
    assertTrue(text.startsWith("\u001b[1mFAILED  small/vss\u001b[0m\n"), text);
  }

  @Test
  void programsGetEverythingAsJson() {
    List<Result> results = run(SmallScenario.with("number: 1,", "number: 2,"));
    Golden.assertSame(
        "report/results.json", ResultJson.write(results, Optional.empty(), Optional.empty()));
  }

  @Test
  void buildServersGetJunitXml() throws Exception {
    List<Result> results = run(SmallScenario.with("number: 1,", "number: 2,"));
    String xml = ResultJunit.write(results, COMMAND);
    Golden.assertSame("report/results.xml", xml);
    assertEquals(
        2,
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getElementsByTagName("testcase")
            .getLength());
  }
}
