package dev.mabsplan.engine.scenario;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The scenarios of some files.
 *
 * @param scenarios those that can be run, in the order of the files
 * @param broken what came of those that can't be read
 */
public record Scenarios(List<Scenario> scenarios, List<Result> broken) {

  public Scenarios {
    scenarios = List.copyOf(scenarios);
    broken = List.copyOf(broken);
  }

  /** Reads files; one that can't be read hides no other. */
  public static Scenarios read(ScenarioReader reader, Collection<ScenarioFile> files) {
    List<Scenario> scenarios = new ArrayList<>();
    List<Result> broken = new ArrayList<>();
    Map<String, Scenario> named = new HashMap<>();
    for (ScenarioFile file : files) {
      try {
        for (Scenario scenario : reader.read(file)) {
          Scenario other = named.putIfAbsent(scenario.name(), scenario);
          if (other == null) {
            scenarios.add(scenario);
          } else {
            broken.add(twice(scenario, other));
          }
        }
      } catch (InvalidScenarioException e) {
        broken.add(Result.broken(file.name(), file.topic(), Source.of(file.name()), e.faults()));
      }
    }
    return new Scenarios(scenarios, broken);
  }

  private static Result twice(Scenario scenario, Scenario other) {
    return Result.broken(
        scenario.name(),
        scenario.topic(),
        scenario.source(),
        List.of(
            new Fault(
                "a name that no other scenario has",
                "\"" + scenario.name() + "\", as in " + other.source(),
                scenario.source(),
                null)));
  }

  /** Returns those among them that are wanted; what can't be read stays. */
  public Scenarios only(Predicate<Scenario> wanted) {
    return new Scenarios(scenarios.stream().filter(wanted).toList(), broken);
  }

  /** Runs them and returns how all came out. */
  public List<Result> run(ScenarioRunner runner) {
    List<Result> results = new ArrayList<>(broken);
    results.addAll(runner.run(scenarios));
    return results;
  }
}
