package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.facts.document.FactsDocument;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Does once what every start does, so that Java can keep what it makes of it. */
@Command(
    name = "warmup",
    description = {
      "Makes later starts quick: keeps, in a cache folder, what Java makes of the program and of rule"
          + " packs. The launcher does it by itself after the first run. Nothing depends on it.",
      "The folder is MABSPLAN_CACHE or, where that is not set, mabsplan in the system's folder for"
          + " caches; it can be deleted at any time."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    footerHeading = "%nExamples:%n",
    footer = {"  mabsplan warmup", "  mabsplan warmup --rules my-pack"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, or nothing could be kept",
      "1:a fault of mabsplan itself",
      "2:arguments or a rule pack are not as they must be"
    })
final class WarmupCommand implements Callable<Integer> {

  private static final String FACTS =
      """
      {
        "servers": [
          {"name": "MABS01", "role": "backupServer"},
          {"name": "FS01", "role": "protectedServer", "backupServer": "MABS01",
           "dataSources": [{"name": "D:\\\\", "type": "volume"}],
           "services": [{"name": "VSS", "startType": "disabled"}]}
        ],
        "errors": [
          {"id": 3106, "reportedBy": "MABS01", "server": "FS01", "dataSource": "D:\\\\"},
          {"text": "DPM failed to communicate with the protection agent on FS01 because access is \
      denied. (ID 42 Details: Access is denied (0x80070005))", "reportedBy": "MABS01"}
        ]
      }
      """;

  @Mixin private final PackOptions packs;

  private final Surroundings around;

  WarmupCommand(Surroundings around) {
    this.around = around;
    this.packs = new PackOptions(around.environment());
  }

  @Override
  public Integer call() {
    Planner planner = packs.planner();
    for (Language language : Language.values()) {
      Plan plan = planner.plan(FactsDocument.parse(FACTS, planner.messages()), language);
      PlanText.write(plan, around.columns(), around.bold(), Detail.BRIEF);
      PlanJson.write(plan, Detail.BRIEF);
    }
    return ExitCode.OK;
  }
}
