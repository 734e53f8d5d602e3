package dev.mabsplan.facts.windows;

import static dev.mabsplan.facts.windows.NativeSample.file;
import static dev.mabsplan.facts.windows.NativeSample.read;
import static dev.mabsplan.facts.windows.NativeSample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageDefenderAndRegistryFormatsTest {

  private static final Map<String, NativeFormat> SAMPLES =
      Map.ofEntries(
          Map.entry("get-volume/array.json", new GetVolume()),
          Map.entry("get-volume/single.json", new GetVolume()),
          Map.entry("get-psdrive/array.json", new GetPsDrive()),
          Map.entry("get-disk/array.json", new GetDisk()),
          Map.entry("get-mp-preference/full.json", new GetMpPreference()),
          Map.entry("get-mp-preference/not-elevated.json", new GetMpPreference()),
          Map.entry("get-mp-computer-status/watching.json", new GetMpComputerStatus()),
          Map.entry("file-version-info/programs.json", new FileVersionInfo()),
          Map.entry("item-property/keys.json", new ItemProperty()),
          Map.entry("reg-query/english.txt", new RegQuery()),
          Map.entry("reg-query/swedish-console.txt", new RegQuery()),
          Map.entry("reg-file/export.reg", new RegFile()),
          Map.entry("reg-file/regedit4.reg", new RegFile()));

  private static final List<NativeFormat> FORMATS =
      List.of(
          new GetVolume(),
          new GetPsDrive(),
          new GetDisk(),
          new GetMpPreference(),
          new GetMpComputerStatus(),
          new FileVersionInfo(),
          new ItemProperty(),
          new RegQuery(),
          new RegFile());

  static final List<String> PATHS = SAMPLES.keySet().stream().sorted().toList();

  private static NativeFormat formatOf(String path) {
    return Objects.requireNonNull(SAMPLES.get(path), path);
  }

  private static List<String> fitting(TextFile file) {
    return FORMATS.stream().filter(format -> format.fits(file)).map(NativeFormat::name).toList();
  }

  @ParameterizedTest
  @FieldSource("PATHS")
  void everySampleHasOneFormat(String path) {
    assertEquals(List.of(formatOf(path).name()), fitting(file(path)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"servers\":[{\"name\":\"FS01\",\"volumes\":[{\"name\":\"D:\",\"sizeBytes\":5}]}]}",
        "{\"Name\":\"Spooler\",\"DisplayName\":\"Print Spooler\",\"Status\":4,\"StartType\":2}",
        "SERVICE_NAME: VSS\n        STATE              : 1  STOPPED\n",
        "The value is in HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft, said the page.\n",
        "{\"DriveLetter\":\"C\",\"Size\":5,\"PartitionNumber\":1}",
        "\u0000\u0001MZ\u0090\u0000"
      })
  void whatIsSomethingElseFitsNone(String text) {
    assertEquals(List.of(), fitting(new TextFile("other", text)));
  }

  @ParameterizedTest
  @FieldSource("PATHS")
  void aFileThatIsCutOffAnywhereIsReadWithoutAnException(String path) {
    TextFile whole = file(path);
    for (int length = 0; length < whole.text().length(); length++) {
      TextFile cut = new TextFile(path, whole.text().substring(0, length));
      for (NativeFormat format : FORMATS) {
        if (format.fits(cut)) {
          read(format, cut);
        }
      }
    }
  }

  @ParameterizedTest
  @FieldSource("PATHS")
  void aFileWithoutItsEndStillFitsAndSaysWhatIsMissing(String path) {
    String text = file(path).text().stripTrailing();
    TextFile cut = new TextFile(path, text.substring(0, text.length() - 1));

    assertEquals(List.of(formatOf(path).name()), fitting(cut));
    if (path.endsWith(".json")) {
      assertFalse(read(formatOf(path), cut).unread().isEmpty());
    }
  }

  @Test
  void aLargeFileIsReadInReasonableTime() {
    String blanks = " ".repeat(4_000_000);
    List<TextFile> files =
        List.of(
            text("HKEY_LOCAL_MACHINE\\X\n    A    REG_SZ    b\n" + blanks + "x\n"),
            text("HKEY_LOCAL_MACHINE\\X\n    A    REG_SZ    b\n" + "    REG_".repeat(500_000)),
            text("HKEY_LOCAL_MACHINE\\X\n    A    REG_SZ    b\n" + ": ".repeat(2_000_000)),
            text("REGEDIT4\n[HKEY_LOCAL_MACHINE\\X]\n" + "\"a\"=\"\\\"\\\n".repeat(400_000)),
            text("REGEDIT4\n[HKEY_LOCAL_MACHINE\\X]\n\"a\"=\"\n" + "\\\"\n".repeat(1_000_000)),
            text("REGEDIT4\n[HKEY_LOCAL_MACHINE\\X]\n\"a\"=hex:" + "00,\\\n ".repeat(500_000)));

    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            files.forEach(
                file ->
                    FORMATS.stream()
                        .filter(format -> format.fits(file))
                        .forEach(format -> read(format, file))));
  }
}
