package dev.mabsplan.engine.cli.rules;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.cli.option.FormatOption;
import dev.mabsplan.engine.cli.option.PackOptions;
import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.report.ConditionsText;
import dev.mabsplan.engine.report.Description;
import dev.mabsplan.engine.report.Descriptions;
import dev.mabsplan.engine.report.RulesJson;
import dev.mabsplan.engine.report.RulesText;
import dev.mabsplan.engine.rule.KnownRule;
import dev.mabsplan.engine.scenario.ScenarioFile;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.engine.scenario.Scenarios;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists and shows rules. */
@Command(
    name = "rules",
    description = "Lists the rules, problems and remedies of all rule packs, or shows one.",
    footer = {
      "  mabsplan rules list --topic replica",
      "  mabsplan rules show replica/vss-disabled"
    },
    exitCodeList = {
      "0:done",
      "1:a fault of mabsplan itself",
      "2:arguments or a rule pack are not as they must be"
    })
public final class RulesCommand extends Subcommand {

  private RulesCommand(Surroundings around) {
    super(around);
  }

  /** Returns the command with all that it has below it. */
  public static CommandLine in(Surroundings around) {
    return new CommandLine(new RulesCommand(around))
        .addSubcommand(new ListCommand(around))
        .addSubcommand(new ShowCommand(around))
        .addSubcommand(new ProblemsCommand(around))
        .addSubcommand(new RemediesCommand(around))
        .addSubcommand(new ConditionsCommand(around));
  }

  /** Tells what patterns may ask. */
  @Command(
      name = "conditions",
      description =
          "Lists what a pattern may ask of each kind of fact, of servers, symptoms and problems:"
              + " its components with their values, and its questions. With KIND, of one.",
      footer = {"  mabsplan rules conditions Volume", "  mabsplan rules conditions"},
      exitCodeList = {
        "0:they were listed",
        "1:a fault of mabsplan itself",
        "2:there is no such kind"
      })
  private static final class ConditionsCommand extends Subcommand implements Callable<Integer> {

    @Parameters(
        paramLabel = "KIND",
        arity = "0..1",
        description = "A kind of fact as rules call it, such as Volume.")
    private @Nullable String kind;

    ConditionsCommand(Surroundings around) {
      super(around);
    }

    @Override
    public Integer call() {
      String one = kind;
      List<String> all = ConditionsText.kinds();
      if (one != null && !all.contains(one)) {
        throw new InputException(
            "no kind of fact is called \""
                + one
                + "\"; "
                + Objects.requireNonNullElse(
                    Meant.hint(one, all), "there are " + String.join(", ", all)));
      }
      around
          .out()
          .print(
              (one == null ? all : List.of(one))
                  .stream().map(ConditionsText::write).collect(Collectors.joining("\n")));
      return ExitCode.OK;
    }
  }

  /** Lists rules. */
  @Command(
      name = "list",
      description = "Lists the rules by topic, each with what it does.",
      exitCodeList = {
        "0:the rules were listed",
        "1:a fault of mabsplan itself",
        "2:an argument or a rule pack is not as it must be"
      },
      footer = {"  mabsplan rules list", "  mabsplan rules list --topic replica -f json"})
  private static final class ListCommand extends Listing<KnownRule> {

    ListCommand(Surroundings around) {
      super(around, "rules", KnownRule::topic);
    }

    @Override
    List<KnownRule> all(Planner planner) {
      return Workshop.of(planner).known();
    }

    @Override
    String json(List<KnownRule> wanted) {
      return RulesJson.list(wanted);
    }

    @Override
    String text(List<KnownRule> wanted, int columns, boolean bold) {
      return RulesText.list(wanted, columns, bold);
    }
  }

  /** Lists what the packs hold, by topic. */
  private abstract static class Listing<T> extends Subcommand implements Callable<Integer> {

    @Option(names = "--topic", paramLabel = "NAME", description = "Only those of that topic.")
    private @Nullable String topic;

    @Mixin private final PackOptions packs;

    @Mixin private final FormatOption format = new FormatOption();

    private final String what;
    private final Function<T, String> topicOf;

    Listing(Surroundings around, String what, Function<T, String> topicOf) {
      super(around);
      this.packs = new PackOptions(around.environment());
      this.what = what;
      this.topicOf = topicOf;
    }

    abstract List<T> all(Planner planner);

    abstract String json(List<T> wanted);

    abstract String text(List<T> wanted, int columns, boolean bold);

    @Override
    public Integer call() {
      boolean json = format.json();
      List<T> wanted = wanted(all(packs.planner()));
      around.out().print(json ? json(wanted) : text(wanted, around.columns(), around.bold()));
      return ExitCode.OK;
    }

