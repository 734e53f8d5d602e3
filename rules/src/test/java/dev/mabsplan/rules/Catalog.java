package dev.mabsplan.rules;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.PackReader;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.scenario.Scenario;
import dev.mabsplan.engine.scenario.ScenarioFile;
import dev.mabsplan.engine.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shipped rules and the scenarios beside them. */
final class Catalog {

  static final Path ROOT = Path.of("catalog");

  /** The folders of all packs, in the order in which they are shipped. */
  static final List<Path> PACKS =
      List.of(ROOT, Path.of("dpm"), Path.of("mars"), Path.of("families"));

  static final Planner PLANNER = Planner.shipped();

  /** With what a plan needs not, such as samples: {@link #PLANNER} has packs that were compiled. */
  static final List<RulePack> AS_WRITTEN =
      PACKS.stream().map(PackFiles::directory).map(PackReader::read).toList();

  private static final ScenarioReader READER = new ScenarioReader(PLANNER);

  private Catalog() {}

  /** Returns all scenarios, in the order of their files. */
  static List<Scenario> scenarios() {
    return files().flatMap(file -> READER.read(file).stream()).toList();
  }

  /** Returns all scenario files of all packs. */
  static Stream<ScenarioFile> files() {
    return PACKS.stream().flatMap(pack -> ScenarioFile.at(pack).stream());
  }
}
