package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.scenario.Difference.Row;
import dev.mabsplan.engine.scenario.Expectation.ExpectedExclusion;
import dev.mabsplan.engine.scenario.Expectation.ExpectedStep;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares a plan with the one expected. */
final class Comparison {

  private final Expectation expected;
  private final Plan plan;
  private final Clues clues;
  private final String where;
  private final List<Difference> differences = new ArrayList<>();

  private Comparison(Expectation expected, Plan plan, Clues clues, String where) {
    this.expected = expected;
    this.plan = plan;
    this.clues = clues;
    this.where = where;
  }

  /** Returns whether the plan is the one expected. */
  static boolean same(Expectation expected, Plan plan) {
    return differences(expected, plan, Clues.NONE, "").isEmpty();
  }

  /**
   * Returns in what a plan is not the one expected.
   *
   * @param clues tells why
   * @param where what stands before the name of each difference, such as {@code after 1: }
   */
  static List<Difference> differences(Expectation expected, Plan plan, Clues clues, String where) {
    Comparison comparison = new Comparison(expected, plan, clues, where);
    comparison.problems();
    comparison.steps();
    comparison.excluded();
    comparison.looks();
    comparison.questions();
    comparison.unexplained();
    return comparison.differences;
  }

  /** The steps that are compared: what was not asked for by rules is not expected of them. */
  static List<Step> compared(Plan plan) {
    return plan.steps().stream().filter(Step::treats).toList();
  }

  private void problems() {
    if (expected.problems().isEmpty()) {
      return;
    }
    List<String> wanted = expected.problems().get();
    List<String> got = plan.problems().stream().map(PlannedProblem::id).toList();
    if (!wanted.equals(got)) {
      List<Row> rows = Alignment.of(wanted, got);
      differences.add(
          new Difference(
              where + "problems",
              expected.source(),
              rows,
              plan.problems().stream()
                  .filter(problem -> onlyGot(rows, problem.id()))
                  .flatMap(problem -> clues.why(problem).stream())
                  .toList(),
              onlyExpected(rows).stream()
                  .flatMap(problem -> clues.whyNoProblem(problem).stream())
                  .toList(),
              List.of()));
    }
  }

  private void steps() {
    List<Step> steps = compared(plan);
    if (expected.open() && contained(steps)) {
      return;
    }
    List<String> wanted = expected.steps().stream().map(ExpectedStep::remedy).toList();
    List<Row> rows = Alignment.of(wanted, steps.stream().map(Step::remedy).toList());
    if (onlyExpected(rows).isEmpty() && (expected.open() || rows.stream().allMatch(Row::same))) {
      List<Step> matched = steps(rows, steps, true);
      for (int i = 0; i < matched.size(); i++) {
        step(expected.steps().get(i), matched.get(i));
      }
    } else {
      differences.add(steps(rows, steps(rows, steps, false)));
    }
  }

  /** Whether each expected step is there, after that before it: of two alike either may be it. */
  private boolean contained(List<Step> steps) {
    int next = 0;
    for (Step step : steps) {
      if (next < expected.steps().size() && agrees(expected.steps().get(next), step)) {
        next++;
      }
    }
    return next == expected.steps().size();
  }

  private boolean agrees(ExpectedStep wanted, Step got) {
    Comparison alone = new Comparison(expected, plan, Clues.NONE, "");
    alone.step(wanted, got);
    return wanted.remedy().equals(got.remedy()) && alone.differences.isEmpty();
  }

  /** The steps of the rows that came as expected, or of those that did not. */
  private static List<Step> steps(List<Row> rows, List<Step> steps, boolean same) {
    List<Step> found = new ArrayList<>();
    int next = 0;
    for (Row row : rows) {
      if (!row.got().isEmpty()) {
        if (row.same() == same) {
          found.add(steps.get(next));
        }
        next++;
      }
    }
    return found;
  }

