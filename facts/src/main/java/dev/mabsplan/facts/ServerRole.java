package dev.mabsplan.facts;

import java.util.Optional;
import java.util.Set;

/** What a server does in the backup. */
public enum ServerRole {
  /**
   * Runs Microsoft Azure Backup Server (MABS) or Data Protection Manager (DPM), and may send to
   * Azure with the agent that comes with it.
   */
  BACKUP_SERVER,

  /** Backs itself up to Azure with the agent alone. */
  AGENT_SERVER,

  /** Is backed up by a backup server. */
  PROTECTED_SERVER;

  /** The service that makes a server a backup server. */
  private static final String DPM = "MSDPM";

  private static final Set<String> BACKUP_PRODUCTS = Set.of("mabs", "dpm");

  private static final String AGENT_SERVICE = "obengine";
  private static final String AGENT = "mars";

  /** Returns whether such a server itself sends to Azure what it backs up. */
  public boolean sendsToAzure() {
    return this != PROTECTED_SERVER;
  }

  /**
   * Returns what a fact says that its server is, if it does. That the agent is there makes no
   * backup server, but is there on every one.
   */
  public static Optional<ServerRole> impliedBy(Fact fact) {
    if (fact instanceof Service service && service.present()) {
      return service.name().equalsIgnoreCase(DPM)
          ? Optional.of(BACKUP_SERVER)
          : service.name().equalsIgnoreCase(AGENT_SERVICE)
              ? Optional.of(AGENT_SERVER)
              : Optional.empty();
    }
    if (fact instanceof Software software && software.present()) {
      return BACKUP_PRODUCTS.contains(software.product())
          ? Optional.of(BACKUP_SERVER)
          : software.product().equals(AGENT) ? Optional.of(AGENT_SERVER) : Optional.empty();
    }
    return Optional.empty();
  }
}
