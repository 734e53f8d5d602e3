package dev.mabsplan.engine.cli.fleet;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.cli.intake.Intake;
import dev.mabsplan.engine.cli.option.LanguageOption;
import dev.mabsplan.engine.cli.option.PackOptions;
import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.FileTrouble;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.fleet.Changes;
import dev.mabsplan.engine.fleet.FleetLine;
import dev.mabsplan.engine.fleet.FleetStep;
import dev.mabsplan.engine.fleet.FleetSummary;
import dev.mabsplan.engine.fleet.Given;
import dev.mabsplan.engine.fleet.Known;
import dev.mabsplan.engine.fleet.Mark;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.render.ShortPlanJson;
import dev.mabsplan.engine.report.FleetJson;
import dev.mabsplan.engine.report.FleetText;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.gathered.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a plan for each of a great many facts documents. */
@Command(
    name = "fleet",
    description =
        "Makes a plan for each of many facts documents, a line each, in their order; with all"
            + " cores, and no more memory for a million documents than for a thousand.",
    footer = {
      "  mabsplan fleet facts.ndjson --short -o plans.ndjson --summary text",
      "  mabsplan fleet facts.ndjson --short -o plans.ndjson --continue"
    },
    exitCodeList = {
      "0:every document has its plan",
      "1:a fault of mabsplan itself, for all documents or for one",
      "2:arguments, input or a rule pack are not as they must be",
      "3:a document is not as it must be, and its line says why; all others have their plan",
      "4:standard output can't be written whole: a full disk, a closed pipe"
    })
public final class FleetCommand extends Subcommand implements Callable<Integer> {

  private static final int MOST_THREADS = 1_024;

  /** A worker that is done finds the next document read, and few wait. */
  private static final int WINDOW = 4;

  @Parameters(
      paramLabel = "PATH",
      arity = "1",
      description =
          "A file with a facts document on each line; - reads standard input; or a folder, in which"
              + " each .json file is a facts document, and each folder or ZIP archive holds the"
              + " native files of one server, by name.")
  private String path = "-";

  @Option(
      names = "--short",
      description =
          "Writes plans in short: problems and steps, and no reasons; cheaper and smaller.")
  private boolean brief;

  @Option(
      names = "--previous",
      paramLabel = "FILE",
      description =
          "An earlier output of fleet: each line says what is solved, new and changed since, for"
              + " the same servers.")
  private @Nullable Path previous;

  @Option(
      names = "--summary",
      paramLabel = "FORMAT",
      description =
          "Says at the end what to mend first across all servers, as text or json, on standard"
              + " output: in place of the plans, or beside them where -o takes those.")
  private @Nullable String summary;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Writes the lines to a file, in UTF-8, instead of standard output.")
  private @Nullable Path output;

  @Option(
      names = "--continue",
      description =
          "Goes on behind the last whole line of -o FILE, after checking that its lines are for the"
              + " first documents of the same input.")
  private boolean resume;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many documents are planned for at once (default: one a core).")
  private @Nullable Integer threads;

  @Mixin private final LanguageOption lang = new LanguageOption();

  @Mixin private final PackOptions packs;

  public FleetCommand(Surroundings around) {
    super(around);
    this.packs = new PackOptions(around.environment());
  }

  @Override
  public Integer call() {
    Language language = lang.language();
    int workers = workers();
    check();
    Optional<PreviousPlans> before = Optional.ofNullable(previous).map(PreviousPlans::open);
    try (FleetInput input = FleetInput.open(path, around.in())) {
      Planner planner = packs.planner();
      FleetStep step = new FleetStep(planner, language);
      Work work = new Work(planner, step, before, brief, run(step, language, before));
      return new Run(work, input, language).with(workers);
    } catch (IOException e) {
      throw new InputException("can't read " + path + ": " + FileTrouble.why(e));
    } finally {
      before.ifPresent(FleetCommand::close);
    }
  }

