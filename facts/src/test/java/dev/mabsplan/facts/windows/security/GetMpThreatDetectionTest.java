package dev.mabsplan.facts.windows.security;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static dev.mabsplan.facts.format.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.AntivirusDetection;
import dev.mabsplan.facts.InfectedFileAction;
import dev.mabsplan.facts.format.Sample;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetMpThreatDetectionTest {

  @Test
  void eachFileIsADetectionAndAnArchiveIsOneWithWhatIsInIt() {
    Sample sample = read(new GetMpThreatDetection(), file("get-mp-threat-detection/5.1.json"));

    assertEquals(
        List.of(
            AntivirusDetection.of(
                    SERVER,
                    "C:\\Program Files\\Microsoft Azure Backup Server\\DPM\\DPM\\Volumes\\Replica\\vol_1\\Full\\invoice.exe")
                .withAction(InfectedFileAction.QUARANTINE)
                .withDetectedAt(Instant.parse("2026-01-12T08:00:00Z")),
            AntivirusDetection.of(SERVER, "E:\\Replicas\\mail.zip")
                .withDetectedAt(Instant.parse("2026-01-13T08:00:00Z"))),
        sample.facts());
    assertEquals(List.of(4, 12), sample.lines());
    assertEquals(
        List.of("12: a detection in something that is no file with a path"), sample.unused());
  }

  @Test
  void powerShell7WritesTheTimeWithItsZone() {
    Sample sample = read(new GetMpThreatDetection(), file("get-mp-threat-detection/7.json"));

    assertEquals(
        List.of(
            AntivirusDetection.of(SERVER, "E:\\Replicas\\tool.exe")
                .withAction(InfectedFileAction.ALLOW)
                .withDetectedAt(Instant.parse("2026-01-12T08:00:00.1234567Z"))),
        sample.facts());
  }

  @Test
  void ofOneFileTheNewestDetectionCounts() {
    Sample sample =
        read(
            new GetMpThreatDetection(),
            text(
                """
                [{"InitialDetectionTime":"2026-01-13T08:00:00Z","Resources":["file:_E:\\\\a.exe"],"CleaningActionID":2},
                 {"InitialDetectionTime":"2026-01-12T08:00:00Z","Resources":["file:_e:\\\\A.exe"],"CleaningActionID":3}]
                """));

    assertEquals(
        List.of(
            AntivirusDetection.of(SERVER, "E:\\a.exe")
                .withAction(InfectedFileAction.QUARANTINE)
                .withDetectedAt(Instant.parse("2026-01-13T08:00:00Z"))),
        sample.facts());
  }

  @Test
  void aTimeThatIsNoneIsUnreadAndTheFileIsKnownAllTheSame() {
    Sample sample =
        read(
            new GetMpThreatDetection(),
            text(
                """
                {"InitialDetectionTime":"yesterday","Resources":["file:_E:\\\\a.exe"],"CleaningActionID":9}
                """));

    assertEquals(List.of(AntivirusDetection.of(SERVER, "E:\\a.exe")), sample.facts());
    assertEquals(List.of("1: InitialDetectionTime is no time with its zone"), sample.unread());
  }

  @Test
  void aFileThatIsCutOffGivesWhatStandsBefore() {
    Sample sample = read(new GetMpThreatDetection(), file("get-mp-threat-detection/damaged.json"));

    assertEquals(
        List.of(
            AntivirusDetection.of(SERVER, "E:\\Replicas\\tool.exe")
                .withDetectedAt(Instant.parse("2026-01-12T08:00:00Z"))),
        sample.facts());
    assertEquals(1, sample.unread().size());
  }
}
