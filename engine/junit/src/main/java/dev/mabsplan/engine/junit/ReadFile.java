package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.scenario.InvalidScenarioException;
import dev.mabsplan.engine.scenario.Scenario;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.facts.fault.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A scenario file as it was read to be run.
 *
 * @param scenarios its scenarios by their names in the file; none where it is not as it must be
 * @param faults what is wrong with it
 */
record ReadFile(Map<String, Scenario> scenarios, List<Fault> faults) {

  static final ReadFile NONE = new ReadFile(Map.of(), List.of());

  static ReadFile read(ScenarioReader reader, Origin origin) {
    try {
      Map<String, Scenario> scenarios = new LinkedHashMap<>();
      reader.read(origin.read()).forEach(scenario -> scenarios.put(inFile(scenario), scenario));
      return new ReadFile(scenarios, List.of());
    } catch (InvalidScenarioException e) {
      return new ReadFile(Map.of(), e.faults());
    }
  }

  private static String inFile(Scenario scenario) {
    String topic = scenario.topic();
    return topic.isEmpty() ? scenario.name() : scenario.name().substring(topic.length() + 1);
  }
}
