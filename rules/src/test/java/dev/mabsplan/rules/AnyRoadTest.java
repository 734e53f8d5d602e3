package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Bundle;
import dev.mabsplan.facts.input.Owner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same facts make the same plan, by whatever road they came. */
class AnyRoadTest {

  private static final String AGENT = "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config";
  private static final List<String> SCRATCH_LOW = List.of("basics/scratch-space-low");

  private static List<String> problems(Facts facts) {
    return Catalog.PLANNER.plan(facts).problems().stream().map(problem -> problem.id()).toList();
  }

  private static Facts document(String text) {
    return FactsDocument.read(
        "doc.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theScratchLocationAndAFullVolumeInADocument() {
    assertEquals(
        SCRATCH_LOW,
        problems(
            document(
                """
                {"servers":[{"name":"MABS01","role":"backupServer",
                  "volumes":[{"name":"C:","sizeBytes":100000000000,"freeBytes":1000000000}],
                  "registryValues":[{
                    "key":"HKLM\\\\SOFTWARE\\\\Microsoft\\\\Windows Azure Backup\\\\Config",
                    "name":"ScratchLocation","data":"C:\\\\Scratch"}]}]}
                """)));
  }

  @Test
  void theScratchLocationAndAFullVolumeThatAProgramKnows() {
    assertEquals(
        SCRATCH_LOW,
        problems(
            Facts.builder()
                .server("MABS01", ServerRole.BACKUP_SERVER)
                .add(
                    Volume.of("MABS01", "C:")
                        .withSizeBytes(100_000_000_000L)
                        .withFreeBytes(1_000_000_000))
                .add(RegistryValue.of("MABS01", AGENT, "ScratchLocation").withData("c:\\scratch"))
                .build()));
  }

  @Test
  void theScratchLocationAndAFullVolumeAsWindowsPrintsThem(@TempDir Path folder)
      throws IOException {
    Path server = Files.createDirectory(folder.resolve("MABS01"));
    Files.writeString(
        server.resolve("v.json"),
        "[{\"DriveLetter\":\"C\",\"Size\":100000000000,\"SizeRemaining\":1000000000}]");
    Files.writeString(
        server.resolve("r.json"),
        """
        {"PSPath":"Microsoft.PowerShell.Core\\\\Registry::HKEY_LOCAL_MACHINE\\\\SOFTWARE\\\\Microsoft\\\\Windows Azure Backup\\\\Config","ScratchLocation":"C:\\\\Scratch"}
        """);
    Owner owner = new Owner("MABS01", Optional.of(ServerRole.BACKUP_SERVER));

    assertEquals(
        SCRATCH_LOW,
        problems(Bundle.read(List.of(folder), Optional.of(owner), Optional.empty()).facts()));
  }

  @Test
  void theServiceOfDpmIsAsGoodAsTheWordOfAPerson() {
    Facts.Builder services =
        Facts.builder()
            .add(Service.of("MABS01", "MSDPM"))
            .add(Service.of("MABS01", "obengine").withState(ServiceState.STOPPED));
    List<String> byService = problems(services.build());

    assertEquals(problems(services.server("MABS01", ServerRole.BACKUP_SERVER).build()), byService);
    assertEquals(List.of("basics/agent-service-stopped"), byService);
  }

  @Test
  void whatSomethingFollowsFromIsLookedAt() {
    Plan plan =
        Catalog.PLANNER.plan(
            Facts.builder()
                .server("MABS01", ServerRole.BACKUP_SERVER)
                .add(Service.of("MABS01", "MSSQLSERVER").withState(ServiceState.RUNNING))
                .build());

    assertEquals(0, plan.unused().counts().size());
  }
}
