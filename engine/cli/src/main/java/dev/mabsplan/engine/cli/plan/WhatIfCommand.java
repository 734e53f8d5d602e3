package dev.mabsplan.engine.cli.plan;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.cli.option.CaseOptions;
import dev.mabsplan.engine.cli.option.FormatOption;
import dev.mabsplan.engine.cli.option.LanguageOption;
import dev.mabsplan.engine.cli.option.SiteOptions;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.compare.PlanDifference;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.engine.scenario.WhatIf;
import dev.mabsplan.engine.scenario.WhatIf.Change;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what would differ if facts were otherwise. */
@Command(
    name = "what-if",
    description =
        "Says what would differ in the plan if facts were otherwise than they are. An address is as"
            + " in the facts of plan -f json, such as servers[FS01].services[VSS].startType; where"
            + " there is one server, services[VSS].startType is enough.",
    exitCodeList = {
      "0:nothing would differ",
      "1:a fault of mabsplan itself",
      "2:arguments, facts or a rule pack are not as they must be",
      "10:something would differ"
    },
    footer = {
      "  mabsplan what-if facts.json --set 'services[VSS].startType=manual'",
      "  mabsplan what-if facts.json --unset 'servers[FS01].volumes'",
      "  mabsplan what-if facts.json --error \"ID 3106: The replica of D: is inconsistent\""
    })
public final class WhatIfCommand extends Subcommand implements Callable<Integer> {

  @Mixin private final CaseOptions given = new CaseOptions();

  @Option(
      names = "--set",
      paramLabel = "ADDRESS=VALUE",
      description =
          "What would be otherwise, or there: a component with its value, or a whole fact with its"
              + " components as JSON. May be given several times.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--unset",
      paramLabel = "ADDRESS",
      description =
          "What would not be known: a component, a fact, all facts of a kind, an error, an attempt"
              + " or a server. May be given several times, and comes before all else.")
  private List<String> unset = new ArrayList<>();

  @Option(
      names = "--add",
      paramLabel = "LIST=JSON",
      description =
          "What would be there besides: LIST is errors, attempts or servers, and JSON the fields of"
              + " one, as in a facts document. May be given several times, and comes after"
              + " --unset.")
  private List<String> add = new ArrayList<>();

  @Option(
      names = "--error",
      paramLabel = "TEXT",
      description =
          "An error that would be reported besides, as copied from a console, log or ticket. May be"
              + " given several times.")
  private List<String> errors = new ArrayList<>();

  @Mixin private final FormatOption format = new FormatOption();

  @Mixin private final LanguageOption lang = new LanguageOption();

  @Mixin private final SiteOptions packs;

  public WhatIfCommand(Surroundings around) {
    super(around);
    this.packs = new SiteOptions(around.environment());
  }

  @Override
  public Integer call() {
    Differences differences = new Differences(around, format.json());
    Language language = lang.language();
    List<Change> changes = changes();
    if (given.isEmpty() || (changes.isEmpty() && errors.isEmpty())) {
      throw new InputException(
          "what-if takes what plan takes, and at least one --set ADDRESS=VALUE, --unset ADDRESS,"
              + " --add LIST=JSON or --error TEXT; mabsplan what-if --help says more");
    }
    if (given.redacts() && !errors.isEmpty()) {
      throw new InputException(
          "--error does not go with --redact: its names would be no tokens; give it with --text");
    }
    Facts facts = given.read(around, packs);
    Planner planner = packs.planner();
    Facts otherwise =
        given.reported(WhatIf.of(facts, changes, planner.messages()), errors, around, packs);
    Plan before = planner.plan(facts, language);
    Plan after = planner.plan(otherwise, language);
    saySlips(before, after);
    return differences.write(PlanDifference.between(before, after));
  }

  /** A slip in a name changes nothing, which would pass for an answer. */
  private void saySlips(Plan before, Plan after) {
    after.unused().slips().stream()
        .filter(slip -> !before.unused().slips().contains(slip))
        .forEach(
            slip ->
                around
                    .err()
                    .println(
                        Printable.of(
                            "no rule looks at "
                                + slip.fact()
                                + "; did you mean "
                                + slip.near()
                                + "?")));
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    unset.forEach(address -> changes.add(new WhatIf.Unset(address)));
    add.stream().map(text -> pair("--add LIST=JSON", text, WhatIf.Add::new)).forEach(changes::add);
    set.stream()
        .map(text -> pair("--set ADDRESS=VALUE", text, WhatIf.Set::new))
        .forEach(changes::add);
    return changes;
  }

  /** The keys of an address may hold a sign of equality; its component comes after them. */
  private static Change pair(String form, String text, BiFunction<String, String, Change> change) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[') {
        depth = 1;
      } else if (c == ']') {
        depth = 0;
      } else if (c == '=' && depth == 0) {
        return change.apply(text.substring(0, i), text.substring(i + 1));
      }
    }
    throw new InputException(form.replaceFirst(" ", " takes ") + "; found \"" + text + "\"");
  }
}
