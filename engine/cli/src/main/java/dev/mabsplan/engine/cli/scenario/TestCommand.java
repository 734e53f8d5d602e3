package dev.mabsplan.engine.cli.scenario;

import dev.mabsplan.engine.cli.option.PackOptions;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.scenario.Blessing;
import dev.mabsplan.engine.scenario.Coverage;
import dev.mabsplan.engine.scenario.Coverage.Level;
import dev.mabsplan.engine.scenario.EquivalentMutants;
import dev.mabsplan.engine.scenario.Fate;
import dev.mabsplan.engine.scenario.InvalidScenarioException;
import dev.mabsplan.engine.scenario.Mutation;
import dev.mabsplan.engine.scenario.Result;
import dev.mabsplan.engine.scenario.Result.Outcome;
import dev.mabsplan.engine.scenario.ScenarioRunner;
import dev.mabsplan.engine.scenario.Scenarios;
import dev.mabsplan.facts.fault.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs scenarios. */
@Command(
    name = "test",
    description =
        "Runs scenarios: facts that are given, plans that are expected. Without PATH, those of all"
            + " rule packs.",
    exitCodeList = {
      "0:all passed",
      "1:a fault of mabsplan itself",
      "5:a scenario failed",
      "2:a scenario, a rule pack or an argument is not as it must be, or there is nothing to run",
      "3:all passed, but less is covered than --threshold asks for, or a mutant went unnoticed"
    },
    footer = {"  mabsplan test my-pack/tape/scenarios", "  mabsplan test my-pack --mutate"})
public final class TestCommand extends Subcommand implements Callable<Integer> {

  private static final int MANY_ORDERS = 20;

  @Parameters(
      paramLabel = "PATH",
      description =
          "A scenario file, or a folder with such. The rule pack that it lies in is loaded too, in"
              + " place of the shipped one of that id.")
  private List<Path> paths = new ArrayList<>();

  @Mixin private final PackOptions packs;

  @Mixin private final ScenarioChoice choice = new ScenarioChoice();

  @Option(
      names = "--shuffle",
      paramLabel = "N",
      arity = "0..1",
      fallbackValue = "" + MANY_ORDERS,
      description =
          "Tries the facts of each scenario in N other orders, which must give the same plan to the"
              + " byte (default: 1; without N: "
              + MANY_ORDERS
              + ").")
  private int orders = 1;

  @Option(
      names = "--coverage",
      description = "Lists of each rule and remedy how many scenarios say what about it.")
  private boolean coverage;

  @Option(
      names = "--threshold",
      paramLabel = "LEVEL=PERCENT",
      split = ",",
      description =
          "Ends with 3, and lists what is missing, where less is covered. Levels: fired, silent,"
              + " unknown, loop (of rules), closed (of remedies).")
  private Map<String, Integer> thresholds = Map.of();

  @Option(
      names = "--mutate",
      description =
          "Changes each rule, one condition at a time, and lists the changes that no scenario"
              + " notices.")
  private boolean mutate;

  @Option(
      names = "--bless",
      description =
          "Writes what came into the scenarios that failed, and shows the difference. Read it: a"
              + " wrong plan is blessed as readily as a right one.")
  private boolean bless;

  @Option(
      names = "--watch",
      description = "Runs again whenever a file of the packs or paths changes, until interrupted.")
  private boolean watch;

  @Option(
      names = "--report",
      paramLabel = "FORMAT[=FILE]",
      description =
          "Writes junit or json to a file; without a file, to standard output, and the text to"
              + " standard error. May be given several times.")
  private List<String> reports = new ArrayList<>();

  public TestCommand(Surroundings around) {
    super(around);
    this.packs = new PackOptions(around.environment());
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Report> wanted = Report.parse(reports);
    Map<Level, Integer> least = least();
    if (bless && around.unattended()) {
      throw new InputException(
          "--bless is refused where CI=true: it would bless whatever came; run it where somebody"
              + " reads the difference");
    }
    if (orders < 1) {
      throw new InputException("--shuffle takes a number from 1 on; found " + orders);
    }
    if (!watch) {
      return once(wanted, least);
    }
    Watch changes = new Watch(watched());
    while (true) {
      oneOfMany(wanted, least);
      around.out().flush();
      around.err().println("waiting for a file to change; Ctrl-C ends it");
      changes.await();
    }
  }

  private List<Path> watched() {
    List<Path> watched = new ArrayList<>(packs.folders());
    watched.addAll(paths);
    paths.forEach(path -> PackFiles.around(path).ifPresent(watched::add));
    if (watched.isEmpty()) {
      throw new InputException(
          "--watch needs something that can change: a PATH, or a rule pack with --rules DIR");
    }
    return watched;
  }

