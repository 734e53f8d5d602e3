package dev.mabsplan.engine.cli.plan;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.cli.option.CaseOptions;
import dev.mabsplan.engine.cli.option.FormatOption;
import dev.mabsplan.engine.cli.option.LanguageOption;
import dev.mabsplan.engine.cli.option.SiteOptions;
import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.foresight.Foresight;
import dev.mabsplan.engine.foresight.Outlook;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.report.ExplainJson;
import dev.mabsplan.engine.report.ExplainText;
import dev.mabsplan.engine.report.OutlookJson;
import dev.mabsplan.engine.report.OutlookText;
import dev.mabsplan.engine.report.WhyNotJson;
import dev.mabsplan.engine.report.WhyNotText;
import dev.mabsplan.engine.why.Doubter;
import dev.mabsplan.engine.why.WhyNot;
import dev.mabsplan.facts.gathered.Facts;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Explains steps of a plan, or why something is not in it. */
@Command(
    name = "explain",
    description =
        "Says of each step of the plan from which facts by which rules it follows and why it stands"
            + " where it stands; or why something is not in the plan; or what is worth finding"
            + " out.",
    exitCodeList = {
      "0:it was explained",
      "1:a fault of mabsplan itself",
      "2:arguments, facts or a rule pack are not as they must be"
    },
    footer = {
      "  mabsplan explain facts.json --step 1",
      "  mabsplan explain facts.json --why-not replica/let-vss-start"
    })
public final class ExplainCommand extends Subcommand implements Callable<Integer> {

  @Mixin private final CaseOptions given = new CaseOptions();

  @Option(
      names = "--step",
      paramLabel = "NUMBER|ID",
      description = "Only that step, by its number or the id of its remedy.")
  private @Nullable String step;

  @Option(
      names = "--why-not",
      paramLabel = "ID",
      description =
          "Why the remedy, problem or symptom of that id is not in the plan, or the rule did not"
              + " fire: what came nearest, what that lacked, and the least that would have to be"
              + " otherwise.")
  private @Nullable String whyNot;

  @Option(
      names = "--questions",
      description =
          "What is worth finding out, the command that answers it, and what each answer would make"
              + " of the plan.")
  private boolean questions;

  @Mixin private final FormatOption format = new FormatOption();

  @Mixin private final LanguageOption lang = new LanguageOption();

  @Mixin private final SiteOptions packs;

  public ExplainCommand(Surroundings around) {
    super(around);
    this.packs = new SiteOptions(around.environment());
  }

  @Override
  public Integer call() {
    boolean json = format.json();
    Language language = lang.language();
    String asked = whyNot;
    boolean several =
        (asked != null && step != null) || (questions && (asked != null || step != null));
    if (given.isEmpty() || several) {
      throw new InputException(
          "explain takes what plan takes, and one of --step, --why-not and --questions; mabsplan"
              + " explain --help says more");
    }
    if (questions) {
      around.out().print(questions(packs.planner(), given.read(around, packs), language, json));
      return ExitCode.OK;
    }
    Doubter doubter = Doubter.of(packs.planner(), given.read(around, packs), language);
    around
        .out()
        .print(
            asked == null ? steps(doubter.plan(), json) : whyNot(doubter, asked, language, json));
    return ExitCode.OK;
  }

  private String questions(Planner planner, Facts facts, Language language, boolean json) {
    Plan plan = planner.plan(facts, language);
    List<Outlook> outlooks = Foresight.of(planner, facts, plan, plan.questions());
    return json
        ? OutlookJson.write(outlooks, language)
        : OutlookText.questions(outlooks, language, around.columns(), around.bold());
  }

  private String steps(Plan plan, boolean json) {
    List<Step> steps = wanted(plan);
    return json
        ? ExplainJson.write(plan, steps)
        : ExplainText.write(plan, steps, around.columns(), around.bold());
  }

  private List<Step> wanted(Plan plan) {
    String wanted = step;
    if (wanted == null) {
      return plan.steps();
    }
    List<Step> steps =
        plan.steps().stream()
            .filter(one -> one.number().equals(wanted) || one.remedy().equals(wanted))
            .toList();
    if (steps.isEmpty()) {
      throw new InputException(
          "the plan has no step \""
              + wanted
              + "\"; it has "
              + (plan.steps().isEmpty()
                  ? "none"
                  : String.join(", ", plan.steps().stream().map(Step::number).toList()))
              + "; --why-not says of a remedy why it is not among them");
    }
    return steps;
  }

  private String whyNot(Doubter doubter, String id, Language language, boolean json) {
    WhyNot answer =
        doubter
            .whyNot(id)
            .orElseThrow(
                () ->
                    new InputException(
                        "there is no rule, problem, remedy or symptom \""
                            + id
                            + "\"; "
                            + doubter.meant(id).orElse("mabsplan rules list names the rules")));
    return json
        ? WhyNotJson.write(answer)
        : WhyNotText.write(answer, language, around.columns(), around.bold());
  }
}
