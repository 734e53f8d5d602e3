package dev.mabsplan.facts;

/** What a job of the backup server does. */
public enum JobType {
  /** Backs up to disk: a synchronization or a disk recovery point. */
  DISK_BACKUP,

  /** Creates a recovery point in Azure. */
  ONLINE_BACKUP,

  /** Compares a replica with its source. */
  CONSISTENCY_CHECK,

  /** Restores data. */
  RECOVERY
}
