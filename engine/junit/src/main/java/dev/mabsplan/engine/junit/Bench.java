package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.PackReader;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.engine.scenario.ScenarioRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
      Planner planner = Planner.of(packs());
      built = new Tools(new ScenarioReader(planner), new ScenarioRunner(planner));
      tools = built;
    }
    return built;
  }

  private List<RulePack> packs() {
    List<RulePack> packs =
        new ArrayList<>(folders.stream().map(PackFiles::directory).map(PackReader::read).toList());
    Set<String> ids = packs.stream().map(RulePack::id).collect(Collectors.toSet());
    PackFiles.classPath(loader).stream()
        .map(PackReader::read)
        .filter(pack -> !ids.contains(pack.id()))
        .forEach(packs::add);
    return packs;
  }
}
