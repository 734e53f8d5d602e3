package dev.mabsplan.facts;

/** How a VMware disk takes part in snapshots. */
public enum DiskMode {
  /** Takes part in snapshots. */
  DEPENDENT,

  /** Stays out of snapshots; changes are kept. */
  INDEPENDENT_PERSISTENT,

  /** Stays out of snapshots; changes are dropped. */
  INDEPENDENT_NONPERSISTENT
}
