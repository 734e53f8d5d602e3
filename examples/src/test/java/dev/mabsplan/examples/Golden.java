package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What came out when somebody last read it. */
final class Golden {

  /** What says that a pack is the same to the letter, which every word of it changes. */
  static final Pattern DIGEST = Pattern.compile("\"digest\":\"[0-9a-f]{32}\"");

  private static final String NO_DIGEST = "\"digest\":\"" + "0".repeat(32) + "\"";

  private Golden() {}

  /**
   * Holds a text to its file, digests of packs apart; {@code -Dgolden.update=true} writes the file
   * instead.
   */
  static void assertSame(Path file, String text) throws IOException {
    String found = DIGEST.matcher(text).replaceAll(NO_DIGEST);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, found);
    }
    assertTrue(
        Files.exists(file),
        () -> file + " isn't there; -Dgolden.update=true writes it, for somebody to read");
    assertEquals(Files.readString(file), found, file.toString());
  }
}