    private List<T> wanted(List<T> all) {
      String name = topic;
      if (name == null) {
        return all;
      }
      List<T> wanted = all.stream().filter(one -> topicOf.apply(one).equals(name)).toList();
      if (wanted.isEmpty()) {
        List<String> topics = all.stream().map(topicOf).distinct().toList();
        throw new InputException(
            "no topic \""
                + name
                + "\" has "
                + what
                + "; "
                + Objects.requireNonNullElse(
                    Meant.hint(name, topics), "there are " + String.join(", ", topics)));
      }
      return wanted;
    }
  }

  /** Lists problems. */
  @Command(
      name = "problems",
      description = "Lists the problems by topic, each with its title.",
      exitCodeList = {
        "0:they were listed",
        "1:a fault of mabsplan itself",
        "2:an argument or a rule pack is not as it must be"
      },
      footer = {"  mabsplan rules problems", "  mabsplan rules problems --topic replica -f json"})
  private static final class ProblemsCommand extends Listing<Description> {

    ProblemsCommand(Surroundings around) {
      super(around, "problems", Description::topic);
    }

    @Override
    List<Description> all(Planner planner) {
      return new Descriptions(planner, List.of()).problems();
    }

    @Override
    String json(List<Description> wanted) {
      return RulesJson.problems(wanted);
    }

    @Override
    String text(List<Description> wanted, int columns, boolean bold) {
      return RulesText.problems(wanted, columns, bold);
    }
  }

  /** Lists remedies. */
  @Command(
      name = "remedies",
      description =
          "Lists the remedies by topic, each with its title, likelihood, effort and risk.",
      exitCodeList = {
        "0:they were listed",
        "1:a fault of mabsplan itself",
        "2:an argument or a rule pack is not as it must be"
      },
      footer = {"  mabsplan rules remedies", "  mabsplan rules remedies --topic replica -f json"})
  private static final class RemediesCommand extends Listing<Description> {

    RemediesCommand(Surroundings around) {
      super(around, "remedies", Description::topic);
    }

    @Override
    List<Description> all(Planner planner) {
      return new Descriptions(planner, List.of()).remedies();
    }

    @Override
    String json(List<Description> wanted) {
      return RulesJson.remedies(wanted);
    }

    @Override
    String text(List<Description> wanted, int columns, boolean bold) {
      return RulesText.remedies(wanted, columns, bold);
    }
  }

  /** Shows a rule. */
  @Command(
      name = "show",
      description =
          "Shows a rule: where it is, why it is there, what it says and does, and which scenarios"
              + " name it. Of a problem or remedy, where it is, what decides it and which rules"
              + " speak of it; of a remedy, its likelihood, effort and risk, and what is done.",
      exitCodeList = {
        "0:the rule, problem or remedy was shown",
        "1:a fault of mabsplan itself",
        "2:there is none of that id, or an argument or a rule pack is not as it must be"
      },
      footer = {
        "  mabsplan rules show replica/vss-disabled",
        "  mabsplan rules show replica/consistency-check"
      })
  private static final class ShowCommand extends Subcommand implements Callable<Integer> {

    @Parameters(
        paramLabel = "ID",
        description = "A rule, problem or remedy, such as replica/vss-disabled.")
    private String id = "";

    @Mixin private final PackOptions packs;

    @Mixin private final FormatOption format = new FormatOption();

    ShowCommand(Surroundings around) {
      super(around);
      this.packs = new PackOptions(around.environment());
    }

    @Override
    public Integer call() {
      boolean json = format.json();
      List<PackFiles> files = packs.files(List.of());
      Planner planner = Planner.ofFiles(files);
      Scenarios scenarios =
          Scenarios.read(
              new ScenarioReader(planner),
              files.stream().flatMap(pack -> ScenarioFile.in(pack).stream()).toList());
      Descriptions portraits = new Descriptions(planner, scenarios.scenarios());
      Description portrait =
          portraits.of(id).orElseThrow(() -> new InputException(unknown(portraits)));
      around
          .out()
          .print(
              json
                  ? RulesJson.show(portrait)
                  : RulesText.show(portrait, around.columns(), around.bold()));
      if (!scenarios.broken().isEmpty()) {
        around
            .err()
            .println(
                "mabsplan: scenarios that can't be read are left out: "
                    + scenarios.broken().size()
                    + "; mabsplan test says what is wrong with them");
      }
      return ExitCode.OK;
    }

    private String unknown(Descriptions portraits) {
      return "there is no rule, problem or remedy \""
          + id
          + "\"; "
          + Objects.requireNonNullElse(
              Meant.hint(id, portraits.ids()),
              "mabsplan rules list, problems and remedies name all");
    }
  }
}
