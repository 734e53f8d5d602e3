package dev.mabsplan.facts;

import java.util.Optional;

/** What a server does in the backup. */
public enum ServerRole {
  /** Runs Microsoft Azure Backup Server (MABS) or Data Protection Manager (DPM). */
  BACKUP_SERVER,

  /** Is backed up by a backup server. */
  PROTECTED_SERVER;

  /** The service that makes a server a backup server. */
  private static final String DPM = "MSDPM";

  /** Returns what a fact says that its server is, if it does. */
  public static Optional<ServerRole> impliedBy(Fact fact) {
    return fact instanceof Service service
            && service.present()
            && service.name().equalsIgnoreCase(DPM)
        ? Optional.of(BACKUP_SERVER)
        : Optional.empty();
  }
}
