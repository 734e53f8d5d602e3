package dev.mabsplan.engine.bench;

import dev.mabsplan.engine.Planner;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One plan for a document of many facts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FactsBenchmark {

  /** How many facts the document has. */
  @Param({"100", "1000", "10000", "100000"})
  public int facts;

  private Planning planning;
  private byte[] json;

  /** Makes the planner and the document. */
  @Setup
  public void prepare() {
    planning = new Planning(Planner.shipped());
    json = Examples.withFacts(facts);
  }

  /** Facts in, whole plan out. */
  @Benchmark
  public byte[] plan() {
    return planning.whole(json);
  }
}
