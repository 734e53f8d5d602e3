package dev.mabsplan.rules;

import dev.mabsplan.engine.scenario.Scenario;
import dev.mabsplan.engine.scenario.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scenario files of the catalog. */
final class Catalog {

  static final Path ROOT = Path.of("catalog");

  private Catalog() {}

  /** Returns all scenario files, sorted. */
  static List<Path> files() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().contains("scenarios"))
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the scenarios of a file. */
  static List<Scenario> read(Path file) {
    try {
      return ScenarioReader.read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns all scenarios. */
  static List<Scenario> scenarios() {
    return files().stream().flatMap(file -> read(file).stream()).toList();
  }
}
