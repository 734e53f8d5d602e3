package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The command for Windows, as the build packs it: its form alone, since nothing here runs it. Where
 * the build can't link it, there is none.
 */
@Tag("slow")
class WindowsCommandTest {

  private static final Path COMMAND = Path.of("..", "rules", "target", "mabsplan", "bin");
  private static final Path ZIP = Path.of("..", "rules", "target", "mabsplan.zip");

  private static final int PLACE_OF_HEADER = 0x3c;
  private static final int SUBSYSTEM = 92;
  private static final int CONSOLE = 3;

  private static boolean isLinkedHere() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64")
        && Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2"));
  }

  private static byte[] exe() throws IOException {
    assumeTrue(isLinkedHere(), "the build makes no mabsplan.exe on this machine");
    return Files.readAllBytes(COMMAND.resolve("mabsplan.exe"));
  }

  @Test
  void isAConsoleProgram() throws IOException {
    ByteBuffer exe = ByteBuffer.wrap(exe()).order(ByteOrder.LITTLE_ENDIAN);
    int header = exe.getInt(PLACE_OF_HEADER);

    assertEquals('M' | 'Z' << 8, exe.getShort(0));
    assertEquals('P' | 'E' << 8, exe.getInt(header));
    assertEquals(CONSOLE, exe.getShort(header + SUBSYSTEM));
  }

  @Test
  void bearsNoTimeOfItsBuild() throws IOException {
    ByteBuffer exe = ByteBuffer.wrap(exe()).order(ByteOrder.LITTLE_ENDIAN);
    int linked = exe.getInt(exe.getInt(PLACE_OF_HEADER) + 8);

    assertEquals(Instant.parse("2026-01-01T00:00:00Z"), Instant.ofEpochSecond(linked));
  }

  @Test
  void startsTheSameJarWithTheSameOptionsAsTheScript() throws IOException {
    String exe = new String(exe(), StandardCharsets.ISO_8859_1);
    String options =
        Files.readString(COMMAND.resolve("mabsplan.cmd"))
            .lines()
            .filter(line -> line.startsWith("set \"quick="))
            .map(line -> line.substring("set \"quick=".length(), line.length() - 1))
            .findFirst()
            .orElseThrow();

    assertTrue(exe.contains("\0" + options + " %JAVA_OPTS%\0"), options);
    assertTrue(exe.contains("\0..\\lib\\mabsplan.jar\0"));
    assertTrue(exe.contains("\0..\\runtime;%JAVA_HOME%;%PATH%\0"));
    assertTrue(exe.contains("there is no Java; install 17 or later"));
    assertTrue(Files.isRegularFile(COMMAND.resolve("..").resolve("lib").resolve("mabsplan.jar")));
  }

  @Test
  void isInTheArchiveWithItsLicence() throws IOException {
    byte[] exe = exe();
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      byte[] packed = zip.getInputStream(zip.getEntry("mabsplan/bin/mabsplan.exe")).readAllBytes();

      assertEquals(ByteBuffer.wrap(exe), ByteBuffer.wrap(packed));
      assertTrue(
          new String(
                  zip.getInputStream(zip.getEntry("mabsplan/THIRD-PARTY.txt")).readAllBytes(),
                  StandardCharsets.UTF_8)
              .contains("Launch4j"));
    }
  }
}
