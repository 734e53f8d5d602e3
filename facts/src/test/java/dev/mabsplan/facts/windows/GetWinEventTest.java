package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.ReportedError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GetWinEventTest {

  @Test
  void anAlertOfPowerShell51IsAnErrorThatTheBackupServerReported() {
    NativeOutput output = read("get-winevent/alerts-5.1.json");
    NativeOutput.Read read = output.errors().get(0);
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
    try (InputStream in = GetWinEventTest.class.getResourceAsStream(sample)) {
      return NativeOutput.of(TextFile.of(sample, Objects.requireNonNull(in, sample).readAllBytes()))
          .get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
