package dev.mabsplan.engine.bench;

import dev.mabsplan.engine.Planner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Plans beside a pack of rules that look at services and find nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class IdleRulesBenchmark {

  /** How many rules more there are. */
  @Param({"0", "1000"})
  public int idle;

  private Planning planning;
  private List<byte[]> facts;

  /** Writes the pack and makes the planner. */
  @Setup
  public void prepare() throws IOException {
    Path folder = Files.createTempDirectory("idle");
    List<Path> packs = idle == 0 ? List.of() : List.of(IdlePack.write(folder, idle));
    planning = new Planning(Planner.withPacks(packs));
    facts = Examples.all();
  }

  /** Facts in, whole plan out. */
  @Benchmark
  @OperationsPerInvocation(PlanBenchmark.EXAMPLES)
  public void whole(Blackhole out) {
    for (byte[] json : facts) {
      out.consume(planning.whole(json));
    }
  }
}
