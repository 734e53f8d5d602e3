package dev.mabsplan.engine.plan;

import dev.mabsplan.facts.Address;
import java.util.List;
import java.util.SortedMap;

/**
 * Facts that no rule looks at.
 *
 * @param counts how many there are, by the word for their kind
 * @param slips those whose name is nearly one that rules look at
 */
public record UnusedFacts(SortedMap<String, Integer> counts, List<Slip> slips) {

  /**
   * A fact whose name looks like a slip of the pen.
   *
   * @param fact where it stands
   * @param near the name that rules look at
   */
  public record Slip(Address fact, String near) {}
}
