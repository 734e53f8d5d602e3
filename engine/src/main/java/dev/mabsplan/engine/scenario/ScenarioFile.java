package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
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
      Pattern.compile("(?:(?:.*/)?([^/]+)/)?scenarios/[^/]+\\.yaml");

  /** Returns the scenario files of a pack: every YAML file in a folder called scenarios, sorted. */
  public static List<ScenarioFile> in(PackFiles pack) {
    return pack.texts().entrySet().stream()
        .filter(file -> PLACE.matcher(file.getKey()).matches())
        .map(
            file ->
                new ScenarioFile(
                    pack.origin() + "/" + file.getKey(),
                    topic(file.getKey()),
                    file.getValue(),
                    path -> besides(pack.texts(), file.getKey(), path)))
        .toList();
  }

  /** Returns a fault for each file of a pack that is a scenario and that nobody would run. */
  public static List<Fault> misplaced(PackFiles pack) {
    return pack.texts().entrySet().stream()
        .filter(file -> !PLACE.matcher(file.getKey()).matches())
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
          .filter(file -> PLACE.matcher(slashes(file.toAbsolutePath())).matches())
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
        topic(slashes(file.toAbsolutePath())),
        text(file),
        path -> {
          Path other = file.resolveSibling(path).normalize();
          return Files.isRegularFile(other) ? Optional.of(text(other)) : Optional.empty();
        });
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

  private static Optional<String> besides(Map<String, String> texts, String file, String path) {
    Deque<String> steps = new ArrayDeque<>(List.of(file.split("/", -1)));
    steps.removeLast();
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        if (steps.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!step.equals(".")) {
        steps.addLast(step);
      }
    }
    return Optional.ofNullable(texts.get(String.join("/", steps)));
  }
}
