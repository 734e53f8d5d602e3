package dev.mabsplan.engine.foresight;

import dev.mabsplan.engine.compare.PlanDifference;
import dev.mabsplan.engine.compare.PlanGist.Step;
import dev.mabsplan.facts.gathered.Address;
import java.util.List;
import java.util.Optional;

/**
 * What an answer would make of a plan.
 *
 * @param fact where the answer would stand
 * @param choices the answers that come to the same
 * @param changes whether anything would be done otherwise
 * @param difference what would differ in the plan
 * @param first the step that would come first, where it is another than now
 */
public record Prospect(
    Address fact,
    List<Choice> choices,
    boolean changes,
    PlanDifference difference,
    Optional<Step> first) {

  /** Copies the answers. */
  public Prospect {
    choices = List.copyOf(choices);
  }
}
