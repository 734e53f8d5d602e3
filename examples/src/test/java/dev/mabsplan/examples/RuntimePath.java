package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The jars that a program which embeds the library is given by Maven, ours among them as they are
 * published.
 */
final class RuntimePath {

  private static final Path WRITTEN = Path.of("target", "runtime-path.txt");

  private RuntimePath() {}

  /** Returns the jars; where nothing was packed ("mvn test"), there is nothing to test. */
  static List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String element : Files.readString(WRITTEN).strip().split(File.pathSeparator, -1)) {
      assumeTrue(element.endsWith(".jar"), () -> element + " is no jar: \"mvn verify\" packs it");
      jars.add(Path.of(element));
    }
    return jars;
  }
}
