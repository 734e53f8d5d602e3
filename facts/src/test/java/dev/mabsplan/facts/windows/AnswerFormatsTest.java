package dev.mabsplan.facts.windows;

import static dev.mabsplan.facts.windows.NativeSample.file;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats of what the commands of questions print, by the folders of their samples. */
class AnswerFormatsTest {

  private static final Map<String, NativeFormat> FORMATS =
      Map.ofEntries(
          Map.entry("test-net-connection", new TestNetConnection()),
          Map.entry("win32-computer-system", new Win32ComputerSystem()),
          Map.entry("web-answer", new WebAnswer()),
          Map.entry("scratch-location", new ScratchLocation()),
          Map.entry("get-dpm-job", new GetDpmJob()),
          Map.entry("get-mp-threat-detection", new GetMpThreatDetection()),
          Map.entry("win32-volume", new Win32Volume()),
          Map.entry("get-wb-volume", new GetWbVolume()),
          Map.entry("certificate-store", new CertificateStore()),
          Map.entry("credentials-files", new CredentialsFiles()),
          Map.entry("folder-files", new FolderFiles()),
          Map.entry("get-time-zone", new GetTimeZone()),
          Map.entry("vmware-hard-disks", new VmwareHardDisks()),
          Map.entry("vmware-annotations", new VmwareAnnotations()),
          Map.entry("sqlcmd", new SqlRoleTable()),
          Map.entry("w32tm", new TimeStripChart()));

  private static List<String> fitting(TextFile file) {
    return FORMATS.values().stream()
        .filter(format -> format.fits(file))
        .map(NativeFormat::name)
        .toList();
  }

  private static String folder(String sample) {
    return sample.substring(0, sample.indexOf('/'));
  }

  static List<String> own() {
    return all().stream().filter(sample -> FORMATS.containsKey(folder(sample))).toList();
  }

  static List<String> others() {
    return all().stream().filter(sample -> !FORMATS.containsKey(folder(sample))).toList();
  }

  /** Returns the samples of all formats that are tested in this package. */
  private static List<String> all() {
    try {
      Path root =
          Path.of(
              Objects.requireNonNull(AnswerFormatsTest.class.getResource("win32-volume"))
                  .toURI()
                  .resolve("."));
      try (Stream<Path> files = Files.walk(root, 2)) {
        return files
            .filter(Files::isRegularFile)
            .filter(path -> !path.toString().endsWith(".class"))
            .map(path -> root.relativize(path).toString().replace('\\', '/'))
            .filter(path -> path.contains("/"))
            .sorted()
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("own")
  void aSampleIsTakenForItsOwnFormatWhateverElseIsKnown(String sample) {
    String own = Objects.requireNonNull(FORMATS.get(folder(sample))).name();

    assertEquals(List.of(own), fitting(file(sample)));
    assertEquals(own, NativeFormats.of(file(sample)).map(NativeFormat::name).orElse("none"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void aSampleOfAnotherFormatFitsNone(String sample) {
    assertEquals(List.of(), fitting(file(sample)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"servers\":[{\"name\":\"FS01\",\"folders\":[{\"path\":\"C:\\\\Windows\\\\Temp\",\"fileCount\":5}]}]}",
        "[{\"FullName\":\"C:\\\\Windows\\\\Temp\",\"CreationTime\":\"2026-01-12T09:00:00Z\"}]",
        "[{\"Id\":\"1\",\"DisplayName\":\"Print Spooler\"}]",
        "[{\"VM\":\"WEB01\",\"Name\":\"note\",\"Value\":\"x\"}]",
        "[{\"Name\":\"C:\",\"Size\":5,\"FreeSpace\":3}]",
        "The clock was off by +00.0143231s at 09:41:12, error: none.",
        "Instance of SystemIsSysadmin",
        "\u0000\u0001MZ\u0090\u0000"
      })
  void whatIsSomethingElseFitsNone(String text) {
    assertEquals(List.of(), fitting(new TextFile("other", text)));
  }

  @ParameterizedTest
  @MethodSource("own")
  void aDamagedCopyIsReadWithoutAnException(String sample) {
    String text = file(sample).text();
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      StringBuilder damaged = new StringBuilder(text);
      damaged.setCharAt(random.nextInt(text.length()), "\t \n:-{[0\"\\".charAt(i % 10));
      damaged.setLength(i % 3 == 0 ? 1 + random.nextInt(text.length()) : text.length());
      TextFile file = new TextFile(sample, damaged.toString());
      assertDoesNotThrow(
          () ->
              FORMATS.values().stream()
                  .filter(format -> format.fits(file))
                  .forEach(format -> format.read(file, new Notes())));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "09:41:12, +00.0143231s\n",
        "Instance SystemIsSysadmin\n",
        "Instance ",
        "- ",
        "( ",
        "09:41:12 d:+",
        "{\"FullName\":\"x.VaultCredentials\",\"CreationTime\":1,\"FileCount\":1,\"SystemDrive\":\"C:\",\"Volumes\":[]},"
      })
  void aLargeFileIsReadInReasonableTime(String piece) {
    TextFile file = new TextFile("large", "[" + piece.repeat(2_000_000 / piece.length()));
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            FORMATS.values().stream()
                .filter(format -> format.fits(file))
                .forEach(format -> format.read(file, new Notes())));
  }
}
