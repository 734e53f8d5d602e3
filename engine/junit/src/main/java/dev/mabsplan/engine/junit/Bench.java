package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.engine.scenario.ScenarioRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What scenarios are run on: one planner for all of them, built when it is first asked for. */
final class Bench {

  /** What reads scenarios and what runs them. */
  record Tools(ScenarioReader reader, ScenarioRunner runner) {}

  private final ClassLoader loader;
  private final List<Path> folders;
  private @Nullable Tools tools;

  /**
   * Makes a bench.
   *
   * @param loader finds the rule packs of the class path
   * @param folders rule packs that take the place of those of the class path
   */
  Bench(ClassLoader loader, Collection<Path> folders) {
    this.loader = loader;
    this.folders = List.copyOf(folders);
  }

  /**
   * Returns what reads and runs scenarios.
   *
   * @throws dev.mabsplan.engine.pack.InvalidPackException where a pack is not as it must be, or
   *     there is none
   */
  synchronized Tools tools() {
    Tools built = tools;
    if (built == null) {
      Planner planner = Planner.ofFiles(packs());
      built = new Tools(new ScenarioReader(planner), new ScenarioRunner(planner));
      tools = built;
    }
    return built;
  }

  private List<PackFiles> packs() {
    List<PackFiles> packs = new ArrayList<>(folders.stream().map(PackFiles::directory).toList());
    packs.addAll(PackFiles.classPath(loader, packs));
    return packs;
  }
}
