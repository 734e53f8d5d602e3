package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.scenario.Scenario;
import dev.mabsplan.engine.scenario.ScenarioRunner;
import dev.mabsplan.facts.document.FactsDocument;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every scenario of every topic is a test; a new one needs no Java. */
class ScenariosTest {

  private static final Planner PLANNER = Planner.shipped();

  @TestFactory
  Stream<DynamicNode> scenarios() {
    ScenarioRunner runner = new ScenarioRunner(PLANNER);
    return Catalog.files().stream()
        .map(
            file ->
                dynamicContainer(
                    Catalog.ROOT.relativize(file).toString(),
                    file.toUri(),
                    Catalog.read(file).stream()
                        .map(
                            scenario ->
                                dynamicTest(
                                    scenario.name(),
                                    file.toUri(),
                                    () -> assertEquals(List.of(), runner.run(scenario))))));
  }

  @Test
  void everyRuleFiresInSomeScenarioAndStaysSilentInAnother() {
    Set<String> neverFires = new TreeSet<>(PLANNER.rules());
    Set<String> neverSilent = new TreeSet<>(PLANNER.rules());
    for (Path file : Catalog.files()) {
      for (Scenario scenario : Catalog.read(file)) {
        scenario.covers().forEach(neverFires::remove);
        scenario.silent().forEach(neverSilent::remove);
      }
    }
    assertEquals(Set.of(), neverFires, "rules that no scenario covers");
    assertEquals(Set.of(), neverSilent, "rules that no scenario keeps silent");
  }

  @TestFactory
  Stream<DynamicNode> withoutARuleSomeScenarioFails() {
    List<Scenario> scenarios = Catalog.scenarios();
    Map<String, Set<String>> fired = new HashMap<>();
    for (Scenario scenario : scenarios) {
      fired.put(scenario.name(), PLANNER.fired(FactsDocument.parse(scenario.given())));
    }
    return PLANNER.rules().stream()
        .map(
            rule ->
                dynamicTest(
                    rule,
                    () -> {
                      ScenarioRunner runner = new ScenarioRunner(PLANNER.without(rule));
                      assertTrue(
                          scenarios.stream()
                              .filter(s -> fired.getOrDefault(s.name(), Set.of()).contains(rule))
                              .anyMatch(s -> !runner.compare(s).isEmpty()),
                          "no scenario misses " + rule);
                    }));
  }

  @Test
  void everyTopicHasScenarios() {
    Set<String> topics = new TreeSet<>();
    PLANNER
        .knowledge()
        .packs()
        .forEach(pack -> pack.topics().forEach(topic -> topics.add(topic.name())));
    Set<String> withScenarios = new TreeSet<>();
    Catalog.files()
        .forEach(file -> withScenarios.add(Catalog.ROOT.relativize(file).getName(0).toString()));
    assertEquals(topics, withScenarios);
  }
}
