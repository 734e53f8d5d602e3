package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.gathered.Facts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose an error is that somebody copied from a server. */
class OwnerTest {

  private static ReportedError of(Optional<ServerRole> role, ReportedError error) {
    Facts facts = new Owner("HERE", role).with(Facts.builder(), error).build();
    return facts.errors().get(0);
  }

  @Test
  void aBackupServerShowsIt() {
    assertEquals(
        ReportedError.ofId(42).withReportedBy("HERE"),
        of(Optional.of(ServerRole.BACKUP_SERVER), ReportedError.ofId(42)));
  }

  @Test
  void anyOtherHasIt() {
    assertEquals(
        ReportedError.ofId(42).withServer("HERE"), of(Optional.empty(), ReportedError.ofId(42)));
  }

  @Test
  void whatTheErrorSaysItselfStands() {
    assertEquals(
        ReportedError.ofId(42).withServer("FS01"),
        of(Optional.empty(), ReportedError.ofId(42).withServer("FS01")));
  }
}
