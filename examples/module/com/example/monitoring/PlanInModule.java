package com.example.monitoring;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.StartType;
import java.nio.file.Path;
import java.util.List;

/** Plans with the shipped packs and, where a folder is named, a pack that is compiled here. */
public final class PlanInModule {

  private PlanInModule() {}

  public static void main(String[] args) {
    Planner planner = Planner.withPacks(List.of(args).stream().map(Path::of).toList());
    Facts facts =
        Facts.builder()
            .server("MABS01", ServerRole.BACKUP_SERVER)
            .server("FS01", ServerRole.PROTECTED_SERVER)
            .add(Service.of("FS01", "VSS").withStartType(StartType.DISABLED))
            .error(ReportedError.ofId(3106).withServer("FS01").withDataSource("D:\\"))
            .build();
    System.out.println(
        PlanInModule.class.getModule() + " with " + planner.getClass().getModule());
    planner
        .plan(facts)
        .steps()
        .forEach(step -> System.out.println(step.number() + " " + step.title()));
  }
}
