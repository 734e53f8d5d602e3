package dev.mabsplan.engine.cli;

import static dev.mabsplan.engine.cli.Ran.mabsplan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit is said by {@code --help}; what is just below it is read, what is above is told. */
class LimitsTest {

  private static final int MIB = 1 << 20;

  private static final String DOCUMENT = "{\"errors\": [{\"text\": \"Tape is silent\"}]}";

  @TempDir private Path folder;

  private static String help(String command) {
    return mabsplan(command, "--help").out().replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "import", "explain", "diff"})
  void helpSaysHowMuchIsRead(String command) {
    for (String limit : List.of("5,000 files", "16 MiB", "512 MiB", "100 times", "64 MiB")) {
      assertTrue(help(command).contains(limit), limit);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "explain"})
  void helpSaysHowMuchIsPlannedFor(String command) {
    assertTrue(help(command).contains("newest 1,000"));
    assertTrue(help(command).contains("1 MiB"));
  }

  private Path padded(int length) throws IOException {
    return Files.writeString(
        folder.resolve("facts.json"), DOCUMENT + " ".repeat(length - DOCUMENT.length()));
  }

  @Test
  @Tag("slow")
  void aDocumentOfSixteenMebibytesIsReadAndNoneOfMore() throws IOException {
    mabsplan("plan", padded(16 * MIB).toString()).ended(0).says("Tape is silent");
    mabsplan("plan", padded(16 * MIB + 1).toString()).ended(2).says("no more than 16 MiB");
  }

  private Path alerts(int count) throws IOException {
    StringBuilder document = new StringBuilder("{\"errors\": [");
    for (int i = 0; i < count; i++) {
      document.append(i == 0 ? "" : ",").append("{\"text\": \"Tape ").append(i).append("\"}");
    }
    return Files.writeString(folder.resolve("alerts.json"), document.append("]}"));
  }

  @Test
  void aThousandErrorsArePlannedForAndNoMore() throws IOException {
    assertEquals("", mabsplan("plan", alerts(1_000).toString()).ended(0).err());
    mabsplan("plan", alerts(1_001).toString()).ended(0).says("newest 1,000 of 1,001");
  }

  private Path named(int length) throws IOException {
    return Files.writeString(
        folder.resolve("named.json"),
        "{\"servers\": [{\"name\": \"" + "x".repeat(length) + "\", \"role\": \"backupServer\"}]}");
  }

  @Test
  void namesOfServersHaveTwoHundredAndFiftyFiveCharactersAtMost() throws IOException {
    mabsplan("plan", named(255).toString()).ended(0);
    mabsplan("plan", named(256).toString()).ended(2).says("255");
  }

  @Test
  @Tag("slow")
  void fiveThousandFilesAreReadAndNoMore() throws IOException {
    Path files = Files.createDirectory(folder.resolve("files"));
    for (int i = 0; i < 4_999; i++) {
      Files.createFile(files.resolve(i + ".txt"));
    }
    Files.writeString(files.resolve("facts.json"), DOCUMENT);
    mabsplan("import", files.toString()).ended(0);

    Files.createFile(files.resolve("5000.txt"));
    mabsplan("import", files.toString()).ended(2).says("no more than 5000 files");
  }

  @Test
  void ofAPastedTextAMebibyteIsRead() {
    String text = "Tape is silent. ".repeat(MIB / 16);
    assertEquals(
        Ran.reading(text, "plan", "--text", "-").ended(0).out(),
        Ran.reading(text + "The replica is inconsistent.", "plan", "--text", "-").ended(0).out());
  }
}
