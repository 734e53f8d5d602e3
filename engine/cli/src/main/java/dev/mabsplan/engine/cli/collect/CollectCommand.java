package dev.mabsplan.engine.cli.collect;

import dev.mabsplan.engine.cli.option.CaseOptions;
import dev.mabsplan.engine.cli.option.PackOptions;
import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.collect.CollectScript;
import dev.mabsplan.engine.collect.Lookup;
import dev.mabsplan.engine.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the script that finds out what plans ask. */
@Command(
    name = "collect",
    description =
        "Prints a PowerShell script (5.1 or 7) that runs the commands of a plan's questions, which"
            + " only read, and writes a ZIP archive that plan takes. Without facts or --text it"
            + " asks everything that any plan may ask.",
    exitCodeList = {
      "0:a script was printed, or nothing is left to ask",
      "1:a fault of mabsplan itself",
      "2:arguments, facts or a rule pack are not as they must be"
    },
    footer = {
      "  mabsplan collect facts.json -o ask.ps1",
      "  mabsplan collect > ask-everything.ps1"
    })
public final class CollectCommand extends Subcommand implements Callable<Integer> {

  @Mixin private final CaseOptions given = new CaseOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Writes to a file instead of standard output.")
  private @Nullable Path output;

  @Mixin private final PackOptions packs;

  public CollectCommand(Surroundings around) {
    super(around);
    this.packs = new PackOptions(around.environment());
  }

  @Override
  public Integer call() {
    if (given.redacts()) {
      throw new InputException(
          "a script must know the names of the servers it asks; leave out --redact");
    }
    List<Lookup> lookups = lookups();
    if (lookups.isEmpty()) {
      around.err().println("none of the plan's questions is answered by a command");
    } else {
      around.writeScript(Optional.ofNullable(output), CollectScript.of(lookups));
    }
    return ExitCode.OK;
  }

  private List<Lookup> lookups() {
    if (given.isEmpty()) {
      return packs.contents().lookups();
    }
    Plan plan = packs.planner().plan(given.read(around, packs));
    return Lookup.of(plan);
  }
}
