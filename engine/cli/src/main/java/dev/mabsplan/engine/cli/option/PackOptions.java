package dev.mabsplan.engine.cli.option;

import dev.mabsplan.engine.CompiledPacks;
import dev.mabsplan.engine.KeptPacks;
import dev.mabsplan.engine.PackContents;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The rule packs that a command works with: those of the class path, and folders, but for some. */
public class PackOptions {

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description =
          "A rule pack of your own: a folder with a pack.yaml. May be given several times. Rules"
              + " are code; use none that you would not run.")
  private List<Path> rules = new ArrayList<>();

  @Option(
      names = "--without",
      paramLabel = "PACK",
      description =
          "The id of a rule pack to do without, such as families, and with it all packs that build"
              + " on it. May be given several times.")
  private List<String> without = new ArrayList<>();

  private final Map<String, String> environment;

  private @Nullable FutureTask<Planner> begun;
  private @Nullable Planner planner;

  public PackOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Returns a planner with the packs. */
  public Planner planner() {
    Planner made = planner;
    if (made == null) {
      FutureTask<Planner> making = begun;
      made = making == null ? made() : Ahead.result(making);
      planner = made;
    }
    return made;
  }

  /** Begins with the planner, while facts are still to be read. */
  public void begin() {
    // what has to be compiled is kept, which nobody should be interrupted in
    if (planner == null && begun == null && rules.isEmpty()) {
      begun = Ahead.begin(this::made);
    }
  }

  private Planner made() {
    return compiled(CacheFolder.packs(environment))
        .orElseGet(() -> Planner.ofFiles(files(List.of())));
  }

  /** Returns what the site says itself, where it says something. */
  Optional<Site> site() {
    return Optional.empty();
  }

  /** Returns a planner for which nothing need be compiled any more, or nothing. */
  private Optional<Planner> compiled(KeptPacks kept) {
    checkFolders(rules);
    try {
      return CompiledPacks.planner(List.copyOf(new LinkedHashSet<>(rules)), without, kept);
    } catch (InvalidPackException e) {
      // Whoever compiles them says everything that is wrong, and of the arguments first.
      return Optional.empty();
    }
  }

  /**
   * Returns what the packs know, without compiling their rules for it.
   *
   * @throws InvalidPackException where they are not as they must be
   */
  public PackContents contents() {
    if (begun != null) {
      return Workshop.of(planner()).contents();
    }
    Planner made = planner;
    if (made == null) {
      made = compiled(KeptPacks.nowhere()).orElse(null);
      planner = made;
    }
    return made == null ? PackContents.of(files(List.of())) : Workshop.of(made).contents();
  }

  /**
   * Returns the files of the packs.
   *
   * @param more folders of packs that are worked on; each takes the place of the one on the class
   *     path that has its id
   */
  public List<PackFiles> files(List<Path> more) {
    List<PackFiles> own = folders(more);
    List<PackFiles> workedOn =
        own.stream()
            .filter(pack -> more.stream().anyMatch(at -> pack.origin().equals(at.toString())))
            .toList();
    List<PackFiles> files =
        new ArrayList<>(PackFiles.classPath(PackOptions.class.getClassLoader(), workedOn));
    files.addAll(own);
    return wanted(files);
  }

  private List<PackFiles> wanted(List<PackFiles> files) {
    try {
      return PackFiles.without(files, without);
    } catch (InvalidPackException e) {
      // An id that is none of a pack is a wrong argument, and nothing is wrong with any pack.
      throw new InputException("--without: " + e.faults().get(0).message());
    }
  }

  private List<PackFiles> folders(List<Path> more) {
    Set<Path> folders = new LinkedHashSet<>(rules);
    folders.addAll(more);
    checkFolders(folders);
    return folders.stream().map(PackFiles::directory).toList();
  }

  private static void checkFolders(Collection<Path> folders) {
    for (Path folder : folders) {
      if (!Files.isRegularFile(folder.resolve("pack.yaml"))) {
        throw new InputException(
            "--rules takes a folder that holds a pack.yaml; there is none in " + folder);
      }
    }
  }

  /** Returns a path as a person types it into any shell. */
  public static String typed(Path path) {
    String text = path.toString().isEmpty() ? "." : path.toString();
    return text.contains(" ") ? '"' + text + '"' : text;
  }

  /** Returns the ids of the packs to do without. */
  public List<String> without() {
    return List.copyOf(without);
  }

  /** Returns a planner with one more pack, which takes the place of the shipped one of its id. */
  Planner plannerWith(Path folder) {
    checkFolders(List.of(folder));
    PackFiles own = PackFiles.directory(folder);
    List<PackFiles> files =
        new ArrayList<>(PackFiles.classPath(PackOptions.class.getClassLoader(), List.of(own)));
    files.add(own);
    return Planner.ofFiles(wanted(files));
  }

  /** Returns the folders given. */
  public List<Path> folders() {
    return List.copyOf(rules);
  }
}
