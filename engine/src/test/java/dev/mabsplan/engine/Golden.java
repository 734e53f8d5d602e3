package dev.mabsplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What came out when somebody last read it. */
public final class Golden {

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "mabsplan", "engine");

  private Golden() {}

  /**
   * Holds a text to its file; {@code -Dgolden.update=true} writes the file instead.
   *
   * @param file from the resources of this package
   */
  public static void assertSame(String file, String text) {
    Path golden = FOLDER.resolve(file);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(golden, text);
      }
      assertEquals(Files.readString(golden), text, file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + " can't be read; -Dgolden.update=true writes it, for somebody to read", e);
    }
  }
}
