package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.scenario.Scenario;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.engine.scenario.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every scenario of every topic is a test; a new one needs no Java. */
class ScenariosTest {

  private static final Path CATALOG = Path.of("catalog");
  private static final Planner PLANNER = Planner.shipped();

  @TestFactory
  Stream<DynamicNode> scenarios() throws IOException {
    ScenarioRunner runner = new ScenarioRunner(PLANNER);
    return files().stream()
        .map(
            file ->
                dynamicContainer(
                    CATALOG.relativize(file).toString(),
                    file.toUri(),
                    read(file).stream()
                        .map(
                            scenario ->
                                dynamicTest(
                                    scenario.name(),
                                    file.toUri(),
                                    () -> assertEquals(List.of(), runner.run(scenario))))));
  }

  @Test
  void everyRuleFiresInSomeScenarioAndStaysSilentInAnother() throws IOException {
    Set<String> neverFires = new TreeSet<>(PLANNER.rules());
    Set<String> neverSilent = new TreeSet<>(PLANNER.rules());
    for (Path file : files()) {
      for (Scenario scenario : read(file)) {
        scenario.covers().forEach(neverFires::remove);
        scenario.silent().forEach(neverSilent::remove);
      }
    }
    assertEquals(Set.of(), neverFires, "rules that no scenario covers");
    assertEquals(Set.of(), neverSilent, "rules that no scenario keeps silent");
  }

  @Test
  void everyTopicHasScenarios() throws IOException {
    for (Path file : files()) {
      assertTrue(Files.size(file) > 0, file + " is empty");
    }
    Set<String> topics = new TreeSet<>();
    PLANNER
        .knowledge()
        .packs()
        .forEach(pack -> pack.topics().forEach(topic -> topics.add(topic.name())));
    Set<String> withScenarios = new TreeSet<>();
    files().forEach(file -> withScenarios.add(CATALOG.relativize(file).getName(0).toString()));
    assertEquals(topics, withScenarios);
  }

  private static List<Scenario> read(Path file) {
    try {
      return ScenarioReader.read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Path> files() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CATALOG)) {
      files
          .filter(
              file -> file.toString().contains("scenarios") && file.toString().endsWith(".yaml"))
          .sorted()
          .forEach(found::add);
    }
    return found;
  }
}
