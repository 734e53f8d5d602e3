package dev.mabsplan.facts.windows.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.TextFile;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTextTest {

  @Test
  void anEventIsAnErrorWhoseTimeIsInTheXmlCopiedWithIt() {
    assertEquals(
        List.of(
            "1: id 3106 | message The replica of Non VSS Datasource Writer on fs01.contoso.local is"
                + " inconsistent with the protected data source. All protection activities for data"
                + " source will fail until the replica is synchronized with consistency check. (ID:"
                + " 3106)⏎The storage involving the current operation could not be read from or"
                + " written to. (ID: 40003) | product DPM-EM | reportedBy mabs01.contoso.local"
                + " | occurredAt 2026-01-12T20:05:00Z"),
        Sample.read(new EventText(), Sample.file("events/copied-en.txt")).errorLines());
  }

  @Test
  void datesWithoutAZoneAndOtherProvidersAreUnused() {
    assertEquals(
        List.of(
            "UNUSED 3: a date without a time zone (and 1 more)",
            "UNUSED 25: events of providers that are not about backup: Service Control Manager"
                + " (1)"),
        Sample.read(new EventText(), Sample.file("events/copied-en.txt")).remarkLines());
  }

  @Test
  void swedishLabelsAndLevelsAreKnown() {
    Sample sample = Sample.read(new EventText(), Sample.file("events/copied-sv.txt"));
    assertEquals(
        List.of(
            "1: id 8193 | message Fel i tjänsten Volume Shadow Copy: Ett oväntat fel uppstod när"
                + " rutinen CoCreateInstance anropades. hr = 0x80070422. | product VSS"
                + " | server FS01.contoso.local"),
        sample.errorLines());
    assertEquals(
        List.of(
            "UNUSED 3: a date without a time zone (and 1 more)",
            "UNUSED 12: an event below the level of a warning"),
        sample.remarkLines());
  }

  @Test
  void anEventThatIsCutOffBeforeItsLevelIsNoError() {
    Sample sample =
        Sample.read(
            new EventText(), "Log Name: DPM Alerts\nSource: DPM-EM\nEvent ID: 3106\nTask Cat");
    assertEquals(List.of(), sample.errorLines());
    assertEquals(List.of("UNREAD 1: an event without a level"), sample.remarkLines());
  }

  @Test
  void aHeadThatIsCutOffStillShowsTheFormat() {
    assertTrue(new EventText().fits(new TextFile("x", "Log Name: DPM Alerts\nSource: DP")));
  }

  @Test
  void proseThatNamesALogIsNoEvent() {
    assertFalse(
        new EventText()
            .fits(new TextFile("x", "See the log.\nLog Name: DPM Alerts\nwas full last night.")));
  }

  @Test
  void anEventOfWevtutilThatComesTwiceIsCounted() {
    assertEquals(
        List.of(2),
        Sample.fitting(new EventText(), "events/wevtutil.txt").errors().stream()
            .map(ReportedError::count)
            .toList());
  }

  @Test
  void theHeadOfTheNextEventIsNoneOfTheMessage() {
    assertEquals(
        List.of(
            "2: id 3106 | message The replica of Volume D:\\ on FS01 is inconsistent with the"
                + " protected data source. (ID: 3106) | product DPM-EM"
                + " | reportedBy MABS01.example.com"),
        Sample.fitting(new EventText(), "events/wevtutil.txt").errorLines());
  }

  @Test
  void aCopyOfAnEventIsNoSecondOne() {
    String event =
        """
        Log Name: Application
        Source: MSDPM
        Date: 1/15/2026 1:00:00 AM
        Event ID: 976
        Level: Error
        Description:
        It failed.

        """;
    assertEquals(
        Collections.singletonList(null),
        Sample.read(new EventText(), event + event).errors().stream()
            .map(ReportedError::count)
            .toList());
  }

  @Test
  void theZoneOfWevtutilMakesADateATime() {
    Sample sample =
        Sample.read(
            new EventText(),
            """
            Event[0]
              Log Name: Application
              Source: MSDPM
              Date: 2026-01-15T02:04:02.0000000Z
              Event ID: 976
              Level: Error
              Description:
            It failed.
            """);
    assertEquals(
        List.of("2: id 976 | message It failed. | product MSDPM | occurredAt 2026-01-15T02:04:02Z"),
        sample.errorLines());
    assertEquals(List.of(), sample.remarkLines());
  }

  @Test
  void whatTheProviderSaidIsTheMessageWhereWindowsHasNoDescription() {
    assertEquals(
        List.of(
            "1: id 976 | message The DPM job failed because it could not contact the DPM engine."
                + " | product MSDPM | reportedBy MABS01.example.com"),
        Sample.fitting(new EventText(), "events/without-description.txt").errorLines());
  }
}
