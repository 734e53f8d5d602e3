package dev.mabsplan.facts;

/** What came of a remedy that was tried. */
public enum AttemptOutcome {
  /** The problem is gone. */
  HELPED,

  /** It was done and did not help. */
  FAILED,

  /** It can't be done here. */
  IMPOSSIBLE,

  /** It was done, and nothing tells yet whether it helped. */
  DONE
}
