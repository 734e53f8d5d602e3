package dev.mabsplan.engine.plan;

import dev.mabsplan.facts.gathered.Address;
import java.util.List;
import java.util.SortedMap;

/**
 * Facts that no rule looks at.
 *
 * @param named where the first of them stand, sorted; at most {@value #MOST_NAMED}, and none that
 *     is among the slips
 * @param counts how many there are in all, by the word for their kind
 * @param slips those whose name is nearly one that rules look at
 */
public record UnusedFacts(
    List<Address> named, SortedMap<String, Integer> counts, List<Slip> slips) {

  /** Beyond so many a list of names hides what it should show. */
  public static final int MOST_NAMED = 10;

  /** Returns how many there are besides those that are named and the slips. */
  public int unnamed() {
    return counts.values().stream().mapToInt(Integer::intValue).sum() - named.size() - slips.size();
  }

  /**
   * A fact whose name looks like a slip of the pen.
   *
   * @param fact where it stands
   * @param near the name that rules look at
   */
  public record Slip(Address fact, String near) {}
}
