package dev.mabsplan.examples;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.junit.PlanAssert;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.gathered.Facts;
import org.junit.jupiter.api.Test;

/** How a program that embeds the planner tests what it makes of a plan. */
class PlanFromMonitoringTest {

  private static final Planner PLANNER = Planner.shipped();

  @Test
  void aServiceThatMayNotStartIsMendedBeforeTheCheckIsRun() {
    PlanAssert.assertThat(PLANNER.plan(replicaInconsistent(StartType.DISABLED)))
        .hasStepsInOrder("replica/let-vss-start", "replica/consistency-check")
        .step("replica/let-vss-start")
        .isOn("FS01")
        .hasStatus(Status.CONFIRMED)
        .because("replica/vss-disabled")
        .restsOn("servers[FS01].services[VSS].startType")
        .and()
        .asksFor("servers[FS01].dataSources[D:\\].type")
        .leavesNothingUnexplained();
  }

  @Test
  void aServiceThatMayStartIsLeftAlone() {
    PlanAssert.assertThat(PLANNER.plan(replicaInconsistent(StartType.MANUAL)))
        .hasNoStep("replica/let-vss-start")
        .leavesOut("replica/let-vss-start")
        .forReason("replica/vss-may-start");
  }

  private static Facts replicaInconsistent(StartType vss) {
    return Facts.builder()
        .server("MABS01", ServerRole.BACKUP_SERVER)
        .server("FS01", ServerRole.PROTECTED_SERVER)
        .add(Service.of("FS01", "VSS").withStartType(vss))
        .error(ReportedError.ofId(3106).withServer("FS01").withDataSource("D:\\"))
        .build();
  }
}
