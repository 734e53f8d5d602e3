package dev.mabsplan.facts.windows.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.TextFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventXmlTest {

  private static final String ERROR =
      """
      <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>\
      <Provider Name='DPM-EM'/><EventID>%d</EventID><Level>2</Level></System>\
      <EventData><Data>%s</Data></EventData></Event>
      """;

  @Test
  void warningsAndErrorsOfBackupProvidersAreErrors() {
    assertEquals(
        List.of(
            "2: id 517 | code 0x80780119 | product Microsoft-Windows-Backup"
                + " | server FS01.contoso.local | occurredAt 2026-01-12T17:03:13.756361700Z",
            "3: id 8193 | message CoCreateInstance⏎0x80070422, The service cannot be started,"
                + " either because it is disabled or because it has no enabled devices associated"
                + " with it. | product VSS | server FS01.contoso.local"
                + " | occurredAt 2026-01-12T17:04:00Z"),
        Sample.read(new EventXml(), Sample.file("events/wevtutil.xml")).errorLines());
  }

  @Test
  void otherEventsAreCountedByProvider() {
    assertEquals(
        List.of(
            "UNUSED 1: an event below the level of a warning",
            "UNUSED 5: events of providers that are not about backup: disk (2), Service Control"
                + " Manager (1)"),
        Sample.read(new EventXml(), Sample.file("events/wevtutil.xml")).remarkLines());
  }

  @Test
  void theNewestEventTellsWhenTheLogWasStillWritten() {
    assertEquals(
        List.of(Instant.parse("2026-01-12T18:00:02Z")),
        Sample.read(new EventXml(), Sample.file("events/wevtutil.xml")).notes().times());
  }

  @Test
  void theMessageShownByTheEventViewerIsTakenWithoutTheXmlBehindIt() {
    assertEquals(
        List.of(
            "3: id 999 | message An unexpected error caused a failure for process 'msdpm'. "
                + " Restart the DPM process 'msdpm'. | product MSDPM"
                + " | reportedBy mabs01.contoso.local | occurredAt 2026-01-12T20:55:45Z",
            "23: id 3106 | message The replica of Volume D:\\ on fs01.contoso.local is inconsistent"
                + " with the protected data source. (ID: 3106) | product DPM-EM"
                + " | reportedBy mabs01.contoso.local | occurredAt 2026-01-12T21:05:00Z"),
        Sample.read(new EventXml(), Sample.file("events/event-viewer.xml")).errorLines());
  }

  @Test
  void anEventThatIsCutOffHidesNoneBeforeIt() {
    String whole = ERROR.formatted(3106, "one") + ERROR.formatted(3114, "two");
    Sample sample = Sample.read(new EventXml(), whole.substring(0, whole.length() - 30));
    assertEquals(List.of("1: id 3106 | message one | product DPM-EM"), sample.errorLines());
    assertEquals(List.of("UNREAD 2: an event cut off or no well-formed XML"), sample.remarkLines());
  }

  @Test
  void aDamagedEventHidesNoneBehindIt() {
    Sample sample =
        Sample.read(
            new EventXml(),
            ERROR.formatted(3106, "<b>one") + "junk\n" + ERROR.formatted(3114, "two"));
    assertEquals(List.of("3: id 3114 | message two | product DPM-EM"), sample.errorLines());
    assertEquals(
        List.of(
            "UNREAD 1: an event cut off or no well-formed XML",
            "UNREAD 2: text beside the events that is no event"),
        sample.remarkLines());
  }

  @Test
  void nothingIsReadOfAFileWithADoctype() {
    Sample sample =
        Sample.read(
            new EventXml(),
            "<?xml version='1.0'?>\n<!DOCTYPE Events [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n"
                + ERROR.formatted(3106, "&x;"));
    assertEquals(List.of(), sample.errorLines());
    assertEquals(
        List.of("UNREAD 2: XML with a DOCTYPE, which no event log has: nothing was read"),
        sample.remarkLines());
  }

  @Test
  void anEntityThatXmlDoesNotKnowIsDamage() {
    Sample sample = Sample.read(new EventXml(), ERROR.formatted(3106, "&x;"));
    assertEquals(List.of("UNREAD 1: an event cut off or no well-formed XML"), sample.remarkLines());
  }

  @Test
  void aDoctypeWithinAnEventIsDamage() {
    Sample sample = Sample.read(new EventXml(), ERROR.formatted(3106, "<!DOCTYPE x>"));
    assertEquals(List.of("UNREAD 1: an event cut off or no well-formed XML"), sample.remarkLines());
  }

  @Test
  void aTimeWithoutAZoneIsUnknown() {
    String event =
        ERROR
            .formatted(3106, "one")
            .replace("<Level>", "<TimeCreated SystemTime='2026-01-12T17:03:13'/><Level>");
    assertEquals(
        List.of("1: id 3106 | message one | product DPM-EM"),
        Sample.read(new EventXml(), event).errorLines());
  }

  @Test
  void theSignatureOfASharedAccessUrlStaysOut() {
    Sample sample =
        Sample.read(
            new EventXml(), ERROR.formatted(1, "no https://x/y?sv=2020&amp;sig=aB%2Bc&amp;se=1"));
    assertEquals(
        List.of("1: id 1 | message no https://x/y?sv=2020&sig=[secret]&se=1 | product DPM-EM"),
        sample.errorLines());
    assertEquals(
        List.of("SECRET 1: something secret in the message was left out"), sample.remarkLines());
  }

  @Test
  void eventsThatNeverEndAreReadInReasonableTime() {
    String text = "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Sample.read(new EventXml(), text.repeat(150_000)));
  }

  @Test
  void otherXmlIsNoEventLog() {
    assertFalse(new EventXml().fits(new TextFile("x", "<Events><EventSource/></Events>")));
    assertFalse(new EventXml().fits(new TextFile("x", "The log says <Event><System><Provider ")));
  }
}
