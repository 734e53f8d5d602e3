package dev.mabsplan.engine.render;

/** How much of a plan a document says. */
public enum Detail {
  /**
   * What a person follows. Text keeps to two screens for one problem and says what it has folded
   * away to do so; JSON has no limit.
   */
  BRIEF,
  /** Everything but why each step stands where it stands. */
  ALL,
  /** Everything. */
  LEDGER
}