  private Difference steps(List<Row> rows, List<Step> surplus) {
    Set<String> missing = onlyExpected(rows);
    List<Excluded> leftOut =
        plan.excluded().stream().filter(out -> missing.contains(out.remedy())).toList();
    return new Difference(
        where + "steps",
        expected.steps().isEmpty() ? expected.source() : expected.steps().get(0).source(),
        rows.stream().filter(row -> !expected.open() || !row.expected().isEmpty()).toList(),
        Stream.concat(
                surplus.stream()
                    .filter(step -> !expected.open() && !missing.contains(step.remedy()))
                    .flatMap(step -> clues.why(step).stream()),
                leftOut.stream().flatMap(out -> clues.why(out).stream()))
            .toList(),
        missing.stream()
            .filter(remedy -> surplus.stream().noneMatch(step -> step.remedy().equals(remedy)))
            .filter(remedy -> leftOut.stream().noneMatch(out -> out.remedy().equals(remedy)))
            .flatMap(remedy -> clues.whyNoStep(remedy).stream())
            .toList(),
        surplus.stream()
            .filter(step -> missing.contains(step.remedy()))
            .flatMap(Comparison::placed)
            .toList());
  }

  private static Stream<String> placed(Step step) {
    return Stream.concat(
        Stream.of(step.remedy() + " stands at " + step.number()), step.ledger().stream());
  }

  private static boolean onlyGot(List<Row> rows, String name) {
    return rows.stream().anyMatch(row -> !row.same() && row.got().equals(name));
  }

