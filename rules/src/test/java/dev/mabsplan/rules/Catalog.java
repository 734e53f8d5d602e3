package dev.mabsplan.rules;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.scenario.Scenario;
import dev.mabsplan.engine.scenario.ScenarioFile;
import dev.mabsplan.engine.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.List;

/** The shipped rules and the scenarios beside them. */
final class Catalog {

  static final Path ROOT = Path.of("catalog");

  /** The folders of all packs that are shipped. */
  static final List<Path> PACKS =
      List.of(
          ROOT, //
          Path.of("dpm"),
          Path.of("families"));

  static final Planner PLANNER = Planner.shipped();

  private static final ScenarioReader READER = new ScenarioReader(PLANNER);

  private Catalog() {}

  /** Returns all scenarios, in the order of their files. */
  static List<Scenario> scenarios() {
    return PACKS.stream()
        .flatMap(pack -> ScenarioFile.at(pack).stream())
        .flatMap(file -> READER.read(file).stream())
        .toList();
  }
}
