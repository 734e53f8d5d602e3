package dev.mabsplan.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What reports printed when somebody last read them. */
final class Golden {

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "mabsplan", "engine", "report");

  private Golden() {}

  /** Holds a report to its file; {@code -Dgolden.update=true} writes the file instead. */
  static void assertSame(String file, String report) {
    Path golden = FOLDER.resolve(file);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(golden, report);
      }
      assertEquals(Files.readString(golden), report, file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + " can't be read; -Dgolden.update=true writes it, for somebody to read", e);
    }
  }
}
