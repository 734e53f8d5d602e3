package dev.mabsplan.facts;

/** What a server does in the backup. */
public enum ServerRole {
  /** Runs Microsoft Azure Backup Server (MABS) or Data Protection Manager (DPM). */
  BACKUP_SERVER,

  /** Is backed up by a backup server. */
  PROTECTED_SERVER
}
