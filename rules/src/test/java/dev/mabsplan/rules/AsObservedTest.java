package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.facts.DataSource;
import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.Observation;
import dev.mabsplan.facts.ProtectionGroup;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.gathered.Facts;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Facts are what they were seen to be: names are compared without case, and nothing is respelled.
 */
class AsObservedTest {

  private static final String AGENT = "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config";

  private static Facts.Builder inconsistentReplica() {
    return Facts.builder()
        .server("MABS01", ServerRole.BACKUP_SERVER)
        .server("FS01", ServerRole.PROTECTED_SERVER)
        .add(DataSource.of("FS01", "D:\\"))
        .error(
            ReportedError.ofId(3106)
                .withReportedBy("MABS01")
                .withServer("FS01")
                .withDataSource("D:\\"));
  }

  private static Plan plan(Facts.Builder facts) {
    return Catalog.PLANNER.plan(facts.build());
  }

  private static List<String> problems(Facts.Builder facts) {
    return plan(facts).problems().stream().map(problem -> problem.id()).toList();
  }

  @Nested
  class AnObservationChangesNoPlan {

    @Test
    void whereItIsTheIdOfASymptom() {
      assertEquals(
          List.of("replica/inconsistent"),
          problems(
              inconsistentReplica()
                  .add(Observation.of("MABS01", "last-topic", "Replica/Inconsistent"))));
    }

    @Test
    void whereItIsTheNameOfAProduct() {
      Facts.Builder stopped =
          inconsistentReplica()
              .add(Service.of("MABS01", "obengine").withState(ServiceState.STOPPED));
      List<String> without = problems(stopped);

      assertEquals(
          without,
          problems(
              stopped
                  .add(Observation.of("MABS01", "first-service", "ObEngine"))
                  .add(Observation.of("MABS01", "product", "MARS"))));
    }
  }

  @Nested
  class AReasonQuotesToTheLetter {

    @Test
    void theDataOfTheRegistryBesideTheFolderOfThatName() {
      String plan = PlanJson.write(plan(withoutTheScratchFolder("c:\\scratch")));

      assertTrue(plan.contains("c:\\\\scratch"), plan);
    }

    @Test
    void theNameOfAServiceThatRulesSpellOtherwise() {
      String plan =
          PlanJson.write(
              plan(
                  Facts.builder()
                      .server("MABS01", ServerRole.BACKUP_SERVER)
                      .add(Service.of("MABS01", "OBENGINE").withState(ServiceState.STOPPED))));

      assertTrue(plan.contains("servers[MABS01].services[OBENGINE].state"), plan);
    }
  }

  @Nested
  class NamesAreOneWhateverTheirCase {

    @Test
    void thePathInTheRegistryAndTheFolder() {
      List<String> excluded =
          plan(withoutTheScratchFolder("c:\\scratch\\")).excluded().stream()
              .map(one -> one.remedy())
              .toList();

      assertTrue(excluded.contains("online/register-with-old-passphrase"), excluded::toString);
    }

    @Test
    void theProtectionGroupAndTheOneThatADataSourceIsIn() {
      List<Step> steps =
          plan(inconsistentReplica()
                  .add(DataSource.of("FS01", "D:\\").withProtectionGroup("FILE SERVERS"))
                  .add(
                      ProtectionGroup.of("MABS01", "File servers")
                          .withAutomaticConsistencyCheck(false)))
              .steps();

      assertTrue(
          steps.stream()
              .flatMap(step -> step.reasons().stream())
              .anyMatch(reason -> reason.rule().equals("replica/automatic-check-off")),
          steps::toString);
    }

    @Test
    void theServerByItsShortNameThatIsNotReached() {
      List<String> rules =
          plan(
                  Facts.builder()
                      .server("MABS01", ServerRole.BACKUP_SERVER)
                      .server(new Server("FS01.contoso.com", ServerRole.PROTECTED_SERVER, "MABS01"))
                      .add(NetworkReach.of("MABS01", "fs01").withReachable(false))
                      .error(
                          ReportedError.ofId(319)
                              .withReportedBy("MABS01")
                              .withServer("FS01.contoso.com")))
              .steps()
              .stream()
              .flatMap(step -> step.reasons().stream())
              .map(reason -> reason.rule())
              .toList();

      assertTrue(rules.contains("agents/server-not-reached"), rules::toString);
    }
  }

  /** What the registry names as the scratch location is not there. */
  private static Facts.Builder withoutTheScratchFolder(String registered) {
    return Facts.builder()
        .server("MABS01", ServerRole.BACKUP_SERVER)
        .add(Folder.of("MABS01", "C:\\SCRATCH").absent())
        .add(RegistryValue.of("MABS01", AGENT, "ScratchLocation").withData(registered))
        .error(ReportedError.ofId(34505).withReportedBy("MABS01"));
  }
}
