package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.PackReader;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.facts.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The rule packs that a command works with: those of the class path, and folders. */
final class PackOptions {

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description =
          "A rule pack of your own: a folder with a pack.yaml. May be given several times. Rules are"
              + " code; use none that you would not run.")
  private List<Path> rules = new ArrayList<>();

  /** Returns a planner with the packs. */
  Planner planner() {
    return Planner.of(read(files(List.of())));
  }

  /**
   * Returns the files of the packs.
   *
   * @param more folders of packs that are worked on; each takes the place of the one on the class
   *     path that has its id
   */
  List<PackFiles> files(List<Path> more) {
    List<PackFiles> own = folders(more);
    Set<String> workedOn = new HashSet<>();
    own.stream()
        .filter(pack -> more.stream().anyMatch(folder -> pack.origin().equals(folder.toString())))
        .forEach(pack -> pack.id().ifPresent(workedOn::add));
    List<PackFiles> files = new ArrayList<>();
    PackFiles.classPath(PackOptions.class.getClassLoader()).stream()
        .filter(pack -> pack.id().filter(workedOn::contains).isEmpty())
        .forEach(files::add);
    files.addAll(own);
    return files;
  }

  private List<PackFiles> folders(List<Path> more) {
    Set<Path> folders = new LinkedHashSet<>(rules);
    folders.addAll(more);
    for (Path folder : folders) {
      if (!Files.isRegularFile(folder.resolve("pack.yaml"))) {
        throw new InputException(
            "--rules takes a folder that holds a pack.yaml; there is none in " + folder);
      }
    }
    return folders.stream().map(PackFiles::directory).toList();
  }

  /**
   * Reads packs; all that is wrong with any of them is said at once.
   *
   * @throws InvalidPackException where one is not as it must be
   */
  static List<RulePack> read(List<PackFiles> files) {
    List<RulePack> packs = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (PackFiles each : files) {
      try {
        packs.add(PackReader.read(each));
      } catch (InvalidPackException e) {
        faults.addAll(e.faults());
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidPackException(faults);
    }
    return packs;
  }

  /** Returns the folder with a pack.yaml that a path is or lies in, where it lies in one. */
  static Optional<Path> packAround(Path path) {
    for (Path at = path.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("pack.yaml"))) {
        return Optional.of(shortened(at));
      }
    }
    return Optional.empty();
  }

  /** As a person in this folder would write it. */
  private static Path shortened(Path path) {
    Path here = Path.of("").toAbsolutePath();
    if (path.equals(here)) {
      return Path.of(".");
    }
    return path.startsWith(here) ? here.relativize(path) : path;
  }

  /** Returns the folders given. */
  List<Path> folders() {
    return List.copyOf(rules);
  }
}
