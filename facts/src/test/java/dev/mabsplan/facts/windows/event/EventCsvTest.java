package dev.mabsplan.facts.windows.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCsvTest {

  @Test
  void theDescriptionStandsInAColumnWithoutAName() {
    assertEquals(
        List.of(
            "2: id 3106 | message The replica of Volume D:\\ on FS01 is inconsistent with the"
                + " protected data source. (ID: 3106) | product DPM-EM"),
        Sample.fitting(new EventCsv(), "events/event-viewer-en.csv").errorLines());
  }

  @Test
  void anEventThatComesTwiceIsCounted() {
    assertEquals(
        List.of(2),
        Sample.fitting(new EventCsv(), "events/event-viewer-en.csv").errors().stream()
            .map(ReportedError::count)
            .toList());
  }

  @Test
  void swedishHeadsAndTabsAreKnown() {
    assertEquals(
        List.of(
            "2: id 8193 | message Fel i tjänsten Volume Shadow Copy: Ett oväntat fel uppstod."
                + " | product VSS"),
        Sample.fitting(new EventCsv(), "events/event-viewer-sv.txt").errorLines());
  }

  @Test
  void whatExportCsvWritesHasComputerAndLog() {
    assertEquals(
        List.of("3: id 999 | message It stopped. | product MSDPM | reportedBy MABS01"),
        Sample.pasted(
                new EventCsv(),
                "#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord",
                "\"Message\",\"Id\",\"Level\",\"ProviderName\",\"LogName\",\"MachineName\","
                    + "\"TimeCreated\"",
                "\"It stopped.\",\"999\",\"2\",\"MSDPM\",\"Application\",\"MABS01\","
                    + "\"1/15/2026 2:04:02 AM\"")
            .errorLines());
  }

  @Test
  void anotherTableIsNone() {
    assertFalse(new EventCsv().fits(Sample.text("Level,Source,Name\nError,MSDPM,x\n")));
  }
}
