package dev.mabsplan.facts;

/** Which recovery points a retention range speaks of, and so its unit. */
public enum RetentionSchedule {
  /** Daily recovery points, kept for days. */
  DAILY,

  /** Weekly recovery points, kept for weeks. */
  WEEKLY,

  /** Monthly recovery points, kept for months. */
  MONTHLY,

  /** Yearly recovery points, kept for years. */
  YEARLY
}
