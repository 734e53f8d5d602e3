package dev.mabsplan.engine.pack;

/** How bad it is to leave a problem alone, worst first. */
public enum Severity {
  /** Nothing is backed up, or what is there may be unusable. */
  HIGH,
  /** Some backups fail. */
  MEDIUM,
  /** Backups run; something around them does not. */
  LOW
}
