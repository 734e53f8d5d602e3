package dev.mabsplan.rules;

import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.order.Assessor;
import dev.mabsplan.engine.order.Look;
import dev.mabsplan.engine.order.OrderedStep;
import dev.mabsplan.engine.order.Prescription;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.order.StepKey;
import dev.mabsplan.engine.order.StepOrder;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.symptom.Recognizer;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.rules.Repairing.Doing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures how good the order is: for every problem of the shipped packs that has alternatives, of
 * which nothing but its error is known, the expected minutes until it is mended. The cause is one
 * of the remedies, of the basic checks, the retry alone, or unknown, as likely as declared; a look
 * tells whether its remedy is the one, anything else only the retry. No test: it holds nothing to a
 * figure. {@code mvn -pl rules -am test -Dgroups=benchmark -DexcludedGroups=} runs it.
 */
@Tag("benchmark")
class OrderBenchmark {

  private static final int ORDERS = 500;
  private static final int DRAWS = 20_000;
  private static final int WRONG = 200;

  /** The minutes of one problem. */
  private record Row(
      String problem,
      int retry,
      int causes,
      double plan,
      double drawn,
      double everyStep,
      double everyChange,
      double page,
      double random,
      double optimum,
      double wrongByTwo,
      double wrongByFive) {

    double ratio() {
      return plan / optimum;
    }
  }

  @Test
  void minutesUntilMended() {
    Knowledge knowledge = Workshop.of(Catalog.PLANNER).knowledge();
    List<Row> rows =
        knowledge.problems().stream()
            .sorted()
            .flatMap(id -> knowledge.problem(id).stream())
            .filter(problem -> problem.treatment().takes().count() > 1)
            .map(problem -> row(new Read(knowledge, problem)))
            .toList();
    System.out.println(table(rows));
    System.out.println(summary(rows));
  }

  private static Row row(Read read) {
    Repairing repairing = read.repairing();
    long[] weights = repairing.declared();
    List<Doing> plan = read.plan();
    Random random = new Random(1);
    return new Row(
        read.problem.id(),
        repairing.retry(),
        repairing.causes().size(),
        repairing.expected(plan, weights),
        repairing.drawn(plan, DRAWS, new Random(2)),
        repairing.expected(Repairing.retriedAfterEach(plan), weights),
        repairing.expected(Repairing.retriedAfterEachChange(plan), weights),
        repairing.expected(Repairing.retriedAfterEach(read.page()), weights),
        IntStream.range(0, ORDERS)
            .mapToDouble(i -> repairing.expected(repairing.shuffled(random), weights))
            .average()
            .orElseThrow(),
        repairing.optimum(weights),
        wrong(repairing, plan, 2),
        wrong(repairing, plan, 5));
  }

  /** How far the plan is from the optimum where each likelihood is another than was declared. */
  private static double wrong(Repairing repairing, List<Doing> plan, int factor) {
    Random random = new Random(factor);
    double planned = 0;
    double best = 0;
    for (int i = 0; i < WRONG; i++) {
      long[] weights = repairing.wrongBy(factor, random);
      planned += repairing.expected(plan, weights);
      best += repairing.optimum(weights);
    }
    return planned / best;
  }

