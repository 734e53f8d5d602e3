package dev.mabsplan.engine.order;

import dev.mabsplan.engine.pack.Remedy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A step of the plan, in its place.
 *
 * @param key what step it is
 * @param remedy its remedy; nothing for the basic checks that nobody made
 * @param band why it stands in this part of the plan
 * @param status how sure it is that it is needed
 * @param askers who asks for it, by the order of their cases
 * @param after the steps of this plan that come before it
 * @param looks the basic checks, where it is those
 * @param part what is done with it before one sees whether it helped; nothing for what is certain,
 *     for a retry, and where the problem has no retry
 */
public record OrderedStep(
    StepKey key,
    Optional<Remedy> remedy,
    Band band,
    Status status,
    List<Prescription> askers,
    Set<StepKey> after,
    List<Look> looks,
    Optional<Part> part) {

  /** The parts of a plan, in their order. */
  public enum Band {
    /** Confirmed, and nothing else works until it is done. */
    BLOCKER,
    /** Confirmed, or follows from the problem. */
    CERTAIN,
    /** The basic checks that nobody made. */
    LOOK,
    /** To be checked or tried. */
    OPEN,
    /** Mends what bears on nothing that was reported. */
    ALSO,
    /** Loses data or recovery points, or comes after what does. */
    DESTRUCTIVE
  }

  /**
   * Steps after which one sees whether they helped.
   *
   * @param steps the steps, in order
   * @param tried whether the retry tells; where not, it is one step that a look tells of, and the
   *     retry is made only where it was needed
   * @param retry the retry
   * @param retryMinutes what it takes
   * @param retryNext whether the retry, made for the first time, is the next step
   */
  public record Part(
      List<StepKey> steps, boolean tried, StepKey retry, int retryMinutes, boolean retryNext) {

    /** Returns whether a step is the last of them. */
    public boolean endsWith(StepKey step) {
      return steps.get(steps.size() - 1).equals(step);
    }
  }

  /** Returns whether it closes the attempts of some case. */
  public boolean retry() {
    return askers.stream().anyMatch(Prescription::retry);
  }
}
