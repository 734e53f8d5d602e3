package dev.mabsplan.engine.junit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The rule pack that lies on the class path of these tests, and copies of it to be changed. */
final class SamplePack {

  static final Path FOLDER = Path.of("src/test/resources/sample");

  private SamplePack() {}

  /** Copies the pack into a folder, which is made for it, and returns that. */
  static Path copy(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(FOLDER.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return to;
  }

  /** Changes a text that must be in a file. */
  static void change(Path file, String what, String into) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(what), what);
    Files.writeString(file, text.replace(what, into));
  }
}
