package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.scenario.Result;
import dev.mabsplan.engine.scenario.Result.Outcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Scenario files as dynamic tests of JUnit Jupiter, of any version from 5.4 on and under any
 * Surefire: they belong to a method of a class, which nothing that runs classes can lose.
 *
 * <pre>{@code
 * class ScenariosTest {
 *   @TestFactory
 *   Stream<DynamicNode> scenarios() {
 *     return ScenarioTests.below("src/main/resources/my-pack");
 *   }
 * }
 * }</pre>
 */
public final class ScenarioTests {

  private ScenarioTests() {}

  /**
   * Returns the scenarios below folders: a container for each file, and in it a test for each case.
   * They are run against the rule packs of the class path and those that the files lie in; rules
   * are compiled once for all of them.
   *
   * @throws IllegalArgumentException where no scenario lies below a folder: a test that runs
   *     nothing would be green
   * @throws java.io.UncheckedIOException where a folder can't be read
   */
  public static Stream<DynamicNode> below(String... folders) {
    List<Origin> files =
        Arrays.stream(folders)
            .flatMap(
                folder -> {
                  List<Origin> found = FileOrigin.below(Path.of(folder));
                  if (found.isEmpty()) {
                    throw new IllegalArgumentException(
                        "no scenario lies below "
                            + folder
                            + ": expected .yaml files in folders called scenarios");
                  }
                  return found.stream();
                })
            .toList();
    Set<Path> packs = new LinkedHashSet<>();
    files.forEach(file -> file.pack().ifPresent(packs::add));
    Bench bench = new Bench(classLoader(), packs);
    return files.stream().map(file -> container(file, bench));
  }

  private static ClassLoader classLoader() {
    return Objects.requireNonNullElse(
        Thread.currentThread().getContextClassLoader(), ScenarioTests.class.getClassLoader());
  }

  private static DynamicNode container(Origin origin, Bench bench) {
    ReadFile file = ReadFile.read(bench.tools().reader(), origin);
    if (!file.faults().isEmpty()) {
      return DynamicTest.dynamicTest(
          origin.fileName(),
          () -> {
            throw Failure.of(file.faults());
          });
    }
    return DynamicContainer.dynamicContainer(
        origin.fileName(),
        file.scenarios().entrySet().stream()
            .map(
                scenario ->
                    DynamicTest.dynamicTest(
                        scenario.getKey(),
                        () -> {
                          Result result = bench.tools().runner().run(scenario.getValue());
                          if (result.outcome() != Outcome.PASSED) {
                            throw Failure.of(result);
                          }
                        })));
  }
}
