package dev.mabsplan.engine.cli.rules;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.cli.option.PackOptions;
import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.scenario.EquivalentMutants;
import dev.mabsplan.engine.scenario.InvalidScenarioException;
import dev.mabsplan.engine.scenario.ScenarioFile;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.engine.scenario.Scenarios;
import dev.mabsplan.facts.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks rule packs. */
@Command(
    name = "lint",
    description =
        "Checks a rule pack, its rules, data, words and scenarios, beside the other packs, and says"
            + " everything that is wrong with it at once. Without DIR, all packs.",
    exitCodeList = {
      "0:nothing is wrong",
      "1:a fault of mabsplan itself",
      "5:something is wrong; a line for each, with file, line and what to write instead",
      "2:an argument is not as it must be"
    },
    footer = {"  mabsplan lint my-pack", "  mabsplan lint"})
public final class LintCommand extends Subcommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description =
          "The folder of the pack, with its pack.yaml. It takes the place of the shipped one of"
              + " that id.")
  private @Nullable Path folder;

  @Mixin private final PackOptions packs;

  public LintCommand(Surroundings around) {
    super(around);
    this.packs = new PackOptions(around.environment());
  }

  @Override
  public Integer call() {
    Path own = folder;
    if (own != null && !Files.isRegularFile(own.resolve("pack.yaml"))) {
      throw new InputException(
          "lint takes a folder that holds a pack.yaml; there is none in "
              + own
              + PackFiles.around(own).map(near -> "; did you mean " + near + "?").orElse(""));
    }
    try {
      return check(own, packs.files(own == null ? List.of() : List.of(own)));
    } catch (InvalidPackException e) {
      // A file that is no text is wrong with the pack, and no wrong argument.
      return say(e.faults(), List.of());
    }
  }

  private int check(@Nullable Path own, List<PackFiles> all) {
    List<PackFiles> checked =
        own == null
            ? all
            : all.stream().filter(pack -> pack.origin().equals(own.toString())).toList();
    return say(faults(all, checked), checked);
  }

  private int say(List<Fault> faults, List<PackFiles> checked) {
    faults.forEach(fault -> around.out().println(fault.message()));
    around.out().println(count(faults, checked));
    return faults.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  /** Scenarios name rules and remedies, so these have to be right first. */
  private static List<Fault> faults(List<PackFiles> all, List<PackFiles> checked) {
    try {
      return scenarios(Planner.ofFiles(all), checked);
    } catch (InvalidPackException e) {
      return e.faults();
    }
  }

  private static List<Fault> scenarios(Planner planner, List<PackFiles> checked) {
    List<Fault> faults = new ArrayList<>(Workshop.of(planner).checkAsked());
    checked.forEach(pack -> faults.addAll(ScenarioFile.misplaced(pack)));
    Scenarios.read(
            new ScenarioReader(planner),
            checked.stream().flatMap(pack -> ScenarioFile.in(pack).stream()).toList())
        .broken()
        .forEach(broken -> faults.addAll(broken.faults()));
    try {
      EquivalentMutants.of(checked);
    } catch (InvalidScenarioException e) {
      faults.addAll(e.faults());
    }
    return faults;
  }

  private static String count(List<Fault> faults, List<PackFiles> checked) {
    if (faults.isEmpty()) {
      return "nothing is wrong with "
          + String.join(
              ", ",
              checked.stream()
                  .map(pack -> "rule pack " + pack.id().orElse(pack.origin()))
                  .toList());
    }
    long files =
        faults.stream()
            .map(Fault::source)
            .filter(Objects::nonNull)
            .map(source -> Objects.requireNonNull(source).file())
            .distinct()
            .count();
    return (faults.size() == 1 ? "1 fault" : faults.size() + " faults")
        + (files > 1 ? " in " + files + " files" : "");
  }
}
