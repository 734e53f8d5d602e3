package dev.mabsplan.engine.cli.guide;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.cli.option.CaseOptions;
import dev.mabsplan.engine.cli.option.InputOptions;
import dev.mabsplan.engine.cli.option.LanguageOption;
import dev.mabsplan.engine.cli.option.SiteOptions;
import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.guide.Turn.Ending;
import dev.mabsplan.engine.pack.OwnWords;
import dev.mabsplan.facts.gathered.Facts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Leads through a plan. */
@Command(
    name = "guide",
    description =
        "Leads through a plan step by step: shows the next step, asks what came of it, and plans"
            + " again, until it is solved or left for support. Answers are read from standard"
            + " input, line by line. Whoever leaves goes on later with the same command.",
    exitCodeList = {
      "0:it is solved, or nothing is known to be wrong",
      "1:a fault of mabsplan itself",
      "2:arguments, facts or a rule pack are not as they must be",
      "10:it was left before its end",
      "12:what is wrong is left for support"
    },
    footer = {
      "  mabsplan guide facts.json",
      "  mabsplan guide --text \"The replica of D:\\ on FS01 is inconsistent\" -o case.guide.json"
    })
public final class GuideCommand extends Subcommand implements Callable<Integer> {

  @Mixin private final CaseOptions given = new CaseOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "The facts document that the answers are kept in, and that is gone on from where it is"
              + " there; the record beside it ends in .md. Without it, the first PATH with"
              + " .guide.json behind it; a PATH that ends so is gone on from itself.")
  private @Nullable Path output;

  @Mixin private final LanguageOption lang = new LanguageOption();

  @Mixin private final SiteOptions packs;

  private final InstantSource clock;

  public GuideCommand(Surroundings around) {
    super(around);
    this.packs = new SiteOptions(around.environment());
    this.clock = InstantSource.system();
  }

  @Override
  public Integer call() {
    OwnWords words = OwnWords.of("guide", lang.language());
    if (given.isEmpty() || given.readsStandardInput()) {
      throw new InputException(
          "guide takes files, folders or ZIP archives, or --text and an error; standard input is"
              + " for the answers; mabsplan guide --help says more");
    }
    GuideFiles files = new GuideFiles(kept(), around, clock);
    Planner planner = packs.planner();
    Optional<Facts> resumed = files.resumed(planner.messages());
    Facts facts = resumed.orElseGet(() -> given.read(around, packs));
    Dialogue dialogue = new Dialogue(around);
    dialogue.say(
        words.say(
            resumed.isPresent() ? "resumed" : "begin",
            "file",
            files.kept().toString(),
            "record",
            files.record().toString()));
    GuideSession session = new GuideSession(planner, facts, dialogue, words, files);
    return code(session.run());
  }

  private static int code(Optional<Ending> ending) {
    return ending
        .map(end -> end == Ending.ESCALATED ? ExitCode.UNEXPLAINED : ExitCode.OK)
        .orElse(ExitCode.STEPS);
  }

  /** What was handed over stays as it is. */
  private Path kept() {
    Path named = output;
    if (named != null) {
      if (!named.toString().endsWith(GuideFiles.ENDING)) {
        given.keepFrom(named);
      }
      return named;
    }
    String first =
        given
            .first()
            .orElseThrow(
                () -> new InputException("guide --text needs -o FILE, to keep the answers in"));
    Path path = InputOptions.path(first);
    Path name = path.toAbsolutePath().normalize().getFileName();
    if (name == null) {
      throw new InputException("guide of " + first + " needs -o FILE, to keep the answers in");
    }
    return name.toString().endsWith(GuideFiles.ENDING)
        ? path
        : path.resolveSibling(name + GuideFiles.ENDING);
  }
}
