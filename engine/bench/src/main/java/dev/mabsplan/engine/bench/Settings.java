package dev.mabsplan.engine.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run is asked for.
 *
 * @param root the root of the project, built
 * @param out where results go
 * @param pace {@code short}, {@code long} for figures that are written down, or {@code smoke} to
 *     see whether all runs
 * @param parts what is measured
 * @param jdks homes of JDKs whose starts are measured, the one that runs this first
 * @param before another jar whose start is measured beside this one
 * @param page the page that the tables are written into
 */
record Settings(
    Path root,
    Path out,
    String pace,
    Set<String> parts,
    List<Path> jdks,
    Optional<Path> before,
    Optional<Path> page) {

  static Settings ofProperties() {
    String jdks = System.getProperty("bench.jdks", "");
    return new Settings(
        project(),
        Path.of(System.getProperty("bench.out", "target/bench")).toAbsolutePath(),
        System.getProperty("bench.setting", "short"),
        Set.of(System.getProperty("bench.parts", "starts,plans,engines").split(",")),
        Arrays.stream(
                (System.getProperty("java.home") + File.pathSeparator + jdks)
                    .split(File.pathSeparator))
            .filter(home -> !home.isEmpty())
            .map(Path::of)
            .toList(),
        path("bench.before"),
        path("bench.page"));
  }

  private static Optional<Path> path(String property) {
    return Optional.of(System.getProperty(property, ""))
        .filter(path -> !path.isEmpty())
        .map(path -> Path.of(path).toAbsolutePath().normalize());
  }

  /** Returns the root of the project; a JVM that JMH starts is told it too. */
  static Path project() {
    return Path.of(System.getProperty("bench.root", ".")).toAbsolutePath().normalize();
  }

  /** Returns the short value, or the one for figures that are written down. */
  int of(int brief, int thorough) {
    return switch (pace) {
      case "short" -> brief;
      case "long" -> thorough;
      case "smoke" -> 1;
      default ->
          throw new IllegalArgumentException(
              "bench.setting is short, long or smoke; found " + pace);
    };
  }
}
