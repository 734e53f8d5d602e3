package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.WindowsFeature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all formats of services and features. */
class ServiceFormatsTest {

  private static final Map<String, NativeFormat> FORMATS =
      Map.of(
          "get-service", new GetService(),
          "win32-service", new Win32Service(),
          "sc", new ScQuery(),
          "windows-feature", new GetWindowsFeature(),
          "windows-optional-feature", new GetWindowsOptionalFeature());

  static final List<String> SAMPLES = ServiceSample.ALL;

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void aFileFitsItsOwnFormatAndNoOther(String sample) {
    String folder = sample.substring(0, sample.indexOf('/'));
    assertEquals(List.of(folder), fitting(ServiceSample.file(sample)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \n\n",
        "[]",
        "{}",
        "{\"errors\":[{\"text\":\"The replica is inconsistent (ID 3106)\"}]}",
        "{\"servers\":[{\"name\":\"FS01\",\"services\":[{\"name\":\"VSS\",\"state\":\"stopped\",\"startType\":\"disabled\"}]}]}",
        "{\"servers\":[{\"name\":\"FS01\",\"services\":[{\"name\":\"VSS\",\"state\":",
        "[{\"DriveLetter\":\"C\",\"FileSystem\":\"NTFS\",\"HealthStatus\":\"Healthy\",\"Size\":500000000000}]",
        "[{\"Name\":\"Ethernet\",\"Status\":\"Up\",\"LinkSpeed\":\"10 Gbps\"}]",
        "[{\"Name\":\"web\",\"Status\":4,\"Replicas\":2}]",
        "[{\"Name\":\"SQL01\",\"State\":2,\"Status\":\"Operating normally\"}]",
        "[{\"Name\":\"WindowsServerBackup\",\"InstallState\":2,\"Caption\":\"Windows Server Backup\"}]",
        "[{\"Name\":\"Microsoft Azure Backup\",\"InstallState\":5,\"Version\":\"14.0\"}]",
        "[{\"Name\":\"C\",\"Used\":1,\"Free\":2}]",
        "Run sc query VSS and see whether the state is 4 RUNNING.",
        "NOTE: the service VSS\n  STATE : 4  RUNNING",
        "[SC] QueryServiceConfig SUCCESS",
        "Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\n\"a\"=dword:00000001",
        "Writer name: 'System Writer'\n   State: [1] Stable\n   Last error: No error"
      })
  void aFileOfSomethingElseFitsNone(String text) {
    assertEquals(List.of(), fitting(TextFile.of("other", text.getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void aFileThatIsCutOffAnywhereGivesNoNameThatTheWholeDoesNotHave(String sample) {
    TextFile whole = ServiceSample.file(sample);
    NativeFormat format =
        Objects.requireNonNull(FORMATS.get(sample.substring(0, sample.indexOf('/'))));
    Set<String> named = names(format, whole);
    for (int end = 0; end < whole.text().length(); end += 7) {
      Set<String> found = names(format, new TextFile("cut", whole.text().substring(0, end)));
      assertTrue(named.containsAll(found), "cut at " + end + ": " + found);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void binaryJunkFitsNone(long seed) {
    byte[] junk = new byte[100_000];
    new Random(seed).nextBytes(junk);
    assertEquals(List.of(), fitting(TextFile.of("junk", junk)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SERVICE_NAME: VSS\n        TYPE               : 10  WIN32_OWN_PROCESS\n        STATE              : 1  STOPPED\n",
        "C:\\>C:\\>C:\\>",
        "[SC] 1 1 1 1 1 1 1 1 ",
        "{\"Name\":\"VSS\",\"Status\":4,\"StartType\":2},",
        "[",
        "{\"Name\":",
        "        : : : :\n",
        "\"\\"
      })
  void aLargeFileIsReadInReasonableTime(String piece) {
    String text = "[" + piece.repeat(1_000_000 / piece.length());
    TextFile file = new TextFile("large", text);
    assertTimeout(
        Duration.ofSeconds(30),
        () ->
            FORMATS
                .values()
                .forEach(
                    format -> {
                      format.fits(file);
                      format.read(file, new Notes());
                    }));
  }

  private static List<String> fitting(TextFile file) {
    return FORMATS.entrySet().stream()
        .filter(format -> format.getValue().fits(file))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Set<String> names(NativeFormat format, TextFile file) {
    Notes notes = new Notes();
    format.read(file, notes);
    return notes.facts.stream()
        .map(fact -> fact.of().apply("FS01"))
        .map(
            fact ->
                fact instanceof Service service
                    ? service.name()
                    : fact instanceof Software software
                        ? software.product()
                        : ((WindowsFeature) fact).name())
        .collect(Collectors.toSet());
  }
}
