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
    return plan.steps().stream().filter(Step::treats).toList();
  }

  List<Step> stepsOf(String remedy) {
    return counted().stream().filter(step -> step.remedy().equals(remedy)).toList();
  }

  AssertionFailedError failure(String expected, List<String> got) {
    return new AssertionFailedError(message(expected, got));
  }

  /** Both lists in full let an IDE show them side by side. */
  AssertionFailedError steps(String expected, List<String> wanted, List<String> got) {
    return new AssertionFailedError(
        message(expected + ": " + names(wanted), steps(plan.steps())),
        String.join("\n", wanted),
        String.join("\n", got));
  }

  List<String> steps(Collection<Step> steps) {
    return steps.stream()
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
        .toList();
  }

  List<String> excluded(Collection<Excluded> excluded) {
    return excluded.stream()
        .map(
            out ->
                out.remedy()
                    + " left out "
                    + on(out.server())
                    + " as "
                    + Kebab.word(out.verdict())
                    + reasons(out.reasons()))
        .toList();
  }

  /** Returns everything that the plan says of a remedy. */
  List<String> of(String remedy) {
    return Stream.concat(
            steps(stepsOf(remedy)).stream(),
            excluded(plan.excluded().stream().filter(out -> out.remedy().equals(remedy)).toList())
                .stream())
        .toList();
  }

  List<String> problems() {
    return plan.problems().stream()
        .map(problem -> problem.id() + " " + on(problem.server()) + reasons(problem.reasons()))
        .toList();
  }

  List<String> questions() {
    return plan.questions().stream()
        .flatMap(
            question ->
                question.facts().stream()
                    .map(fact -> fact + " decides " + names(question.decides())))
        .toList();
  }

  List<String> unexplained() {
    return plan.unexplained().stream()
        .map(error -> error.error() + " " + error.headline())
        .toList();
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

  private static String message(String expected, List<String> got) {
    String shown = got.isEmpty() ? " none" : ":\n  " + String.join("\n  ", got);
    return "expected " + expected + "; got" + shown;
  }
}
