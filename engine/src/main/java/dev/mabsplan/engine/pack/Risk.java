package dev.mabsplan.engine.pack;

/**
 * What a remedy can break, from mild to drastic. The order of the constants is the order of the
 * tiers.
 */
public enum Risk {
  /** Changes nothing. */
  READ_ONLY,
  /** Can be undone, and nothing is interrupted that people depend on. */
  REVERSIBLE,
  /** Interrupts something, or begins something anew, but loses no data and no recovery point. */
  DISRUPTIVE,
  /** Loses data or recovery points. */
  DESTRUCTIVE
}
