package dev.mabsplan.facts;

/** How a service is started. */
public enum StartType {
  /** At boot; the delayed start counts as automatic. */
  AUTOMATIC,

  /** On demand. */
  MANUAL,

  /** Not at all. */
  DISABLED
}
