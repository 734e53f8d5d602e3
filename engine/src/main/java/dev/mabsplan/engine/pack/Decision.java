package dev.mabsplan.engine.pack;

import java.util.List;

/** What tells whether a remedy is needed. */
public sealed interface Decision {

  /** It follows from the problem. */
  record Always() implements Decision {}

  /** Only trying tells. */
  record Trial() implements Decision {}

  /**
   * Facts tell; without evidence it is to be checked.
   *
   * @param facts the facts that tell, at least one
   */
  record ByFacts(List<DecidingFact> facts) implements Decision {

    /** Returns the minutes it takes to look at them; they are looked at in one go. */
    public int minutes() {
      return facts.stream().mapToInt(fact -> fact.effort().minutes()).max().orElse(1);
    }
  }
}
