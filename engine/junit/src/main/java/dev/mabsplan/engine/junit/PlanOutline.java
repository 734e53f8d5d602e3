package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** What a failed assertion shows of a plan: ids and reasons, and none of its prose. */
final class PlanOutline {

  private final Plan plan;

  PlanOutline(Plan plan) {
    this.plan = plan;
  }

  /** Returns the steps that count as such. */
  List<Step> counted() {
    return plan.steps().stream()
        .filter(step -> step.kind() == Step.Kind.REMEDY || step.kind() == Step.Kind.RETRY)
        .toList();
  }

  List<Step> stepsOf(String remedy) {
    return counted().stream().filter(step -> step.remedy().equals(remedy)).toList();
  }

  AssertionFailedError failure(String expected, String got) {
    return new AssertionFailedError("expected " + expected + "; got " + got);
  }

  /** Both lists in full let an IDE show them side by side. */
  AssertionFailedError steps(String expected, List<String> wanted, List<String> got) {
    return new AssertionFailedError(
        "expected " + expected + ": " + names(wanted) + "; got " + steps(plan.steps()),
        String.join("\n", wanted),
        String.join("\n", got));
  }

  String steps(Collection<Step> steps) {
    return lines(
        steps.stream()
            .map(
                step ->
                    Stream.of(
                                step.number(),
                                step.remedy().isEmpty() ? Kebab.word(step.kind()) : step.remedy(),
                                on(step.server()),
                                step.dataSource().map(name -> "for " + name).orElse(""),
                                Kebab.word(step.status()),
                                step.items().isEmpty() ? "" : "items " + names(step.items()))
                            .filter(word -> !word.isEmpty())
                            .collect(Collectors.joining(" "))
                        + reasons(step.reasons()))
            .toList());
  }

  String excluded(Collection<Excluded> excluded) {
    return lines(
        excluded.stream()
            .map(
                out ->
                    out.remedy()
                        + " left out "
                        + on(out.server())
                        + " as "
                        + Kebab.word(out.verdict())
                        + reasons(out.reasons()))
            .toList());
  }

  /** Returns how a remedy that is no step was left out, where it was. */
  String leftOutAs(String remedy) {
    List<Excluded> out =
        plan.excluded().stream().filter(excluded -> excluded.remedy().equals(remedy)).toList();
    return out.isEmpty() ? "" : excluded(out);
  }

  /** Returns how a remedy that is not left out is planned, where it is. */
  String plannedAs(List<Step> steps) {
    return steps.isEmpty() ? "" : steps(steps);
  }

  String problems() {
    return lines(
        plan.problems().stream()
            .map(problem -> problem.id() + " " + on(problem.server()) + reasons(problem.reasons()))
            .toList());
  }

  String questions() {
    return lines(
        plan.questions().stream()
            .map(question -> question.fact() + " decides " + names(question.decides()))
            .toList());
  }

  String unexplained() {
    return lines(
        plan.unexplained().stream().map(error -> error.error() + " " + error.headline()).toList());
  }

  static String names(Collection<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static String on(String server) {
    return server.isEmpty() ? "" : "on " + server;
  }

  private static String reasons(List<Reason> reasons) {
    return reasons.stream()
        .map(
            reason ->
                "\n      because "
                    + (reason.rule().isEmpty() ? reason.text() : reason.rule())
                    + reason.facts().stream()
                        .map(fact -> fact.address() + " = " + fact.value())
                        .collect(Collectors.joining(", ", " (", ")"))
                        .replace(" ()", ""))
        .collect(Collectors.joining());
  }

  private static String lines(List<String> lines) {
    return lines.isEmpty() ? "none" : "\n  " + String.join("\n  ", lines);
  }
}
