package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The pack {@code tiny} of the class path, as somebody works on it in a folder. */
final class TinyPack {

  private TinyPack() {}

  static Path copy(Path to) throws IOException, URISyntaxException {
    Path head =
        Path.of(
            Objects.requireNonNull(TinyPack.class.getResource("/tiny/pack.yaml"), "tiny").toURI());
    Path pack = Objects.requireNonNull(head.getParent());
    try (Stream<Path> files = Files.walk(pack)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(pack.relativize(file).toString()));
      }
    }
    return to;
  }

  static void change(Path file, String text, String by) throws IOException {
    String old = Files.readString(file);
    assertTrue(old.contains(text), () -> "there is no " + text + " in " + file);
    Files.writeString(file, old.replace(text, by));
  }
}
