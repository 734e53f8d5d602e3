package dev.mabsplan.facts;

/**
 * What a volume is used for. Four different places can be full, and one is never taken for another.
 */
public enum VolumePurpose {
  /** Holds the scratch location (cache) of the Azure agent. */
  SCRATCH,

  /** Holds a replica, where each data source has volumes of its own. */
  REPLICA,

  /** Holds recovery points, where each data source has volumes of its own. */
  RECOVERY_POINT,

  /** Belongs to the storage pool of the backup server, Modern Backup Storage included. */
  STORAGE_POOL,

  /** Holds Windows. */
  SYSTEM,

  /** Holds the data that is protected. */
  DATA
}
