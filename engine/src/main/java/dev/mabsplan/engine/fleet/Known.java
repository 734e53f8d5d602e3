package dev.mabsplan.engine.fleet;

import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.facts.fault.InvalidFactsException;
import java.util.Optional;

/**
 * What is kept of a document from one plan to the next.
 *
 * @param key what it is about; see {@link Given}
 * @param digest digest of the facts that were planned for
 * @param rules digest of the rule packs that they were planned with
 * @param plan the plan
 */
public record Known(String key, String digest, String rules, ShortPlan plan) {

  /** Spells all texts as lines have them, so that what was read of one is equal to it. */
  public Known {
    key = Printable.of(key);
    plan = printable(plan);
  }

  /**
   * Reads a line as {@link FleetLine} writes it, with a plan in short or whole.
   *
   * @param file what faults call it
   * @return nothing for a document that was broken
   * @throws InvalidFactsException where it is no such line
   */
  public static Optional<Known> read(String file, String line) {
    return new LineReader(file).read(line);
  }

  private static ShortPlan printable(ShortPlan plan) {
    return new ShortPlan(
        plan.language(),
        plan.problems().stream()
            .map(
                problem ->
                    new ShortPlan.Problem(
                        problem.id(),
                        Printable.of(problem.title()),
                        Printable.of(problem.server()),
                        problem.dataSource().map(Printable::of),
                        problem.severity()))
            .toList(),
        plan.steps().stream()
            .map(
                step ->
                    new ShortPlan.Step(
                        step.number(),
                        Printable.of(step.id()),
                        step.kind(),
                        step.remedy(),
                        Printable.of(step.title()),
                        Printable.of(step.server()),
                        step.status(),
                        step.problems(),
                        step.minutes(),
                        step.risk()))
            .toList(),
        plan.unexplained());
  }
}
