package dev.mabsplan.facts.windows.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Antivirus;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.Sample.At;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterDriversTest {

  private final FilterDrivers format = new FilterDrivers();

  @Test
  void aFilterOfAntivirusMeansThatTheProductIsInstalled() {
    Sample reading = Sample.fitting(format, "fltmc-filters/filters.txt");

    assertEquals(
        List.of(
            new At(6, Antivirus.of("FS01", "Microsoft Defender")),
            new At(7, Antivirus.of("FS01", "ContosoAvFlt"))),
        reading.factsAt());
  }

  @Test
  void otherFiltersAreCountedAndAntivirusIsNotCollected() {
    Sample reading = Sample.fitting(format, "fltmc-filters/filters.txt");

    assertEquals(
        List.of(new At(4, "4 filters that are not of antivirus")),
        reading.remarks(Remark.Kind.UNUSED));
    assertEquals(List.of(), reading.notes().collected());
  }

  @Test
  void aRefusalIsListed() {
    Sample reading = Sample.fitting(format, "fltmc-filters/refused.txt");

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
    Sample reading = Sample.fitting(format, "fltmc-filters/damaged.txt");

    assertEquals(List.of(new At(6, Antivirus.of("FS01", "Microsoft Defender"))), reading.factsAt());
    assertEquals(7, reading.remarks(Remark.Kind.UNREAD).get(0).line());
  }
}
