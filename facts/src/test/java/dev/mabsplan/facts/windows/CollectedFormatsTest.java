package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each sample is claimed by its own format, and by none where it is of none of these. */
class CollectedFormatsTest {

  private static final List<NativeFormat> IN_ORDER =
      List.of(
          new CollectorVss(),
          new CollectorInfo(),
          new CollectorRegistry(),
          new VssWriters(),
          new ShadowStorageList(),
          new FilterDrivers(),
          new ErrorLog());

  private static final Map<String, String> SAMPLES =
      Map.ofEntries(
          Map.entry("vssadmin-list-writers/failed.txt", "vssadmin list writers"),
          Map.entry("vssadmin-list-writers/damaged.txt", "vssadmin list writers"),
          Map.entry("vssadmin-list-writers/swedish.txt", "vssadmin list writers"),
          Map.entry("vssadmin-list-shadowstorage/english.txt", "vssadmin list shadowstorage"),
          Map.entry("vssadmin-list-shadowstorage/swedish.txt", "vssadmin list shadowstorage"),
          Map.entry("vssadmin-list-shadowstorage/damaged.txt", "vssadmin list shadowstorage"),
          Map.entry("vssadmin-list-shadowstorage/refused.txt", "vssadmin list shadowstorage"),
          Map.entry("fltmc-filters/filters.txt", "fltmc filters"),
          Map.entry("fltmc-filters/refused.txt", "fltmc filters"),
          Map.entry("fltmc-filters/damaged.txt", "fltmc filters"),
          Map.entry("collector-vss/VSS_Info.txt", "VSS_Info.txt"),
          Map.entry("collector-vss/damaged.txt", "VSS_Info.txt"),
          Map.entry("collector-info/DPM_Info.txt", "DPM_Info.txt"),
          Map.entry("collector-info/damaged.txt", "DPM_Info.txt"),
          Map.entry("collector-info/agent-mixed-encoding.txt", "DPM_Info.txt"),
          Map.entry("collector-registry/DPM_Registry_Info.txt", "DPM_Registry_Info.txt"),
          Map.entry("collector-registry/damaged.txt", "DPM_Registry_Info.txt"),
          Map.entry("errlog/MSDPMCurr.errlog", "MSDPMCurr.errlog or CBEngineCurr.errlog"),
          Map.entry("errlog/CBEngineCurr.errlog", "MSDPMCurr.errlog or CBEngineCurr.errlog"),
          Map.entry("errlog/damaged.errlog", "MSDPMCurr.errlog or CBEngineCurr.errlog"));

  @Test
  void eachSampleIsOfItsOwnFormat() {
    SAMPLES.forEach(
        (sample, format) -> assertEquals(format, formatOf(FormatReading.file(sample)), sample));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reg-query.txt",
        "export.reg",
        "facts.json",
        "sc-query.txt",
        "prose.txt",
        "alert.txt",
        "junk.bin",
        "empty.txt"
      })
  void whatIsOfAnotherFormatIsNotClaimed(String sample) {
    assertEquals("none", formatOf(FormatReading.file("others/" + sample)));
  }

  @Test
  void anyCutOrGarbledSampleIsReadWithoutAnException() {
    Random random = new Random(7);
    for (String sample : SAMPLES.keySet()) {
      String text = FormatReading.file(sample).text();
      for (int i = 0; i < 60; i++) {
        StringBuilder damaged = new StringBuilder(text);
        damaged.setLength(1 + random.nextInt(text.length()));
        for (int j = 0; j < 5; j++) {
          damaged.setCharAt(random.nextInt(damaged.length()), "\t \n:-{[0x".charAt(j + 2));
        }
        TextFile file = new TextFile(sample, damaged.toString());
        IN_ORDER.stream()
            .filter(format -> format.fits(file))
            .forEach(format -> format.read(file, new Notes()));
      }
    }
  }

  @Test
  void aLargeFileOfOneLineOrOfManyIsReadInSeconds() {
    List<String> heads =
        List.of(
            "",
            "OS & Application Versions\n",
            "VSS Writers Status\n-------------------------\n",
            "vssadmin 1.1 - x\n",
            "180C\t280C\t06/01\t20:54:55.393\t",
            "Filter Name\n------------------------------  -------------  ------------  -----\n");
    List<String> bodies = List.of("a", " ", "x: ", "\n", "(ID \t", "-", "1 ", "Line 1:");
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (String head : heads) {
            for (String body : bodies) {
              TextFile file = new TextFile("large", head + body.repeat((1 << 18) / body.length()));
              IN_ORDER.stream()
                  .filter(format -> format.fits(file))
                  .forEach(format -> format.read(file, new Notes()));
            }
          }
        });
  }

  private static String formatOf(TextFile file) {
    return IN_ORDER.stream()
        .filter(format -> format.fits(file))
        .findFirst()
        .map(NativeFormat::name)
        .orElse("none");
  }
}
