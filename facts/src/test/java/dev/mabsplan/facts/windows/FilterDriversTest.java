package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Antivirus;
import dev.mabsplan.facts.windows.FormatReading.At;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterDriversTest {

  private final FilterDrivers format = new FilterDrivers();

  @Test
  void aFilterOfAntivirusMeansThatTheProductIsInstalled() {
    FormatReading reading = FormatReading.of(format, "fltmc-filters/filters.txt");

    assertEquals(
        List.of(
            new At(6, Antivirus.of("FS01", "Microsoft Defender")),
            new At(7, Antivirus.of("FS01", "ContosoAvFlt"))),
        reading.facts());
  }

  @Test
  void otherFiltersAreCountedAndAntivirusIsNotCollected() {
    FormatReading reading = FormatReading.of(format, "fltmc-filters/filters.txt");

    assertEquals(
        List.of(new At(4, "4 filters that are not of antivirus")),
        reading.remarks(Remark.Kind.UNUSED));
    assertEquals(List.of(), reading.notes().collected);
  }

  @Test
  void aRefusalIsListed() {
    FormatReading reading = FormatReading.of(format, "fltmc-filters/refused.txt");

    assertEquals(
        List.of(
            new At(
                2,
                "fltmc could not list the filters (0x80070005); expected its list, from a console"
                    + " run as administrator")),
        reading.remarks(Remark.Kind.UNREAD));
  }

  @Test
  void aDamagedLineIsListedAndTheRestRead() {
    FormatReading reading = FormatReading.of(format, "fltmc-filters/damaged.txt");

    assertEquals(List.of(new At(6, Antivirus.of("FS01", "Microsoft Defender"))), reading.facts());
    assertEquals(7, reading.remarks(Remark.Kind.UNREAD).get(0).line());
  }
}
