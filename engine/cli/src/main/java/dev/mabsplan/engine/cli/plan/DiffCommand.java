package dev.mabsplan.engine.cli.plan;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.cli.intake.Intake;
import dev.mabsplan.engine.cli.option.FormatOption;
import dev.mabsplan.engine.cli.option.InputOptions;
import dev.mabsplan.engine.cli.option.LanguageOption;
import dev.mabsplan.engine.cli.option.SiteOptions;
import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.FileTrouble;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.compare.PlanDifference;
import dev.mabsplan.engine.compare.PlanGist;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.facts.gathered.Facts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what differs between two plans. */
@Command(
    name = "diff",
    description =
        "Says what differs between two plans: what is solved and what is new, which steps came,"
            + " went, moved or changed their reason. Each of the two paths is a facts document (or"
            + " what else plan reads), or a plan that plan -f json wrote. With --rules twice and"
            + " one folder of facts: which plans would change from the first rule pack to the"
            + " second.",
    exitCodeList = {
      "0:nothing differs",
      "1:a fault of mabsplan itself",
      "2:arguments, facts or a rule pack are not as they must be",
      "10:something differs"
    },
    footer = {
      "  mabsplan diff yesterday.json today.json",
      "  mabsplan diff cases --rules pack-1.0 --rules pack-1.1"
    })
public final class DiffCommand extends Subcommand implements Callable<Integer> {

  private static final long LONGEST_PLAN = 64L << 20;

  @Mixin private final InputOptions input = new InputOptions();

  @Mixin private final FormatOption format = new FormatOption();

  @Mixin private final LanguageOption lang = new LanguageOption();

  @Mixin private final SiteOptions packs;

  public DiffCommand(Surroundings around) {
    super(around);
    this.packs = new SiteOptions(around.environment());
  }

  @Override
  public Integer call() {
    Differences differences = new Differences(around, format.json());
    Language language = lang.language();
    List<String> paths = input.paths();
    if (paths.size() == 1 && packs.folders().size() == 2) {
      return overFolder(paths.get(0), language);
    }
    if (paths.size() != 2 || paths.stream().allMatch("-"::equals)) {
      throw new InputException(
          "diff takes two paths, facts or plans as JSON, of which one may be - for standard input;"
              + " found "
              + (paths.isEmpty() ? "none" : String.join(" ", paths)));
    }
    PlanGist before = gist(paths.get(0), language);
    PlanGist after = gist(paths.get(1), language);
    return differences.write(PlanDifference.between(before, after));
  }

  /** Before rules go live: which plans of a folder of facts would change, and how. */
  private int overFolder(String path, Language language) {
    Planner before = packs.plannerWith(packs.folders().get(0));
    Planner after = packs.plannerWith(packs.folders().get(1));
    Map<String, PlanDifference> changed = new LinkedHashMap<>();
    List<Path> cases = cases(path);
    for (Path one : cases) {
      Facts facts = input.readOne(one.toString(), around, packs, Intake.MOST_ERRORS);
      PlanDifference difference =
          PlanDifference.between(
              PlanGist.of(before.plan(facts, language)), PlanGist.of(after.plan(facts, language)));
      if (!difference.isEmpty()) {
        changed.put(String.valueOf(one.getFileName()), difference);
      }
    }
    new Differences(around, format.json()).writeAll(changed, cases.size());
    return changed.isEmpty() ? ExitCode.OK : ExitCode.DIFFERS;
  }

  private static List<Path> cases(String path) {
    Path folder = Path.of(path);
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "with two --rules, diff takes a folder of facts, each file or folder in it one case;"
              + " found "
              + path);
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(one -> !one.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new InputException("can't read " + path + ": " + FileTrouble.why(e));
    }
  }

  private PlanGist gist(String path, Language language) {
    Optional<PlanGist> written = written(path);
    if (written.isEmpty()) {
      return PlanGist.of(
          packs.planner().plan(input.readOne(path, around, packs, Intake.MOST_ERRORS), language));
    }
    String found = written.get().language();
    if (!found.equals(language.tag())) {
      throw new InputException(
          "the plan in " + path + " is in the language " + found + "; give --lang " + found);
    }
    return written.get();
  }

  /** Returns the plan that a file holds; nothing where it holds facts. */
  private static Optional<PlanGist> written(String path) {
    try {
      Path file = Path.of(path);
      return Files.isRegularFile(file) && Files.size(file) <= LONGEST_PLAN
          ? PlanGist.read(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      // Whoever reads it as facts says what is wrong.
      return Optional.empty();
    }
  }
}
