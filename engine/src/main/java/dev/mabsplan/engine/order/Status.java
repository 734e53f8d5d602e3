package dev.mabsplan.engine.order;

/** How sure it is that a step is needed, surest first. */
public enum Status {
  /** Facts say that it is needed. */
  CONFIRMED,
  /** It follows from the problem. */
  REQUIRED,
  /** Facts would tell, and nobody looked. */
  CHECK,
  /** Only trying tells. */
  TRY;

  /** Returns whether the step is needed, and not only possibly so. */
  public boolean certain() {
    return this == CONFIRMED || this == REQUIRED;
  }
}
