package dev.mabsplan.engine.order;

/** How a problem stands to what was reported. */
public enum Standing {
  /** An error says it. */
  REPORTED,
  /** A fact says it, and it stands in the way of what a reported problem stands in the way of. */
  MAY_BE_WHY,
  /** A fact says it, and it bears on nothing that was reported. */
  APART
}
