package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.engine.scenario.ScenarioRunner;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scenario of every topic is a test; a new one needs no Java. */
class ScenariosTest {

  @TestFactory
  Stream<DynamicTest> scenarios() {
    ScenarioRunner runner = new ScenarioRunner(Catalog.PLANNER);
    return Catalog.scenarios().stream()
        .map(
            scenario ->
                dynamicTest(
                    scenario.name(),
                    () -> assertEquals(List.of(), runner.run(scenario).differences())));
  }
}
