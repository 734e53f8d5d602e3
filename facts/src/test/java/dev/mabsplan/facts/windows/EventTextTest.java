package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.windows.ErrorSamples.Sample;
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
        ErrorSamples.errors(Sample.COPIED_EVENTS.read()));
  }

  @Test
  void datesWithoutAZoneAndOtherProvidersAreUnused() {
    assertEquals(
        List.of(
            "UNUSED 3: a date without a time zone (and 1 more)",
            "UNUSED 25: events of providers that are not about backup: Service Control Manager"
                + " (1)"),
        ErrorSamples.remarks(Sample.COPIED_EVENTS.read()));
  }

  @Test
  void swedishLabelsAndLevelsAreKnown() {
    Notes notes = Sample.COPIED_EVENTS_SV.read();
    assertEquals(
        List.of(
            "1: id 8193 | message Fel i tjänsten Volume Shadow Copy: Ett oväntat fel uppstod när"
                + " rutinen CoCreateInstance anropades. hr = 0x80070422. | product VSS"
                + " | server FS01.contoso.local"),
        ErrorSamples.errors(notes));
    assertEquals(
        List.of(
            "UNUSED 3: a date without a time zone (and 1 more)",
            "UNUSED 12: an event below the level of a warning"),
        ErrorSamples.remarks(notes));
  }

  @Test
  void anEventThatIsCutOffBeforeItsLevelIsNoError() {
    Notes notes =
        ErrorSamples.read(
            new EventText(), "Log Name: DPM Alerts\nSource: DPM-EM\nEvent ID: 3106\nTask Cat");
    assertEquals(List.of(), ErrorSamples.errors(notes));
    assertEquals(List.of("UNREAD 1: an event without a level"), ErrorSamples.remarks(notes));
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
}
