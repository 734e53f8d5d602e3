package dev.mabsplan.engine.cli.scenario;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.cli.option.PackOptions;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.scenario.ScenarioFile;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.engine.scenario.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rule packs and scenarios that somebody works on.
 *
 * @param packs all packs, among which scenarios are run
 * @param workedOn those that are worked on: what the paths lie in; all where no path is given
 * @param planner the planner of all packs
 * @param scenarios the scenarios at the paths, or of all packs
 */
record PacksAtWork(
    List<PackFiles> packs, List<PackFiles> workedOn, Planner planner, Scenarios scenarios) {

  /** Who names a folder far above a pack means something else. */
  private static final int DEEPEST_PACK = 4;

  /** Reads everything anew. */
  static PacksAtWork open(PackOptions options, List<Path> paths) {
    paths.stream()
        .filter(path -> !Files.exists(path))
        .findFirst()
        .ifPresent(
            path -> {
              throw new InputException(
                  "PATH is a scenario file or a folder; there is nothing at " + path);
            });
    List<Path> own = packsAround(paths);
    List<PackFiles> packs = options.files(own);
    Planner planner = Planner.ofFiles(packs);
    List<ScenarioFile> files =
        paths.isEmpty()
            ? packs.stream().flatMap(pack -> ScenarioFile.in(pack).stream()).toList()
            : at(paths);
    Set<String> origins = new TreeSet<>();
    own.forEach(path -> origins.add(path.toString()));
    return new PacksAtWork(
        packs,
        own.isEmpty()
            ? packs
            : packs.stream().filter(pack -> origins.contains(pack.origin())).toList(),
        planner,
        Scenarios.read(new ScenarioReader(planner), files));
  }

  /** A file that lies at several of the paths is there once. */
  private static List<ScenarioFile> at(List<Path> paths) {
    Map<Path, ScenarioFile> files = new LinkedHashMap<>();
    for (Path path : paths) {
      ScenarioFile.at(path)
          .forEach(
              file -> files.putIfAbsent(Path.of(file.name()).toAbsolutePath().normalize(), file));
    }
    return List.copyOf(files.values());
  }

  private static List<Path> packsAround(List<Path> paths) {
    Set<Path> packs = new LinkedHashSet<>();
    paths.forEach(path -> PackFiles.around(path).ifPresent(packs::add));
    return List.copyOf(packs);
  }

  /** Returns the rule packs below a path that lies in none, which are not among those at work. */
  List<Path> below(Path path) {
    if (PackFiles.around(path).isPresent()) {
      return List.of();
    }
    Set<String> ids = new TreeSet<>();
    packs.forEach(pack -> pack.id().ifPresent(ids::add));
    try (Stream<Path> found =
        Files.find(path, DEEPEST_PACK, (file, attributes) -> file.endsWith("pack.yaml"))) {
      return found
          .map(head -> PackFiles.directory(head.resolveSibling("")))
          .filter(pack -> pack.id().filter(id -> !ids.contains(id)).isPresent())
          .map(pack -> PackFiles.fromHere(Path.of(pack.origin())))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether a rule or remedy belongs to a pack that is worked on. */
  boolean workedOn(String id) {
    String topic = id.substring(0, id.indexOf('/'));
    return workedOn.stream().anyMatch(pack -> pack.topics().contains(topic));
  }
}
