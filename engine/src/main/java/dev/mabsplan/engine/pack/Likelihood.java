package dev.mabsplan.engine.pack;

/**
 * How often a remedy turns out to be the one that helps. A class and no percentage: no counts are
 * public.
 */
public enum Likelihood {
  /** Weight 8. */
  VERY_LIKELY(8),
  /** Weight 4. */
  LIKELY(4),
  /** Weight 2. */
  POSSIBLE(2),
  /** Weight 1. */
  RARE(1);

  private final int weight;

  Likelihood(int weight) {
    this.weight = weight;
  }

  /** Returns the weight among rivals; only ratios matter. */
  public int weight() {
    return weight;
  }
}
