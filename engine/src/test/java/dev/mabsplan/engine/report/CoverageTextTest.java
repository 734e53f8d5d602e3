package dev.mabsplan.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.Golden;
import dev.mabsplan.engine.scenario.Coverage;
import dev.mabsplan.engine.scenario.Coverage.Level;
import dev.mabsplan.engine.scenario.Result;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.engine.scenario.ScenarioRunner;
import dev.mabsplan.engine.scenario.Scenarios;
import dev.mabsplan.engine.scenario.SmallScenario;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoverageTextTest {

  private static final List<Result> RESULTS =
      Scenarios.read(
              new ScenarioReader(SmallScenario.PLANNER),
              List.of(SmallScenario.file(SmallScenario.GOOD, SmallScenario.BESIDE)))
          .run(new ScenarioRunner(SmallScenario.PLANNER));

  private static final Coverage COVERAGE = Coverage.of(SmallScenario.PLANNER, RESULTS, id -> true);

  @Test
  void theTableHasARowForEveryRuleAndRemedy() {
    Golden.assertSame("report/coverage.txt", CoverageText.write(COVERAGE, 80));
  }

  @Test
  void programsGetTheSameNumbers() {
    Golden.assertSame(
        "report/coverage.json",
        ResultJson.write(List.of(), Optional.of(COVERAGE), Optional.empty()));
  }

  @Test
  void belowAThresholdWhatIsMissingIsListed() {
    Map<Level, Integer> thresholds = new EnumMap<>(Level.class);
    thresholds.put(Level.FIRED, 100);
    thresholds.put(Level.SILENT, 10);
    thresholds.put(Level.CLOSED, 100);
    Golden.assertSame("report/threshold.txt", CoverageText.below(COVERAGE, thresholds, 80));
  }

  @Test
  void aThresholdThatIsKeptIsNotMentioned() {
    assertEquals("", CoverageText.below(COVERAGE, Map.of(Level.SILENT, 20), 80));
  }
}
