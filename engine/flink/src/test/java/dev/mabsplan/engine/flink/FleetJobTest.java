package dev.mabsplan.engine.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the job in this JVM, with the real runtime. */
@Timeout(600)
@Tag("slow")
class FleetJobTest {

  private static final int SERVERS = 250;
  private static final int VERSIONS = 8;
  private static final Path OWN_PACK = Path.of("../../examples/pack");
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir private Path folder;

  private StreamExecutionEnvironment environment(Configuration more) {
    Configuration settings = FleetJob.settings(folder.resolve("checkpoints").toString());
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(300));
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(50));
    settings.addAll(more);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, settings);
    return env;
  }

  private Path write(String file, List<String> lines) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Path part = path.resolveSibling("." + path.getFileName());
    Files.write(part, lines);
    return Files.move(part, path);
  }

  private void run(DataStream<String> facts, DataStream<String> packs, Duration stale) {
    FleetJob.Results results = FleetJob.plan(facts, packs, "en", stale);
    FleetJob.sink(results.plans(), folder.toString(), "plans");
    FleetJob.sink(results.broken(), folder.toString(), "broken");
    FleetJob.sink(results.stale(), folder.toString(), "stale");
    FleetJob.sink(results.ranking(), folder.toString(), "ranking");
  }

  private List<String> written(String what) throws IOException {
    return Fleet.written(folder.resolve(what));
  }

  /** Fails three times, each time a quarter further on. */
  private static final class Failing implements MapFunction<String, String> {

    private static final long serialVersionUID = 1L;
    private static final AtomicInteger SEEN = new AtomicInteger();
    private static final AtomicInteger FAILED = new AtomicInteger();

    private final int every;

    Failing(int every) {
      this.every = every;
    }

    @Override
    public String map(String line) {
      if (SEEN.incrementAndGet() > every * (FAILED.get() + 1) && FAILED.get() < 3) {
        FAILED.incrementAndGet();
        throw new IllegalStateException("a machine that is no more");
      }
      return line;
    }
  }

  @Test
  void threeFailuresAmongAHundredThousandFactsLoseNothingAndDoubleNothing() throws Exception {
    assertEquals(100_000, SERVERS * VERSIONS * Fleet.FACTS);
    failThreeTimes(SERVERS);
  }

  /**
   * The same with as many documents as there are facts above, some minutes long: {@code mvn test
   * -pl engine/flink -am -Dtest=FleetJobTest -Dgroups=benchmark -DexcludedGroups=
   * -Dsurefire.failIfNoSpecifiedTests=false}.
   */
  @Test
  @Tag("benchmark")
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void threeFailuresAmongManyDocumentsLoseNothingAndDoubleNothing() throws Exception {
    failThreeTimes(Integer.getInteger("documents", 100_000) / VERSIONS);
  }

  private void failThreeTimes(int servers) throws Exception {
    Failing.SEEN.set(0);
    Failing.FAILED.set(0);
    List<String> documents = Fleet.documents(servers, VERSIONS);
    List<String> lines = new ArrayList<>(documents);
    lines.add(servers, "{\"servrs\": []}");
    Path facts = write("facts/all.ndjson", lines);
    StreamExecutionEnvironment env = environment(new Configuration());
    run(
        FleetJob.lines(env, facts.toString(), false, "facts")
            .map(new Failing(lines.size() / 4))
            .uid("failing"),
        env.fromData(""),
        NEVER);
    env.execute();

    assertEquals(3, Failing.FAILED.get());
    assertTrue(Failing.SEEN.get() > lines.size(), "facts were read again after a failure");
    assertEquals(Fleet.expected(documents), Fleet.plans(written("plans")));
    assertEquals(1, written("broken").size());
    List<String> rankings = written("ranking");
    assertTrue(rankings.contains(Fleet.ranking(documents)), "the ranking of one thread");
    assertEquals(List.of(), written("stale"));
  }

  @Test
  void aSavepointRestoresFactsPlansAndRanking() throws Exception {
    write("facts/1.ndjson", Fleet.documents(20, 1));
    write("packs/1.txt", List.of(" "));
    StreamExecutionEnvironment env = environment(new Configuration());
    watching(env, NEVER);
    JobClient job = env.executeAsync();
    await(() -> written("plans").size() == 20 && written("ranking").size() > 0);
    String savepoint =
        job.stopWithSavepoint(
                false,
                folder.resolve("savepoints").toUri().toString(),
                SavepointFormatType.CANONICAL)
            .get(60, TimeUnit.SECONDS);

    Configuration from = new Configuration();
    from.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    StreamExecutionEnvironment again = environment(from);
    watching(again, NEVER);
    JobClient restored = again.executeAsync();
    write("facts/2.ndjson", List.of(Fleet.document(0, 2)));
    await(() -> written("plans").size() == 21);
    String last =
        written("plans").stream()
            .filter(line -> line.contains("\"line\":2,"))
            .findFirst()
            .orElseThrow();
    assertTrue(last.contains("\"since\":{\"solved\":[{\"id\":\"replica/inconsistent\""), last);

    // other rule packs, once they are some: what is kept is planned for anew, and says so
    write("packs/2.txt", List.of(folder.toString()));
    await(() -> written("broken").size() == 1);
    write("packs/3.txt", List.of(OWN_PACK.toAbsolutePath().toString()));
    await(() -> written("plans").size() == 41);
    assertEquals(
        20, written("plans").stream().filter(line -> line.contains("\"otherRules\":true")).count());
    List<String> now = new ArrayList<>(Fleet.documents(20, 1));
    now.set(0, Fleet.document(0, 2));
    String ranking = Fleet.ranking(now);
    await(() -> written("ranking").contains(ranking));
    restored.cancel().get(60, TimeUnit.SECONDS);
  }

  @Test
  void factsThatNobodyRenewsRaiseAnAlarm() throws Exception {
    write("facts/1.ndjson", Fleet.documents(2, 1));
    write("packs/1.txt", List.of(" "));
    StreamExecutionEnvironment env = environment(new Configuration());
    watching(env, Duration.ofMillis(500));
    JobClient job = env.executeAsync();
    await(() -> written("stale").size() == 2);
    assertTrue(written("stale").get(0).contains("\"key\":\"fs0000"), written("stale").get(0));
    job.cancel().get(60, TimeUnit.SECONDS);
  }

  private void watching(StreamExecutionEnvironment env, Duration stale) {
    run(
        FleetJob.lines(env, folder.resolve("facts").toString(), true, "facts"),
        FleetJob.lines(env, folder.resolve("packs").toString(), true, "packs"),
        stale);
  }

  private interface Seen {
    boolean now() throws IOException;
  }

  private static void await(Seen seen) throws IOException, InterruptedException {
    for (int i = 0; i < 600 && !seen.now(); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertTrue(seen.now());
  }
}
