package dev.mabsplan.facts;

/** What the service control manager says a service is doing. */
public enum ServiceState {
  /** Running. */
  RUNNING,

  /** Stopped; for a service started on demand, such as VSS, the normal state. */
  STOPPED,

  /** Paused. */
  PAUSED,

  /** On its way up. */
  START_PENDING,

  /** On its way down. */
  STOP_PENDING
}
