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
 */
public record OrderedStep(
    StepKey key,
    Optional<Remedy> remedy,
    Band band,
    Status status,
    List<Prescription> askers,
    Set<StepKey> after,
    List<Look> looks) {

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

  /** Returns whether it closes the attempts of some case. */
  public boolean retry() {
    return askers.stream().anyMatch(Prescription::retry);
  }
}
