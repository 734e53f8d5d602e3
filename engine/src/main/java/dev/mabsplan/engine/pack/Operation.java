package dev.mabsplan.engine.pack;

/** What a backup administrator does, and what a problem stands in the way of. */
public enum Operation {
  /** Backup to the disks of the backup server, consistency checks included. */
  DISK_BACKUP,
  /** Backup to Azure. */
  ONLINE_BACKUP,
  /** Recovery from disk or Azure. */
  RECOVERY,
  /** Registration of the backup server with a vault. */
  REGISTRATION,
  /** Installing, attaching and reaching protection agents. */
  AGENT,
  /** Setting up the backup server. */
  SETUP,
  /** Changing what a vault keeps, and for how long. */
  POLICY,
  /** Changing the passphrase, and what asks for a PIN. */
  PASSPHRASE,
  /** Mail about alerts and reports. */
  MAIL,
  /** What is configured in the console: protection groups, disks, data sources. */
  CONSOLE
}
