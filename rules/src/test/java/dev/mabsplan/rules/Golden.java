package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What came out when somebody last read it. */
final class Golden {

  private Golden() {}

  /** Holds a text to its file; {@code -Dgolden.update=true} writes the file instead. */
  static void assertSame(Path file, String text) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertEquals(
        Files.readString(file),
        text,
        () -> file + " is stale; renew it with -Dgolden.update=true, and read what changed");
  }
}
