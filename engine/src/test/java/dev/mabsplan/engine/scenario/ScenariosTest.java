package dev.mabsplan.engine.scenario;

import static dev.mabsplan.engine.scenario.SmallScenario.GOOD;
import static dev.mabsplan.engine.scenario.SmallScenario.PLANNER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.scenario.Result.Outcome;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenariosTest {

  private static final String OTHER = "scenario: other\nexpect: {steps: []}\n";

  private static Scenarios read(String... texts) {
    int[] number = {0};
    return Scenarios.read(
        new ScenarioReader(PLANNER),
        Arrays.stream(texts)
            .map(
                text ->
                    new ScenarioFile(
                        "small/scenarios/" + number[0]++ + ".yaml",
                        "small",
                        text,
                        path -> Optional.ofNullable(SmallScenario.BESIDE.get(path))))
            .toList());
  }

  private static List<String> names(Scenarios scenarios) {
    return scenarios.scenarios().stream().map(Scenario::name).toList();
  }

  @Test
  void areReadInTheOrderOfTheFiles() {
    assertEquals(
        List.of("small/other", "small/vss", "small/vss#may start"), names(read(OTHER, GOOD)));
  }

  @Test
  void thatCannotBeReadHideNoOther() {
    Scenarios scenarios = read(OTHER, "scenario: [", GOOD);
    assertEquals(List.of("small/other", "small/vss", "small/vss#may start"), names(scenarios));
    Result broken = scenarios.broken().get(0);
    assertEquals(Outcome.BROKEN, broken.outcome());
    assertEquals("small/scenarios/1.yaml", broken.name());
    assertEquals(Source.of("small/scenarios/1.yaml"), broken.source());
    assertEquals(1, broken.faults().size());
  }

  @Test
  void ofOneNameAreRunOnceAndTheOtherIsBroken() {
    Scenarios scenarios = read(OTHER, OTHER);
    assertEquals(List.of("small/other"), names(scenarios));
    assertEquals(
        List.of(
            "small/scenarios/1.yaml:1:1: expected a name that no other scenario has; found"
                + " \"small/other\", as in small/scenarios/0.yaml:1:1"),
        scenarios.broken().get(0).faults().stream().map(Fault::message).toList());
  }

  @Test
  void canBeChosenAmongAndWhatCannotBeReadStays() {
    Scenarios scenarios =
        read(OTHER, "scenario: [", GOOD).only(scenario -> scenario.name().contains("#"));
    assertEquals(List.of("small/vss#may start"), names(scenarios));
    assertEquals(1, scenarios.broken().size());
  }

  @Test
  void comeOutAllTogether() {
    assertEquals(
        List.of(
            "small/scenarios/1.yaml BROKEN",
            "small/other PASSED",
            "small/vss PASSED",
            "small/vss#may start PASSED"),
        read(OTHER, "scenario: [", GOOD).run(new ScenarioRunner(PLANNER)).stream()
            .map(result -> result.name() + " " + result.outcome())
            .toList());
  }
}
