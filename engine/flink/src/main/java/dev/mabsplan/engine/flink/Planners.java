package dev.mabsplan.engine.flink;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.fleet.FleetStep;
import dev.mabsplan.engine.pack.Language;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The planners of this JVM. A rule base is large, slow to make and can't be sent over a network, so
 * all tasks of a JVM share one for each choice of packs: the only static state there is, and none
 * that a plan depends on.
 */
final class Planners {

  private static final Map<String, Planner> PLANNERS = new ConcurrentHashMap<>();

  private Planners() {}

  /**
   * Returns the planner with the shipped packs and those in folders.
   *
   * @param folders folders that hold a {@code pack.yaml} on every machine, with commas between
   *     them; empty for the shipped packs alone
   */
  static Planner of(String folders) {
    return PLANNERS.computeIfAbsent(folders, Planners::made);
  }

  private static Planner made(String folders) {
    List<Path> packs =
        Arrays.stream(folders.split(",", -1))
            .map(String::strip)
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
    return Planner.withPacks(packs);
  }

  static FleetStep step(String folders, String language) {
    return new FleetStep(of(folders), Language.tagged(language).orElse(Language.ENGLISH));
  }
}
