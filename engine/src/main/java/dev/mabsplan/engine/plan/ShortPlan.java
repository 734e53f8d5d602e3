package dev.mabsplan.engine.plan;

import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong and what to do, in order, without a reason: for who plans for a great many servers
 * at once, and for knowing later what changed. Its problems and steps are those of the {@link Plan}
 * for the same facts.
 *
 * @param language the language of its titles
 * @param problems what is wrong, most urgent first
 * @param steps what to do, in order
 * @param unexplained how many errors no rule explains
 */
public record ShortPlan(
    Language language, List<Problem> problems, List<Step> steps, int unexplained) {

  /** Copies the lists. */
  public ShortPlan {
    problems = List.copyOf(problems);
    steps = List.copyOf(steps);
  }

  /**
   * Something that is wrong.
   *
   * @param id id of the problem
   * @param title what is wrong, in a clause
   * @param server the affected server; empty, {@code ?} or {@code -} where it has no name
   * @param dataSource the affected data source, where it is known
   * @param severity how bad it is to leave it alone
   */
  public record Problem(
      String id, String title, String server, Optional<String> dataSource, Severity severity) {}

  /**
   * A step.
   *
   * @param number its place
   * @param id what it is; unique in the plan
   * @param kind whether it is a remedy, a retry, the undoing of a test, or the basic checks
   * @param remedy id of the remedy; empty for the basic checks
   * @param title what to do, in a phrase
   * @param server the server it is done on or about
   * @param status how sure it is that it is needed
   * @param problems numbers of the problems that ask for it, from 1, ascending
   * @param minutes what it takes
   * @param risk what it can break
   */
  public record Step(
      String number,
      String id,
      dev.mabsplan.engine.plan.Step.Kind kind,
      String remedy,
      String title,
      String server,
      Status status,
      List<Integer> problems,
      int minutes,
      Risk risk) {

    /** Copies the list. */
    public Step {
      problems = List.copyOf(problems);
    }

    /** Returns a step of a plan in short. */
    public static Step of(dev.mabsplan.engine.plan.Step step) {
      return new Step(
          step.number(),
          step.id(),
          step.kind(),
          step.remedy(),
          step.title(),
          step.server(),
          step.status(),
          step.problems().stream()
              .map(dev.mabsplan.engine.plan.Step.Asker::problem)
              .distinct()
              .sorted()
              .toList(),
          step.effortMinutes(),
          step.risk());
    }
  }

  /** Returns a plan in short. */
  public static ShortPlan of(Plan plan) {
    return new ShortPlan(
        plan.language(),
        plan.problems().stream()
            .map(
                problem ->
                    new Problem(
                        problem.id(),
                        problem.title(),
                        problem.server(),
                        problem.dataSource(),
                        problem.severity()))
            .toList(),
        plan.steps().stream().map(Step::of).toList(),
        plan.unexplained().size());
  }
}
