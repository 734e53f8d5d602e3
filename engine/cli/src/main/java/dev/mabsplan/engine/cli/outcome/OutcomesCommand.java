package dev.mabsplan.engine.cli.outcome;

import dev.mabsplan.engine.cli.option.CaseOptions;
import dev.mabsplan.engine.cli.option.PackOptions;
import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.FileTrouble;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.outcome.Outcome;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.gathered.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps what came of remedies. */
@Command(
    name = "outcomes",
    description =
        "Appends what came of the attempts in facts to a file, a line each, without any name:"
            + " problem, remedy, outcome, version of the rule pack. What stands there already is"
            + " not written a second time. mabsplan likelihoods reads the file.",
    footer = {
      "  mabsplan outcomes case.json --to outcomes.jsonl",
      "  mabsplan outcomes case.json (prints the lines)"
    },
    exitCodeList = {
      "0:done",
      "1:a fault of mabsplan itself",
      "2:arguments, facts or a rule pack are not as they must be"
    })
public final class OutcomesCommand extends Subcommand implements Callable<Integer> {

  @Mixin private final CaseOptions given = new CaseOptions();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "The file to append to; without it the lines are printed.")
  private @Nullable Path file;

  @Mixin private final PackOptions packs;

  public OutcomesCommand(Surroundings around) {
    super(around);
    this.packs = new PackOptions(around.environment());
  }

  @Override
  public Integer call() {
    if (given.isEmpty()) {
      throw new InputException("outcomes of what? Give a facts document with attempts");
    }
    Facts facts = given.read(around, packs);
    List<Outcome> outcomes = packs.contents().outcomes(facts);
    Path to = file;
    if (to == null) {
      outcomes.forEach(outcome -> around.out().print(outcome.line() + "\n"));
    } else {
      append(to, outcomes);
    }
    if (facts.attempts().isEmpty()) {
      around.err().println("mabsplan: the facts tell of no attempts; nothing is kept");
    }
    int untold = facts.attempts().size() - outcomes.size();
    if (untold > 0) {
      around
          .err()
          .println(
              "mabsplan: "
                  + (untold == 1 ? "1 attempt names" : untold + " attempts name")
                  + " no problem of a rule pack, and is not kept");
    }
    return ExitCode.OK;
  }

  private void append(Path to, List<Outcome> outcomes) {
    List<Outcome> kept = Files.exists(to) ? read(to) : List.of();
    Set<String> known = kept.stream().map(Outcome::id).collect(Collectors.toSet());
    List<String> lines = new ArrayList<>(kept.stream().map(Outcome::line).toList());
    outcomes.stream()
        .filter(outcome -> !known.contains(outcome.id()))
        .forEach(outcome -> lines.add(outcome.line()));
    around.write(
        Optional.of(to), lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
  }

  /** Reads a file of outcomes. */
  static List<Outcome> read(Path file) {
    List<Fault> faults = new ArrayList<>();
    List<Outcome> outcomes;
    try {
      outcomes = Outcome.read(file.toString(), Files.readAllLines(file), faults);
    } catch (IOException e) {
      throw new InputException("can't read " + file + ": " + FileTrouble.why(e));
    }
    if (!faults.isEmpty()) {
      throw new InputException(faults.get(0).message());
    }
    return outcomes;
  }
}
