package dev.mabsplan.engine.cli.outcome;

import dev.mabsplan.engine.cli.option.PackOptions;
import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.outcome.Outcome;
import dev.mabsplan.engine.outcome.Suggestion;
import dev.mabsplan.engine.pack.Kebab;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what outcomes suggest. */
@Command(
    name = "likelihoods",
    description = {
      "Says of which remedies outcomes suggest another likelihood, as lines for a site file."
          + " Nothing changes by itself: a person takes over what is right.",
      "The classes of today count as cases that were seen (8, 4, 2 and 1); each solved case counts"
          + " one more. Fewer than "
          + Suggestion.FEWEST_CASES
          + " solved cases of a problem suggest nothing, and no remedy moves by more than one"
          + " class."
    },
    footer = {
      "  mabsplan likelihoods --from outcomes.jsonl",
      "  mabsplan likelihoods --from outcomes.jsonl --rules my-pack"
    },
    exitCodeList = {
      "0:done, with or without a suggestion",
      "1:a fault of mabsplan itself",
      "2:arguments, the file or a rule pack are not as they must be"
    })
public final class LikelihoodsCommand extends Subcommand implements Callable<Integer> {

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FILE",
      description = "The file that mabsplan outcomes wrote.")
  private Path file = Path.of("outcomes.jsonl");

  @Mixin private final PackOptions packs;

  public LikelihoodsCommand(Surroundings around) {
    super(around);
    this.packs = new PackOptions(around.environment());
  }

  @Override
  public Integer call() {
    List<Outcome> outcomes = OutcomesCommand.read(file);
    List<Suggestion> suggestions = packs.contents().suggestions(outcomes);
    List<String> lines = new ArrayList<>();
    if (suggestions.isEmpty()) {
      lines.add("# " + outcomes.size() + " outcomes suggest no other likelihood.");
    } else {
      lines.add("remedies:");
    }
    for (Suggestion suggestion : suggestions) {
      lines.add("  " + suggestion.remedy() + ":");
      lines.add(
          "    likelihood: "
              + Kebab.word(suggestion.to())
              + "  # was "
              + Kebab.word(suggestion.from()));
      lines.add(
          "    because: \"solved "
              + suggestion.helped()
              + " of "
              + suggestion.cases()
              + " cases of "
              + suggestion.problem()
              + "\"");
    }
    lines.forEach(line -> around.out().print(line + "\n"));
    return ExitCode.OK;
  }
}
