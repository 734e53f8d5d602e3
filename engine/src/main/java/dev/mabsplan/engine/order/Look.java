package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.pack.Remedy;
import java.util.Comparator;
import java.util.List;

/**
 * A basic check that nobody made.
 *
 * @param remedy the remedy where it turns out not to be so
 * @param key the step that would be
 * @param askers the cases it bears on; none where no problem is known
 * @param because what is known of it and settles nothing, so that a person has to judge
 * @param minutes the minutes it takes to look
 */
public record Look(
    Remedy remedy, StepKey key, List<Case> askers, List<Derivation> because, int minutes) {

  /** The likeliest for its minutes first. */
  static final Comparator<Look> BEST_FIRST =
      Comparator.comparing((Look look) -> look, Look::compareWorth).thenComparing(Look::key);

  /** Returns how likely its remedy is what helps. */
  public long weight() {
    return remedy.likelihood().weight();
  }

  private static int compareWorth(Look a, Look b) {
    return Long.compare(b.weight() * a.minutes(), a.weight() * b.minutes());
  }
}
