package dev.mabsplan.facts.gathered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.Software;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A server on which the agent for Azure is known, and nothing of a backup server, is none. */
class AgentServerTest {

  @Test
  void theServiceOfTheAgentMakesNoBackupServer() {
    Facts facts = Facts.builder().add(Service.of("FS02", "obengine")).build();
    assertEquals(Optional.of(ServerRole.AGENT_SERVER), role(facts, "FS02"));
    assertEquals("FS02", facts.server("FS02").orElseThrow().backupServer());
  }

  @Test
  void theSoftwareOfTheAgentMakesNoBackupServer() {
    Facts facts = Facts.builder().add(Software.of("FS02", "mars")).build();
    assertEquals(Optional.of(ServerRole.AGENT_SERVER), role(facts, "FS02"));
  }

  @Test
  void anEventOfTheAgentMakesNoBackupServer() {
    Facts facts = Facts.builder().error(reported("CloudBackup", "FS02")).build();
    assertEquals(Optional.of(ServerRole.AGENT_SERVER), role(facts, "FS02"));
    assertTrue(facts.server("FS02").orElseThrow().sendsToAzure());
  }

  @Test
  void theServiceOfMabsMakesOneWhateverElseIsThere() {
    Facts facts =
        Facts.builder()
            .add(Service.of("MABS01", "obengine"))
            .add(Service.of("MABS01", "MSDPM"))
            .error(reported("CloudBackup", "MABS01"))
            .build();
    assertEquals(Optional.of(ServerRole.BACKUP_SERVER), role(facts, "MABS01"));
  }

  @Test
  void anEventOfMabsMakesOne() {
    Facts facts =
        Facts.builder()
            .error(reported("CloudBackup", "MABS01"))
            .error(reported("MSDPM", "MABS01"))
            .build();
    assertEquals(Optional.of(ServerRole.BACKUP_SERVER), role(facts, "MABS01"));
  }

  @Test
  void whoReportsBesideAProtectedServerIsItsBackupServer() {
    Facts facts =
        Facts.builder()
            .server("FS01", ServerRole.PROTECTED_SERVER)
            .error(reported("mars", "MABS01"))
            .build();
    assertEquals(Optional.of(ServerRole.BACKUP_SERVER), role(facts, "MABS01"));
    assertEquals("MABS01", facts.server("FS01").orElseThrow().backupServer());
  }

  @Test
  void whereTheProtectionAgentIsAnotherMayBackUpTheServer() {
    Facts facts =
        Facts.builder()
            .add(Service.of("FS01", "obengine"))
            .add(Service.of("FS01", "DPMRA"))
            .build();
    assertEquals(Optional.empty(), role(facts, "FS01"));
  }

  private static Optional<ServerRole> role(Facts facts, String server) {
    return facts.server(server).map(Server::role);
  }

  private static ReportedError reported(String product, @Nullable String by) {
    return new ReportedError(100050, null, null, null, null, product, by, null, null, null, null);
  }
}
