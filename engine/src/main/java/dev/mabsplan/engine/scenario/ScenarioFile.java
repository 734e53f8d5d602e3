package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A scenario file, wherever it lies.
 *
 * @param name what faults call it: its path
 * @param topic the topic it belongs to; empty where it lies in none
 * @param text what is in it
 * @param beside finds the text of a file by its path from this one, for {@code base}
 */
public record ScenarioFile(
    String name, String topic, String text, Function<String, Optional<String>> beside) {

  private static final Pattern PLACE =
      Pattern.compile("(?:(?:.*/)?([^/]+)/)?scenarios/[^/]+\\.ya?ml");

  /** Returns whether a path, with forward slashes, is that of a scenario file. */
  public static boolean isScenario(String path) {
    return PLACE.matcher(path).matches();
  }

  /** Returns the scenario files of a pack: every YAML file in a folder called scenarios, sorted. */
  public static List<ScenarioFile> in(PackFiles pack) {
    return pack.texts().entrySet().stream()
        .filter(file -> isScenario(file.getKey()))
        .map(
            file ->
                new ScenarioFile(
                    pack.origin() + "/" + file.getKey(),
                    topic(file.getKey()),
                    file.getValue(),
                    path ->
                        beside(file.getKey(), path)
                            .flatMap(at -> Optional.ofNullable(pack.texts().get(slashes(at))))))
        .toList();
  }

  /** Returns a fault for each file of a pack that is a scenario and that nobody would run. */
  public static List<Fault> misplaced(PackFiles pack) {
    return pack.texts().entrySet().stream()
        .filter(file -> !isScenario(file.getKey()))
        .filter(file -> file.getValue().lines().anyMatch(line -> line.startsWith("scenario:")))
        .map(
            file ->
                new Fault(
                    "scenarios in a folder called scenarios",
                    "one that is never run",
                    Source.of(pack.origin() + "/" + file.getKey(), 1),
                    "move it to TOPIC/scenarios"))
        .toList();
  }

  /**
   * Returns the scenario files at a path: the file itself or, of a folder, every YAML file in a
   * folder called scenarios, sorted.
   *
   * @throws InvalidScenarioException where there is nothing at the path, or none in UTF-8
   * @throws UncheckedIOException where a file can't be read
   */
  public static List<ScenarioFile> at(Path path) {
    if (Files.isRegularFile(path)) {
      return List.of(read(path));
    }
    if (!Files.isDirectory(path)) {
      throw new InvalidScenarioException(
          List.of(
              new Fault(
                  "a scenario file, or a folder with scenarios",
                  "neither",
                  Source.of(path.toString()),
                  null)));
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(file -> isScenario(slashes(file.toAbsolutePath().normalize())))
          .filter(Files::isRegularFile)
          .sorted()
          .map(ScenarioFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ScenarioFile read(Path file) {
    return new ScenarioFile(
        file.toString(),
        topic(slashes(file.toAbsolutePath().normalize())),
        text(file),
        path -> beside(file.toString(), path).filter(Files::isRegularFile).map(ScenarioFile::text));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new InvalidScenarioException(
          List.of(
              new Fault("text in UTF-8", "bytes that are none", Source.of(file.toString()), null)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static String topic(String path) {
    Matcher place = PLACE.matcher(path);
    return place.matches() && place.group(1) != null ? place.group(1) : "";
  }

  /** Returns what faults call the file at a path from this one. */
  String nameBeside(String path) {
    return beside(name, path).map(Path::toString).orElse(path);
  }

  /** A path with letters that no path can have leads nowhere. */
  private static Optional<Path> beside(String file, String path) {
    try {
      return Optional.of(Path.of(file).resolveSibling(path).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
