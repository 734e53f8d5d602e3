package dev.mabsplan.facts.input;

import static dev.mabsplan.facts.format.Sample.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which format a file is taken for. */
@Tag("slow")
class NativeFormatsTest {

  private static final Path SAMPLES = Path.of("src/test/resources/dev/mabsplan/facts/samples");

  /** What holds pieces of other formats, or is a narrower kind of one, and is tried before it. */
  private static final Map<String, Set<String>> WIDER =
      Map.of(
          "DPM_Info.txt",
          Set.of("Get-Service as shown"),
          "VSS_Info.txt",
          Set.of("vssadmin list writers", "vssadmin list shadowstorage", "fltmc filters"),
          "vssadmin list writers",
          Set.of("vssadmin list shadowstorage"),
          "scratch location | ConvertTo-Json",
          Set.of("Get-ItemProperty | ConvertTo-Json"));

  @TestFactory
  Stream<DynamicTest> aSampleFitsOneFormatOrTheNarrowerOfTwo() {
    return samples()
        .map(
            sample ->
                dynamicTest(
                    sample,
                    () -> {
                      List<String> fitting = fitting(file(sample));
                      Set<String> others =
                          fitting.stream().skip(1).collect(Collectors.toUnmodifiableSet());
                      Set<String> allowed =
                          fitting.isEmpty()
                              ? Set.of()
                              : WIDER.getOrDefault(fitting.get(0), Set.of());
                      assertTrue(allowed.containsAll(others), fitting::toString);
                    }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \n\n",
        "[]",
        "{}",
        "{\"errors\":[{\"text\":\"The replica is inconsistent. (ID 3106)\"}]}",
        "{\"servers\":[{\"name\":\"FS01\",\"services\":[{\"name\":\"VSS\",\"state\":\"stopped\",\"startType\":\"disabled\"}]}]}",
        "{\"servers\":[{\"name\":\"FS01\",\"services\":[{\"name\":\"VSS\",\"state\":",
        "{\"servers\":[{\"name\":\"FS01\",\"volumes\":[{\"name\":\"D:\",\"sizeBytes\":5}]}]}",
        "{\"servers\":[{\"name\":\"FS01\",\"folders\":[{\"path\":\"C:\\\\Windows\\\\Temp\",\"fileCount\":5}]}]}",
        "[{\"DriveLetter\":\"C\",\"FileSystem\":\"NTFS\",\"HealthStatus\":\"Healthy\",\"Size\":500000000000}]",
        "{\"DriveLetter\":\"C\",\"Size\":5,\"PartitionNumber\":1}",
        "[{\"Name\":\"Ethernet\",\"Status\":\"Up\",\"LinkSpeed\":\"10 Gbps\"}]",
        "[{\"Name\":\"web\",\"Status\":4,\"Replicas\":2}]",
        "[{\"Name\":\"SQL01\",\"State\":2,\"Status\":\"Operating normally\"}]",
        "[{\"Name\":\"WindowsServerBackup\",\"InstallState\":2,\"Caption\":\"Windows Server Backup\"}]",
        "[{\"Name\":\"Microsoft Azure Backup\",\"InstallState\":5,\"Version\":\"14.0\"}]",
        "[{\"Name\":\"C:\",\"Size\":5,\"FreeSpace\":3}]",
        "[{\"FullName\":\"C:\\\\Windows\\\\Temp\",\"CreationTime\":\"2026-01-12T09:00:00Z\"}]",
        "[{\"Id\":\"1\",\"DisplayName\":\"Print Spooler\"}]",
        "[{\"VM\":\"WEB01\",\"Name\":\"note\",\"Value\":\"x\"}]",
        "Run sc query VSS and see whether the state is 4 RUNNING.",
        "NOTE: the service VSS\n  STATE : 4  RUNNING",
        "[SC] QueryServiceConfig SUCCESS",
        "The value is in HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft, said the page.\n",
        "The replica of D:\\ on FS01 is inconsistent. (ID: 3106)\nWhat can I do?",
        "The clock was off by +00.0143231s at 09:41:12, error: none.",
        "Instance of SystemIsSysadmin",
        "\u0000\u0001\u0002PK\u0003\u0004<Event",
        "\u0000\u0001MZ\u0090\u0000"
      })
  void whatIsSomethingElseFitsNone(String text) {
    assertEquals(List.of(), fitting(new TextFile("other", text)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void binaryJunkFitsNone(long seed) {
    byte[] junk = new byte[100_000];
    new Random(seed).nextBytes(junk);
    assertEquals(List.of(), fitting(TextFile.of("junk", junk)));
  }

  @TestFactory
  Stream<DynamicTest> aSampleWithoutItsLastCharacterKeepsItsFormat() {
    return samples()
        .filter(sample -> sample.endsWith(".json") && !fitting(file(sample)).isEmpty())
        .map(
            sample ->
                dynamicTest(
                    sample,
                    () -> {
                      TextFile whole = file(sample);
                      String text = whole.text().stripTrailing();
                      TextFile cut = new TextFile(sample, text.substring(0, text.length() - 1));
                      assertEquals(fitting(whole).get(0), fitting(cut).get(0));
                    }));
  }

  /** What a careless expression would read for hours; the limit is far from what is needed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SERVICE_NAME: VSS\n        TYPE               : 10  WIN32_OWN_PROCESS\n        STATE              : 1  STOPPED\n",
        "C:\\>C:\\>C:\\>",
        "[SC] 1 1 1 1 1 1 1 1 ",
        "{\"Name\":\"VSS\",\"Status\":4,\"StartType\":2},",
        "{\"Name\":",
        "        : : : :\n",
        "\"\\",
        "09:41:12, +00.0143231s\n",
        "09:41:12 d:+",
        "Instance SystemIsSysadmin\n",
        "{\"FullName\":\"x.VaultCredentials\",\"CreationTime\":1,\"FileCount\":1,\"SystemDrive\":\"C:\",\"Volumes\":[]},",
        "HKEY_LOCAL_MACHINE\\X\n    A    REG_SZ    b\n",
        "    REG_",
        "\"a\"=\"\\\"\\\n",
        "\"a\"=hex:00,\\\n ",
        "(ID \t",
        "Line 1:",
        "- ",
        "( ",
        ": ",
        " ",
        "a"
      })
  void aLargeFileOfOneThingIsReadBeforeAnybodyWonders(String piece) {
    List<String> heads =
        List.of(
            "",
            "[",
            "HKEY_LOCAL_MACHINE\\X\n    A    REG_SZ    b\n",
            "REGEDIT4\n[HKEY_LOCAL_MACHINE\\X]\n\"a\"=\"\n",
            "OS & Application Versions\n",
            "VSS Writers Status\n-------------------------\n",
            "vssadmin 1.1 - x\n",
            "180C\t280C\t06/01\t20:54:55.393\t",
            "Filter Name\n------------------------------  -------------  ------------  -----\n");
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (String head : heads) {
            TextFile file = new TextFile("large", head + piece.repeat(500_000 / piece.length()));
            NativeFormats.all().stream()
                .filter(format -> format.fits(file))
                .forEach(format -> format.read(file, new Notes()));
          }
        });
  }

  private static List<String> fitting(TextFile file) {
    return NativeFormats.all().stream()
        .filter(format -> format.fits(file))
        .map(NativeFormat::name)
        .toList();
  }

  private static Stream<String> samples() {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(Files::isRegularFile)
          .map(path -> SAMPLES.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
