package dev.mabsplan.engine.cli.plan;

import dev.mabsplan.engine.cli.option.CaseOptions;
import dev.mabsplan.engine.cli.option.LanguageOption;
import dev.mabsplan.engine.cli.option.SiteOptions;
import dev.mabsplan.engine.cli.serve.PlanStanding;
import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.facts.gathered.Facts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a plan. */
@Command(
    name = "plan",
    description = "Makes a plan from a facts file, or from an error as a person copied it.",
    exitCodeList = {
      "0:a plan was made, empty or not; with --detailed-exitcode: nothing to do",
      "1:a fault of mabsplan itself",
      "2:arguments, facts or a rule pack are not as they must be",
      "12:with --detailed-exitcode: an error is unexplained",
      "10:with --detailed-exitcode: otherwise, there are steps",
      "11:with --detailed-exitcode: otherwise, there are only questions"
    },
    footer = {
      "  mabsplan plan facts.json",
      "  mabsplan plan --text \"ID 3106: The replica of D: is inconsistent\" --lang sv"
    })
public final class PlanCommand extends Subcommand implements Callable<Integer> {

  @Mixin private final CaseOptions given = new CaseOptions();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "text, json, markdown or html (default: ${DEFAULT-VALUE}).",
      defaultValue = "text")
  private String format = "text";

  @Mixin private final LanguageOption lang = new LanguageOption();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Writes to a file, in UTF-8, instead of standard output. Folders on its way are made.")
  private @Nullable Path output;

  @Mixin private final SiteOptions packs;

  @Option(
      names = "--all",
      description =
          "Prints all remedies, commands and what was left out whole. Otherwise the text keeps to"
              + " two screens for one problem and says what it has in short.")
  private boolean all;

  @Option(
      names = "--short",
      description =
          "Keeps Markdown under 28 kB, for a chat message, and leaves facts and what was left out"
              + " away from HTML. Text is short without it.")
  private boolean brief;

  @Option(
      names = "--ledger",
      description =
          "Says of each step why it stands where it stands, on which facts, read where, and from"
              + " which entry.")
  private boolean ledger;

  @Option(
      names = "--detailed-exitcode",
      description = "Ends with 10, 11 or 12 where there is something to do; see below.")
  private boolean detailedExitCode;

  @Option(
      names = "--serve",
      paramLabel = "URL",
      description =
          "Lets a mabsplan serve of this machine make the plan, which has its rules at hand; URL is"
              + " the address that it printed. Its rule packs and its site are those of that serve:"
              + " no --rules, --without and --site beside it.")
  private @Nullable String serve;

  public PlanCommand(Surroundings around) {
    super(around);
    this.packs = new SiteOptions(around.environment());
  }

  @Override
  public Integer call() {
    PlanForm form = PlanForm.named(format);
    Detail detail = detail(form);
    Language language = lang.language();
    given.keepFrom(output);
    String address = serve;
    if (address != null) {
      return served(RunningServer.at(address), form, detail, language);
    }
    Facts facts = facts();
    Plan plan = packs.planner().plan(facts, language);
    write(plan, form, detail);
    return detailedExitCode ? exitCode(PlanStanding.of(plan)) : ExitCode.OK;
  }

  /** Nothing of the engine is loaded for this. */
  private int served(RunningServer server, PlanForm form, Detail detail, Language language) {
    checkGiven();
    if (!packs.areUsual()) {
      throw new InputException(
          "--rules, --without and --site do not go with --serve: it plans with those that mabsplan"
              + " serve was started with");
    }
    CaseOptions.Handed handed = given.handed(around);
    Map<String, String> query = new LinkedHashMap<>(handed.said());
    query.put("form", form.word());
    query.put("detail", detail.name().toLowerCase(Locale.ROOT));
    query.put("lang", language.tag());
    query.put("columns", String.valueOf(around.columns()));
    query.put("bold", String.valueOf(output == null && around.bold()));
    query.put("remarks", "above");
    RunningServer.Answered answered = server.plan(query, handed.bytes(), around.err());
    around.write(Optional.ofNullable(output), answered.document());
    return detailedExitCode ? exitCode(PlanStanding.named(answered.standing())) : ExitCode.OK;
  }

  private static int exitCode(PlanStanding standing) {
    return switch (standing) {
      case UNEXPLAINED -> ExitCode.UNEXPLAINED;
      case STEPS -> ExitCode.STEPS;
      case QUESTIONS -> ExitCode.QUESTIONS;
      case NOTHING -> ExitCode.OK;
    };
  }

  private Facts facts() {
    checkGiven();
    packs.begin();
    return given.read(around, packs);
  }

  private void checkGiven() {
    if (given.isEmpty()) {
      throw new InputException(
          "what should be planned for? Give files, folders or ZIP archives, - for standard input,"
              + " or --text and an error; mabsplan plan --help says more");
    }
  }

  private void write(Plan plan, PlanForm form, Detail detail) {
    boolean bold = output == null && around.bold();
    around.write(Optional.ofNullable(output), form.write(plan, detail, around.columns(), bold));
  }

  private Detail detail(PlanForm form) {
    if (brief && (all || ledger)) {
      throw new InputException("--short goes neither with --all nor with --ledger");
    }
    if (brief) {
      return Detail.BRIEF;
    }
    return ledger ? Detail.LEDGER : all ? Detail.ALL : form.usualDetail();
  }
}
