package dev.mabsplan.facts;

/** What antivirus does with an infected file. */
public enum InfectedFileAction {
  /** Removes the file. */
  DELETE,

  /** Rewrites the file. */
  CLEAN,

  /** Moves the file away. */
  QUARANTINE,

  /** Leaves the file. */
  ALLOW
}
