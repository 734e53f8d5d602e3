package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.scenario.Result;
import dev.mabsplan.engine.scenario.Result.Outcome;
import dev.mabsplan.engine.scenario.Scenario;
import dev.mabsplan.engine.scenario.ScenarioFile;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.engine.scenario.ScenarioRunner;
import dev.mabsplan.engine.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures how long a thousand scenarios take, as {@code mabsplan test} runs them. No test: it
 * holds nothing to a time. {@code mvn -pl rules -am test -Dgroups=benchmark -DexcludedGroups=} runs
 * it.
 */
@Tag("benchmark")
class ScenarioBenchmark {

  private static final int SCENARIOS = 1000;
  private static final int ROUNDS = 7;

  @Test
  void aThousandScenarios() {
    long begin = System.nanoTime();
    Planner planner = Planner.shipped();
    long compiled = System.nanoTime();
    List<ScenarioFile> files =
        PackFiles.classPath(ScenarioBenchmark.class.getClassLoader()).stream()
            .flatMap(pack -> ScenarioFile.in(pack).stream())
            .toList();
    Scenarios read = Scenarios.read(new ScenarioReader(planner), files);
    long ready = System.nanoTime();
    List<Scenario> thousand =
        IntStream.range(0, SCENARIOS)
            .mapToObj(i -> read.scenarios().get(i % read.scenarios().size()))
            .toList();
    ScenarioRunner runner = new ScenarioRunner(planner);
    List<Long> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      List<Result> results = runner.run(thousand);
      rounds.add(System.nanoTime() - start);
      assertEquals(
          0, results.stream().filter(result -> result.outcome() != Outcome.PASSED).count());
    }
    List<Long> sorted = rounds.stream().sorted().toList();
    say("rules checked and compiled", compiled - begin);
    say(read.scenarios().size() + " scenarios read", ready - compiled);
    say("1000 scenarios run, first time", rounds.get(0));
    say("1000 scenarios run, median of 7", sorted.get(ROUNDS / 2));
  }

  private static void say(String what, long nanos) {
    System.out.println(what + ": " + nanos / 1_000_000 + " ms");
  }
}
