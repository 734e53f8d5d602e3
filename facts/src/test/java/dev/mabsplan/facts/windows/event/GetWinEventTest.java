package dev.mabsplan.facts.windows.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.input.NativeOutput;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetWinEventTest {

  @Test
  void anAlertOfPowerShell51IsAnErrorThatTheBackupServerReported() {
    NativeOutput output = read("get-winevent/alerts-5.1.json");
    Notes.NotedError read = output.errors().get(0);
    ReportedError error = read.error();
    assertEquals(1, output.errors().size());
    assertEquals(7, read.source().line());
    assertEquals(3106, error.id());
    assertEquals("MABS01.contoso.com", error.reportedBy());
    assertEquals(Instant.parse("2026-01-14T22:02:00Z"), error.occurredAt());
  }

  @Test
  void whatOnlyInformsIsCounted() {
    assertEquals(
        List.of("get-winevent/alerts-5.1.json:16:9: an event below the level of a warning"),
        read("get-winevent/alerts-5.1.json").remarks().stream().map(Remark::toString).toList());
  }

  @Test
  void theTimeOfPowerShell7IsThatOfItsZone() {
    assertEquals(
        Instant.parse("2026-01-14T22:02:00.1234567Z"),
        read("get-winevent/alerts-7.json").errors().get(0).error().occurredAt());
  }

  @Test
  void whatEndsBeforeTheDamageIsRead() {
    NativeOutput output = read("get-winevent/damaged.json");
    assertEquals(1, output.errors().size());
    assertEquals(List.of(Remark.Kind.UNREAD), output.remarks().stream().map(Remark::kind).toList());
  }

  private static NativeOutput read(String sample) {
    return NativeOutput.of(Sample.file(sample)).get(0);
  }
}