  private static Set<String> onlyExpected(List<Row> rows) {
    return rows.stream()
        .filter(row -> !row.same() && !row.expected().isEmpty())
        .map(Row::expected)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void step(ExpectedStep wanted, Step got) {
    String of = where + "step " + got.number() + " " + got.remedy() + ": ";
    Source at = wanted.source();
    same(of + "number", at, wanted.number(), got.number());
    same(of + "server", at, wanted.on(), got.server());
    same(of + "data source", at, wanted.dataSource(), got.dataSource().orElse(""));
    wanted
        .status()
        .filter(status -> !status.equals(Kebab.word(got.status())))
        .ifPresent(
            status ->
                differences.add(
                    new Difference(
                        of + "status",
                        at,
                        List.of(new Row(status, Kebab.word(got.status()))),
                        clues.why(got),
                        clues.whyNotConfirmed(got.remedy()),
                        List.of())));
    List<String> paths = got.problems().stream().map(Step.Asker::path).toList();
    if (wanted.path().isPresent() && !paths.contains(wanted.path().get())) {
      same(of + "path", at, wanted.path(), String.join("; ", paths));
    }
    wanted.items().ifPresent(items -> same(of + "items", at, items, got.items()));
    because(of, at, wanted.because(), got.reasons());
    cites(of, at, wanted.facts(), got.reasons());
  }

  private void excluded() {
    for (ExpectedExclusion wanted : expected.excluded()) {
      List<Excluded> found =
          plan.excluded().stream()
              .filter(out -> out.remedy().equals(wanted.remedy()))
              .filter(out -> wanted.on().isEmpty() || wanted.on().get().equals(out.server()))
              .toList();
      if (found.isEmpty()) {
        differences.add(notExcluded(wanted));
      } else if (found.stream().noneMatch(out -> agrees(wanted, out))) {
        found.forEach(out -> excluded(wanted, out));
      }
    }
  }

  private Difference notExcluded(ExpectedExclusion wanted) {
    List<Step> steps =
        plan.steps().stream().filter(step -> step.remedy().equals(wanted.remedy())).toList();
    List<String> others =
        plan.excluded().stream()
            .map(out -> on(out.remedy(), out.server()))
            .distinct()
            .sorted()
            .toList();
    return new Difference(
        where + "left out",
        wanted.source(),
        List.of(
            new Row(wanted.on().map(on -> on(wanted.remedy(), on)).orElse(wanted.remedy()), "")),
        steps.stream().flatMap(step -> clues.why(step).stream()).toList(),
        clues.whyNotExcluded(wanted.remedy()),
        List.of(
            others.isEmpty()
                ? "nothing is left out"
                : "left out are " + String.join(", ", others)));
  }

  private static String on(String remedy, String server) {
    return server.isEmpty() ? remedy : remedy + " on " + server;
  }

  private static boolean agrees(ExpectedExclusion wanted, Excluded got) {
    return wanted.verdict().map(Kebab.word(got.verdict())::equals).orElse(true)
        && rules(got.reasons()).containsAll(wanted.because());
  }

  private void excluded(ExpectedExclusion wanted, Excluded got) {
    String of = where + "left out " + got.remedy() + ": ";
    same(of + "verdict", wanted.source(), wanted.verdict(), Kebab.word(got.verdict()));
    because(of, wanted.source(), wanted.because(), got.reasons());
  }

  private void looks() {
    if (expected.looks().isPresent()) {
      List<String> looks =
          plan.steps().stream()
              .flatMap(step -> step.looks().stream())
              .map(Step.LookFirst::remedy)
              .toList();
      same(where + "basic checks", expected.source(), expected.looks().get(), looks);
    }
  }

  private void questions() {
    Set<Address> asked = new TreeSet<>();
    plan.questions().forEach(question -> asked.addAll(question.facts()));
    List<Address> missing =
        expected.questions().stream().filter(fact -> !asked.contains(fact)).toList();
    if (!missing.isEmpty()) {
      differences.add(
          new Difference(
              where + "questions",
              expected.source(),
              missing.stream().map(fact -> new Row(fact.toString(), "")).toList(),
              List.of(),
              List.of(),
              List.of(
                  asked.isEmpty()
                      ? "nothing is asked for"
                      : "asked for are "
                          + asked.stream()
                              .map(Address::toString)
                              .collect(Collectors.joining(", ")))));
    }
  }

  private void unexplained() {
    int got = plan.unexplained().size();
    if (got != expected.unexplained()) {
      differences.add(
          new Difference(
              where + "unexplained errors",
              expected.source(),
              List.of(new Row(String.valueOf(expected.unexplained()), String.valueOf(got))),
              List.of(),
              List.of(),
              plan.unexplained().stream()
                  .map(error -> error.error() + " is not recognised")
                  .toList()));
    }
  }

  private void because(String of, Source at, List<String> wanted, List<Reason> reasons) {
    List<String> got = rules(reasons);
    for (String rule : wanted) {
      if (!got.contains(rule)) {
        differences.add(
            new Difference(
                of + "because",
                at,
                List.of(new Row(rule, String.join(", ", got))),
                List.of(),
                clues.whyNotFired(rule),
                List.of()));
      }
    }
  }

  private void cites(String of, Source at, List<Address> wanted, List<Reason> reasons) {
    Set<Address> got = new TreeSet<>();
    reasons.forEach(reason -> reason.facts().forEach(fact -> got.add(fact.address())));
    for (Address fact : wanted) {
      if (!got.contains(fact)) {
        same(
            of + "because",
            at,
            Optional.of(fact.toString()),
            got.stream().map(Address::toString).collect(Collectors.joining(", ")));
      }
    }
  }

  private static List<String> rules(List<Reason> reasons) {
    return reasons.stream().map(Reason::rule).filter(rule -> !rule.isEmpty()).distinct().toList();
  }

  private void same(String what, Source at, Optional<String> wanted, String got) {
    if (wanted.isPresent() && !wanted.get().equals(got)) {
      differences.add(
          new Difference(
              what, at, List.of(new Row(wanted.get(), got)), List.of(), List.of(), List.of()));
    }
  }

  private void same(String what, Source at, List<String> wanted, List<String> got) {
    if (!wanted.equals(got)) {
      differences.add(
          new Difference(what, at, Alignment.of(wanted, got), List.of(), List.of(), List.of()));
    }
  }
}
