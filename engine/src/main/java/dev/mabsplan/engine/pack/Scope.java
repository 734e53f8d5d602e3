package dev.mabsplan.engine.pack;

/** What one step of a remedy covers, and so which askers share it. */
public enum Scope {
  /** A server: everyone who asks for the remedy there is served by one step. */
  SERVER,
  /** A data source. */
  DATA_SOURCE
}