  private static void close(PreviousPlans plans) {
    try {
      plans.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int workers() {
    Integer wanted = threads;
    if (wanted == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (wanted < 1 || wanted > MOST_THREADS) {
      throw new InputException("--threads takes 1 to " + MOST_THREADS + "; found " + wanted);
    }
    return wanted;
  }

  private void check() {
    String form = summary;
    if (form != null && !form.equals("text") && !form.equals("json")) {
      throw new InputException("--summary takes text or json; found \"" + form + "\"");
    }
    Path to = output;
    if (to == null) {
      if (resume) {
        throw new InputException("--continue goes with -o and the file of the run before");
      }
      return;
    }
    if (isSame(to, path) || (previous != null && isSame(to, previous.toString()))) {
      throw new InputException("-o names a file that is read: " + to);
    }
  }

  private static boolean isSame(Path to, String read) {
    try {
      return Files.exists(to) && !read.equals("-") && Files.isSameFile(to, Path.of(read));
    } catch (IOException | InvalidPathException e) {
      // whoever reads it says what is wrong with it
      return false;
    }
  }

  private String run(FleetStep step, Language language, Optional<PreviousPlans> before) {
    String decides =
        String.join(
            "\n",
            step.rules(),
            language.tag(),
            brief ? "short" : "whole",
            before.map(PreviousPlans::digest).orElse("-"),
            String.valueOf(FleetCommand.class.getPackage().getImplementationVersion()));
    return FleetStep.digest(decides.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What came of a document.
   *
   * @param line its line
   * @param known what is known of it; nothing where it is broken
   * @param changes what changed
   * @param ours whether mabsplan is at fault that there is no plan
   */
  private record Done(
      String line, Optional<Known> known, Optional<Changes> changes, boolean ours) {}

  /** What is done with each document, by several threads. */
  private record Work(
      Planner planner, FleetStep step, Optional<PreviousPlans> before, boolean brief, String run) {

    Done done(FleetDocument document) {
      Mark mark = new Mark(document.line(), document.name(), document.digest(), run);
      try {
        Facts facts = document.facts(planner).withNewestErrors(Intake.MOST_ERRORS);
        return planned(mark, Given.of(mark.digest(), facts));
      } catch (InvalidFactsException e) {
        List<Fault> faults = FleetDocument.faults(document, e);
        String more = faults.size() == 1 ? "" : "; " + (faults.size() - 1) + " more";
        return broken(mark, faults.get(0).message() + more, faults, false);
      } catch (UncheckedIOException e) {
        throw e;
      } catch (RuntimeException e) {
        // the next run would end at the same document, and all behind it would never have a plan
        return broken(mark, "a fault of mabsplan itself: " + e, List.of(), true);
      }
    }

    private Done planned(Mark mark, Given given) {
      Optional<Known> earlier = before.flatMap(plans -> plans.find(given.key()));
      FleetStep.Next next;
      String plan;
      if (brief) {
        next = step.next(earlier, given);
        plan = ShortPlanJson.line(next.known().plan());
      } else {
        FleetStep.Whole whole = step.whole(earlier, given);
        next = whole.next();
        plan = PlanJson.line(whole.plan());
      }
      return new Done(
          FleetLine.planned(mark, next.known(), next.changes(), plan),
          Optional.of(next.known()),
          next.changes(),
          false);
    }

    private static Done broken(Mark mark, String error, List<Fault> faults, boolean ours) {
      return new Done(
          FleetLine.broken(mark, error, faults), Optional.empty(), Optional.empty(), ours);
    }

    /** Returns what came of a document in a run before. */
    Done again(String file, byte[] bytes) {
      String line = new String(bytes, StandardCharsets.UTF_8);
      Optional<Known> known = Known.read(file, line);
      return new Done(
          line,
          known,
          known.flatMap(
              now ->
                  before
                      .flatMap(plans -> plans.find(now.key()))
                      .map(was -> Changes.between(was, now))),
          known.isEmpty() && line.endsWith("\"faults\":[]}"));
    }
  }

  /** One run through all documents. */
  private final class Run implements OrderedWork.Sink<Done> {

    private final Work work;
    private final FleetInput input;
    private final Language language;
    private final FleetSummary summed = new FleetSummary();
    private long documents;
    private long broken;
    private long ours;
    private FleetOutput out = new FleetOutput.Dropped();
    private FleetProgress progress;

    Run(Work work, FleetInput input, Language language) {
      this.work = work;
      this.input = input;
      this.language = language;
      this.progress = progress(0);
    }

    private FleetProgress progress(double doneBefore) {
      return new FleetProgress(
          around.err(), around.terminal().watched(), documents, Math.max(0, doneBefore));
    }

    int with(int threads) throws IOException {
      out = output();
      progress = progress(documents == 0 ? 0 : input.done());
      try (FleetOutput open = out) {
        new OrderedWork(threads, threads * WINDOW).run(input::next, work::done, this);
        if (!open.flush()) {
          return ExitCode.NOT_WRITTEN;
        }
      } catch (Lost e) {
        return ExitCode.NOT_WRITTEN;
      } finally {
        progress.end();
      }
      end();
      return ours > 0 ? ExitCode.INTERNAL : broken > 0 ? ExitCode.BROKEN_DOCUMENT : ExitCode.OK;
    }

    private FleetOutput output() throws IOException {
      Path file = output;
      if (file == null) {
        return summary == null ? new FleetOutput.Printed(around.out()) : new FleetOutput.Dropped();
      }
      if (resume && Files.exists(file)) {
        long end =
            FleetOutput.resume(
                file, input, work.run(), (line, head) -> count(kept(file, line, head)));
        return FleetOutput.Filed.behind(file, end);
      }
      try {
        return FleetOutput.Filed.anew(file);
      } catch (IOException e) {
        throw new InputException("can't write " + file + ": " + FileTrouble.why(e));
      }
    }

    /** What a plan says is of use only in a summary. */
    private Done kept(Path file, byte[] line, FleetLine.Head head) {
      return summary == null && !head.key().isEmpty()
          ? new Done("", Optional.empty(), Optional.empty(), false)
          : work.again(file.toString(), line);
    }

    private void count(Done done) {
      documents++;
      if (done.known().isPresent()) {
        if (summary != null) {
          summed.add(done.known().get(), done.changes());
        }
      } else if (!done.line().isEmpty()) {
        broken++;
        ours += done.ours() ? 1 : 0;
        summed.addBroken();
      }
    }

    @Override
    public void accept(Done done) throws IOException {
      written(() -> out.write(done.line()));
      count(done);
      progress.at(documents, input.done());
    }

    @Override
    public void waiting() throws IOException {
      written(
          () -> {
            if (!out.flush()) {
              throw new Lost();
            }
          });
    }

    private void end() {
      if (broken > 0) {
        around
            .err()
            .printf(
                Locale.ROOT,
                "%,d of %,d documents have no plan; the line of each says why%n",
                broken,
                documents);
      }
      if (summary != null) {
        FleetSummary.Result result = summed.result();
        around
            .out()
            .print(
                summary.equals("json")
                    ? FleetJson.write(result)
                    : FleetText.write(result, language, around.columns(), around.bold()));
      }
    }
  }

  private interface Writing {
    void write() throws IOException;
  }

  /** That a file can't be written is said of that file. */
  private void written(Writing writing) throws IOException {
    try {
      writing.write();
    } catch (Lost e) {
      throw e;
    } catch (IOException e) {
      throw new InputException("can't write " + output + ": " + FileTrouble.why(e));
    }
  }

  /** Nobody takes what is written any more; whoever ends the program says why. */
  private static final class Lost extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