  private static String table(List<Row> rows) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        | problem | retry | causes | plan | drawn | after every step | after every change \
        | page | random | optimum | plan ÷ optimum | wrong by 2 | wrong by 5 |
        |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
        """);
    for (Row row : rows) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.3f | %.3f "
                  + "| %.3f |%n",
              row.problem(),
              row.retry(),
              row.causes(),
              row.plan(),
              row.drawn(),
              row.everyStep(),
              row.everyChange(),
              row.page(),
              row.random(),
              row.optimum(),
              row.ratio(),
              row.wrongByTwo(),
              row.wrongByFive()));
    }
    return out.toString();
  }

  /** The same by what the retry takes: the mean of the minutes of each divided by the optimum. */
  private static String summary(List<Row> rows) {
    Map<Integer, List<Row>> byRetry =
        rows.stream().collect(Collectors.groupingBy(Row::retry, TreeMap::new, Collectors.toList()));
    StringBuilder out = new StringBuilder();
    out.append(
        """
        | retry, minutes | problems | optimum | plan | wrong by 2 | wrong by 5 | after every change \
        | after every step | page | random |
        |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
        """);
    byRetry.forEach((retry, some) -> out.append(line(String.valueOf(retry), some)));
    return out.append(line("all", rows)).toString();
  }

  private static String line(String name, List<Row> rows) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | 1 | %.3f | %.3f | %.3f | %.2f | %.2f | %.2f | %.2f |%n",
        name,
        rows.size(),
        mean(rows, Row::ratio),
        mean(rows, Row::wrongByTwo),
        mean(rows, Row::wrongByFive),
        mean(rows, row -> row.everyChange() / row.optimum()),
        mean(rows, row -> row.everyStep() / row.optimum()),
        mean(rows, row -> row.page() / row.optimum()),
        mean(rows, row -> row.random() / row.optimum()));
  }

  private static double mean(List<Row> rows, ToDoubleFunction<Row> figure) {
    return rows.stream().mapToDouble(figure).average().orElseThrow();
  }

  /** A problem of the packs as causes, and its plan as doings. */
  private static final class Read {

    private final Knowledge knowledge;
    private final KnownProblem problem;
    private final List<OrderedStep> steps;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Remedy> looks = new ArrayList<>();
    private final int retry;

    private Read(Knowledge knowledge, KnownProblem problem) {
      this.knowledge = knowledge;
      this.problem = problem;
      this.steps = steps(knowledge, problem);
      String again = problem.retry();
      this.retry = again == null ? 0 : knowledge.remedy(again).orElseThrow().effort().minutes();
      for (OrderedStep step : steps) {
        step.looks().stream().map(Look::remedy).forEach(looks::add);
        step.remedy()
            .filter(remedy -> !step.retry())
            .ifPresent(remedy -> numbers.put(remedy.id(), numbers.size()));
      }
      looks.forEach(look -> numbers.put(look.id(), numbers.size()));
    }

    private static List<OrderedStep> steps(Knowledge knowledge, KnownProblem problem) {
      ReportedError error = ReportedError.ofText("it failed");
      Facts facts =
          Facts.builder()
              .server("MABS01", ServerRole.BACKUP_SERVER)
              .server("FS01", ServerRole.PROTECTED_SERVER)
              .error(error)
              .build();
      Situation situation = Situation.of(facts, new Recognizer(List.of(), List.of()));
      Address said = situation.errors().get(0).address();
      Derivation derivation =
          new Derivation(
              new Problem(problem.id(), "FS01", "D:"),
              problem.id(),
              List.of(new FactCited(said, "it failed")),
              Map.of());
      return StepOrder.of(Assessor.assess(knowledge, situation, List.of(derivation))).steps();
    }

    private Repairing repairing() {
      List<Repairing.Cause> causes = new ArrayList<>();
      for (OrderedStep step : steps) {
        if (step.remedy().isPresent() && !step.retry()) {
          Prescription wish = step.askers().get(0);
          Remedy remedy = step.remedy().get();
          causes.add(
              new Repairing.Cause(
                  remedy.id(),
                  weight(step),
                  step.status() == Status.CHECK ? Math.toIntExact(wish.minutes()) : 0,
                  remedy.effort().minutes(),
                  tier(step).compareTo(Risk.REVERSIBLE) <= 0,
                  remedy.temporary(),
                  before(step)));
        }
      }
      looks.forEach(
          look ->
              causes.add(
                  new Repairing.Cause(
                      look.id(),
                      look.likelihood().weight(),
                      knowledge.minutesOfLook(look),
                      look.effort().minutes(),
                      true,
                      false,
                      0)));
      long alone =
          problem.retryAlone()
              ? knowledge
                  .remedy(String.valueOf(problem.retry()))
                  .orElseThrow()
                  .likelihood()
                  .weight()
              : 0;
      return new Repairing(List.copyOf(causes), retry, alone);
    }

    /** What follows from the problem is done whole: its last step is what mends. */
    private long weight(OrderedStep step) {
      List<OrderedStep> certain =
          steps.stream().filter(one -> one.status().certain() && !one.retry()).toList();
      if (!certain.contains(step)) {
        return step.askers().get(0).weight();
      }
      return certain.indexOf(step) < certain.size() - 1
          ? 0
          : certain.stream().mapToLong(one -> one.askers().get(0).weight()).sum();
    }

    /** What is declared to come before, and what is milder: risk is no matter of expectation. */
    private int before(OrderedStep step) {
      Set<StepKey> needed = needed(step);
      return steps.stream()
          .filter(other -> other.remedy().isPresent() && !other.retry() && !other.equals(step))
          .filter(
              other ->
                  needed.contains(other.key())
                      || (!step.status().certain() && tier(other).compareTo(tier(step)) < 0))
          .mapToInt(other -> 1 << number(other))
          .sum();
    }

    private int number(OrderedStep step) {
      return numbers.getOrDefault(step.key().remedy(), -1);
    }

    private Set<StepKey> needed(OrderedStep step) {
      Set<StepKey> needed = new HashSet<>(step.after());
      steps.stream()
          .filter(other -> step.after().contains(other.key()))
          .forEach(other -> needed.addAll(needed(other)));
      return needed;
    }

    private Risk tier(OrderedStep step) {
      Set<StepKey> needed = needed(step);
      return Stream.concat(
              Stream.of(step), steps.stream().filter(other -> needed.contains(other.key())))
          .flatMap(other -> other.remedy().stream())
          .map(Remedy::risk)
          .max(Risk::compareTo)
          .orElse(Risk.READ_ONLY);
    }

    /** The plan as it says: what a look finds is mended and retried, and a batch is retried. */
    private List<Doing> plan() {
      List<Doing> doings = new ArrayList<>();
      boolean changed = problem.retryAlone();
      for (OrderedStep step : steps) {
        if (step.remedy().isEmpty()) {
          step.looks().stream()
              .map(look -> new Doing.Look(numbers.getOrDefault(look.remedy().id(), -1)))
              .forEach(doings::add);
        } else if (step.retry()) {
          if (changed) {
            doings.add(new Doing.Retry());
          }
        } else if (step.status() == Status.CHECK) {
          doings.add(new Doing.Look(number(step)));
        } else {
          doings.add(new Doing.Try(number(step)));
          changed = true;
          boolean ends =
              step.part()
                  .map(part -> part.endsWith(step.key()) && !part.retryNext())
                  .orElse(retry == 0);
          if (ends) {
            doings.add(new Doing.Retry());
          }
        }
      }
      return doings;
    }

    /** The basic checks, with which the page begins, and then what it says of the problem. */
    private List<Doing> page() {
      List<Doing> doings = new ArrayList<>();
      Map<Integer, OrderedStep> byNumber =
          steps.stream()
              .filter(step -> step.remedy().isPresent() && !step.retry())
              .collect(Collectors.toMap(this::number, step -> step));
      looks.forEach(look -> doings.add(new Doing.Look(numbers.getOrDefault(look.id(), -1))));
      problem
          .treatment()
          .takes()
          .map(take -> numbers.getOrDefault(take.remedy(), -1))
          .filter(byNumber::containsKey)
          .distinct()
          .forEach(
              number ->
                  doings.add(
                      byNumber.get(number).status() == Status.CHECK
                          ? new Doing.Look(number)
                          : new Doing.Try(number)));
      return doings;
    }
  }
}
