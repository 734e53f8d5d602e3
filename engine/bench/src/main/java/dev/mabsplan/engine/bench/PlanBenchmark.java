package dev.mabsplan.engine.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.render.PlanJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Plans for the examples by turns, and what it costs to read and write the same JSON without any
 * rule.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PlanBenchmark {

  /** How many examples there are, as {@link OperationsPerInvocation} needs a constant. */
  static final int EXAMPLES = 15;

  private Planning planning;
  private List<byte[]> facts;
  private List<Plan> plans;
  private ObjectMapper mapper;
  private List<JsonNode> trees;

  /** Makes the planner, and plans to write. */
  @Setup
  public void prepare() throws IOException {
    planning = new Planning(Planner.shipped());
    facts = Examples.all();
    if (facts.size() != EXAMPLES) {
      throw new IllegalStateException("expected " + EXAMPLES + " examples; found " + facts.size());
    }
    mapper = new ObjectMapper();
    plans = new ArrayList<>();
    trees = new ArrayList<>();
    for (byte[] json : facts) {
      plans.add(planning.planner().plan(planning.read(json), Language.ENGLISH));
      trees.add(mapper.readTree(planning.whole(json)));
    }
  }

  /** Facts in, whole plan out. */
  @Benchmark
  @OperationsPerInvocation(EXAMPLES)
  public void whole(Blackhole out) {
    for (byte[] json : facts) {
      out.consume(planning.whole(json));
    }
  }

  /** The same with two threads. */
  @Benchmark
  @Threads(2)
  @OperationsPerInvocation(EXAMPLES)
  public void wholeOnTwoThreads(Blackhole out) {
    whole(out);
  }

  /** Facts in, plan in short out. */
  @Benchmark
  @OperationsPerInvocation(EXAMPLES)
  public void inShort(Blackhole out) {
    for (byte[] json : facts) {
      out.consume(planning.inShort(json));
    }
  }

  /** Facts read and a plan written that was made before, by mabsplan's own readers and writers. */
  @Benchmark
  @OperationsPerInvocation(EXAMPLES)
  public void noRules(Blackhole out) {
    for (int i = 0; i < EXAMPLES; i++) {
      out.consume(planning.read(facts.get(i)));
      out.consume(Planning.bytes(PlanJson.line(plans.get(i))));
    }
  }

  /**
   * The same bytes read into a tree and written from one by Jackson, which knows nothing of facts.
   */
  @Benchmark
  @OperationsPerInvocation(EXAMPLES)
  public void jackson(Blackhole out) throws IOException {
    for (int i = 0; i < EXAMPLES; i++) {
      out.consume(mapper.readTree(facts.get(i)));
      out.consume(mapper.writeValueAsBytes(trees.get(i)));
    }
  }
}
