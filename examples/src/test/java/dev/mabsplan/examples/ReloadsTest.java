package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Facts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Rules are loaded anew while many plan, as a service does that gets new rules without a restart;
 * {@code mvn -pl examples -am test -Dgroups=benchmark -DexcludedGroups= -Dtest=ReloadsTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dplans=1000000} lets them make a million plans. What
 * came of it stands in {@code target/reloads.txt}.
 */
@Tag("benchmark")
class ReloadsTest {

  private static final int THREADS = 64;
  private static final long PLANS = Long.getLong("plans", 2_000);
  private static final Duration BETWEEN_LOADS = Duration.ofSeconds(1);

  /** Until nothing is loaded for the first time any more. */
  private static final long WARM = 1_000;

  private static final int LOADS_WHEN_WARM = 5;
  private static final long MEBIBYTE = 1 << 20;
  private static final long MOST_HEAP = 32 * MEBIBYTE;
  private static final long MOST_METASPACE = 16 * MEBIBYTE;

  private final AtomicReference<Planner> planner = new AtomicReference<>(Planner.shipped());
  private final List<Case> cases = new ArrayList<>();

  /** What is planned for, and what one thread alone makes of it. */
  private record Case(Facts facts, Language language, Plan expected) {}

  private record Memory(long heap, long metaspace) {

    static Memory used() throws InterruptedException {
      for (int i = 0; i < 4; i++) {
        System.gc();
        Thread.sleep(100);
      }
      Runtime runtime = Runtime.getRuntime();
      return new Memory(
          runtime.totalMemory() - runtime.freeMemory(),
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getName().equals("Metaspace"))
              .map(MemoryPoolMXBean::getUsage)
              .findFirst()
              .orElseThrow()
              .getUsed());
    }

    @Override
    public String toString() {
      return "heap %.1f MiB, metaspace %.1f MiB"
          .formatted(1.0 * heap / MEBIBYTE, 1.0 * metaspace / MEBIBYTE);
    }
  }

  private void readCases() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("facts"))) {
      for (Path file : files.sorted().toList()) {
        Facts read = FactsDocument.read(file, planner.get().messages());
        for (Language language : Language.all()) {
          cases.add(new Case(read, language, planner.get().plan(read, language)));
        }
      }
    }
  }

  @Test
  void plansAreTheSameAndNothingPilesUpWhileRulesAreLoadedAnew() throws Exception {
    readCases();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
    try {
      for (int i = 0; i < LOADS_WHEN_WARM; i++) {
        planner.set(Planner.shipped());
        planned(threads, WARM / LOADS_WHEN_WARM, new AtomicLong());
      }
      Memory before = Memory.used();
      AtomicLong loads = new AtomicLong();
      long start = System.nanoTime();

      planned(threads, PLANS, loads);

      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      Memory after = Memory.used();
      String told =
          "%d threads, %d plans, %d loads, %d s; before: %s; after: %s%n"
              .formatted(THREADS, PLANS, loads.get(), seconds, before, after);
      Files.writeString(Path.of("target", "reloads.txt"), told);
      assertTrue(loads.get() > 0, told);
      assertTrue(after.heap() - before.heap() < MOST_HEAP, told);
      assertTrue(after.metaspace() - before.metaspace() < MOST_METASPACE, told);
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Lets all threads plan until there are as many plans, with whatever planner is there just then.
   */
  private void planned(ExecutorService threads, long plans, AtomicLong loads) throws Exception {
    AtomicLong next = new AtomicLong();
    Callable<Void> loading =
        () -> {
          while (next.get() < plans) {
            planner.set(Planner.shipped());
            loads.incrementAndGet();
            Thread.sleep(BETWEEN_LOADS.toMillis());
          }
          return null;
        };
    Callable<Void> planning =
        () -> {
          for (long i = next.getAndIncrement(); i < plans; i = next.getAndIncrement()) {
            Case one = cases.get((int) (i % cases.size()));
            assertEquals(one.expected(), planner.get().plan(one.facts(), one.language()));
          }
          return null;
        };
    List<Callable<Void>> all = new ArrayList<>(List.of(loading));
    for (int i = 0; i < THREADS; i++) {
      all.add(planning);
    }
    for (Future<Void> ended : threads.invokeAll(all)) {
      ended.get();
    }
  }
}
