package dev.mabsplan.facts;

/** How a writer of the Volume Shadow Copy service stands. */
public enum VssWriterState {
  /** Nothing is wanted of it. */
  STABLE,

  /** It takes part in a snapshot, or waits for the backup of one. */
  WAITING,

  /** Its last snapshot failed; it says so until its service has been restarted. */
  FAILED
}
