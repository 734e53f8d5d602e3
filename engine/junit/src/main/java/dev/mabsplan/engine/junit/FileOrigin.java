package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.scenario.ScenarioFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/**
 * A scenario file in a folder.
 *
 * @param path where it lies; from the working directory where it lies below that
 * @param written the file that a build copied it from, where that can be told; otherwise the same
 */
record FileOrigin(Path path, Path written) implements Origin {

  static final String SEGMENT = "file";

  /** Where Maven and Gradle put copies of resources. */
  private static final Pattern COPY =
      Pattern.compile(
          "(?<project>(?:.*/)?)(?:target/(?<maven>test-)?classes|build/resources/(?<gradle>main|test))/(?<path>.+)");

  /** Returns the scenario file at a path, where there is one. */
  static Optional<Origin> at(Path path) {
    // An id that holds on another machine too is one that a build server can rerun.
    Path file = PackFiles.fromHere(path);
    return ScenarioFile.isScenario(slashes(file.toAbsolutePath())) && Files.isRegularFile(file)
        ? Optional.of(new FileOrigin(file, written(file)))
        : Optional.empty();
  }

  /** Returns the scenario files below a folder, sorted. */
  static List<Origin> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().flatMap(file -> at(file).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** People mend what they wrote, not the copy that the next build overwrites. */
  private static Path written(Path file) {
    Matcher copy = COPY.matcher(slashes(file));
    if (!copy.matches()) {
      return file;
    }
    boolean test = copy.group("maven") != null || "test".equals(copy.group("gradle"));
    Path written =
        Path.of(
            copy.group("project")
                + (test ? "src/test/resources/" : "src/main/resources/")
                + copy.group("path"));
    try {
      return Files.isRegularFile(written) && Files.mismatch(file, written) < 0 ? written : file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  @Override
  public String fileName() {
    return String.valueOf(path.getFileName());
  }

  @Override
  public UniqueId id(UniqueId engine) {
    return engine.append(SEGMENT, slashes(path));
  }

  @Override
  public ScenarioFile read() {
    ScenarioFile file = ScenarioFile.at(path).get(0);
    return new ScenarioFile(written.toString(), file.topic(), file.text(), file.beside());
  }

  @Override
  public TestSource source() {
    return FileSource.from(written.toFile());
  }

  @Override
  public TestSource source(int line) {
    return FileSource.from(written.toFile(), FilePosition.from(line));
  }

  @Override
  public Optional<Path> pack() {
    return PackFiles.around(path);
  }
}