  /** While somebody writes a file, what is wrong with it is said and is no end. */
  private void oneOfMany(List<Report> wanted, Map<Level, Integer> least) {
    try {
      once(wanted, least);
    } catch (InvalidPackException e) {
      say(e.faults());
    } catch (InvalidScenarioException e) {
      say(e.faults());
    } catch (InputException e) {
      around.out().println(e.getMessage());
    }
  }

  private void say(List<Fault> faults) {
    faults.forEach(fault -> around.out().println(fault.message()));
  }

  private int once(List<Report> wanted, Map<Level, Integer> least) {
    PacksAtWork bench = PacksAtWork.open(packs, paths);
    List<Result> results = run(bench);
    if (bless && bless(bench, results)) {
      bench = PacksAtWork.open(packs, paths);
      results = run(bench);
    }
    Tested tested = tested(bench, results, least);
    // Where a report takes standard output, people still see what it leaves out.
    boolean reported = wanted.stream().anyMatch(report -> report.file().isEmpty());
    (reported ? around.err() : around.out())
        .print(tested.text(coverage, around.columns(), around.bold()));
    wanted.forEach(report -> around.write(report.file(), tested.report(report.format())));
    return tested.code();
  }

  private List<Result> run(PacksAtWork bench) {
    Scenarios wanted = bench.scenarios().only(choice::wants);
    if (wanted.scenarios().isEmpty() && wanted.broken().isEmpty()) {
      throw new InputException(choice.nothing(bench.scenarios().scenarios()));
    }
    if (!wanted.broken().isEmpty()) {
      paths.forEach(path -> checkWithin(bench.below(path), path));
    }
    return wanted.run(new ScenarioRunner(bench.planner(), orders));
  }

  /** Scenarios of a pack that was not loaded would name nothing that is known. */
  private static void checkWithin(List<Path> below, Path path) {
    if (!below.isEmpty()) {
      throw new InputException(
          "PATH lies in a rule pack or is one; found "
              + path
              + "; below it there is "
              + below.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }
  }

  /** What runs the same scenarios again, but for the choice among them. */
  private String command() {
    StringBuilder command = new StringBuilder("mabsplan test");
    packs
        .folders()
        .forEach(folder -> command.append(" --rules ").append(PackOptions.typed(folder)));
    packs.without().forEach(pack -> command.append(" --without ").append(pack));
    paths.forEach(path -> command.append(' ').append(PackOptions.typed(path)));
    return command.toString();
  }

  private Tested tested(PacksAtWork bench, List<Result> results, Map<Level, Integer> least) {
    Tested tested =
        new Tested(
            command(),
            results,
            coverage(bench, results, least),
            least,
            Optional.empty(),
            List.of());
    return mutate && tested.passed() ? mutated(bench, tested) : tested;
  }

  private Optional<Coverage> coverage(
      PacksAtWork bench, List<Result> results, Map<Level, Integer> least) {
    return coverage || !least.isEmpty()
        ? Optional.of(
            Coverage.of(bench.planner(), results, id -> bench.workedOn(id) && choice.wants(id)))
        : Optional.empty();
  }

  private Tested mutated(PacksAtWork bench, Tested tested) {
    Mutation mutation =
        new Mutation(
            bench.planner(), bench.scenarios().scenarios(), EquivalentMutants.of(bench.workedOn()));
    List<Fate> fates =
        mutation.run(
            rule -> bench.workedOn(rule) && choice.wants(rule),
            topic -> around.err().println("mutated " + topic));
    return tested.mutated(fates, choice.isAll() ? mutation.gone(fates) : List.of());
  }

  /** Returns whether a file was written. */
  private boolean bless(PacksAtWork bench, List<Result> results) {
    boolean written = false;
    for (Blessing blessing :
        Blessing.of(
            bench.planner(),
            bench.scenarios().scenarios(),
            results.stream().filter(result -> result.outcome() == Outcome.FAILED).toList())) {
      around.out().println(blessing.difference());
      if (blessing.changes()) {
        around.write(Optional.of(Path.of(blessing.file())), blessing.text());
        written = true;
      }
    }
    return written;
  }

  private Map<Level, Integer> least() {
    Map<Level, Integer> least = new EnumMap<>(Level.class);
    thresholds.forEach(
        (word, percent) -> {
          Level level =
              Arrays.stream(Level.values())
                  .filter(each -> Kebab.word(each).equals(word))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new InputException(
                              "--threshold knows "
                                  + Arrays.stream(Level.values())
                                      .map(Kebab::word)
                                      .collect(Collectors.joining(", "))
                                  + "; found \""
                                  + word
                                  + "\""));
          if (percent < 0 || percent > 100) {
            throw new InputException(
                "--threshold takes percent from 0 to 100; found " + word + "=" + percent);
          }
          least.put(level, percent);
        });
    return least;
  }
}
