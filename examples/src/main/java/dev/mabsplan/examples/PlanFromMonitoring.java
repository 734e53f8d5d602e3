package dev.mabsplan.examples;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.gathered.Facts;

/** What a monitoring product does with an alert: tells what it knows, and gets a plan. */
public final class PlanFromMonitoring {

  private PlanFromMonitoring() {}

  public static void main(String[] args) {
    Planner planner = Planner.shipped(); // once; safe for many threads
    Facts facts =
        Facts.builder()
            .server("MABS01", ServerRole.BACKUP_SERVER)
            .server("FS01", ServerRole.PROTECTED_SERVER)
            .add(Service.of("FS01", "VSS").withStartType(StartType.DISABLED))
            .error(ReportedError.ofId(3106).withServer("FS01").withDataSource("D:\\"))
            .build();
    Plan plan = planner.plan(facts);
    plan.steps().forEach(step -> System.out.println(step.number() + " " + step.title()));
  }
}
