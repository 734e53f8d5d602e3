package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * A server that something is known about.
 *
 * @param name its name as the document has it, short or fully qualified
 * @param role what it does in the backup; null where unknown
 * @param backupServer the name of the server that backs it up, its own for one that sends to Azure
 *     itself; null where unknown
 */
public record Server(String name, @Nullable ServerRole role, @Nullable String backupServer) {

  /** The name of the backup server in a document that names none. */
  public static final String UNNAMED_BACKUP_SERVER = "";

  /** The name of the protected server an error speaks of without naming it. */
  public static final String UNNAMED_PROTECTED_SERVER = "?";

  /** Characters of the longest name of a server, as the domain name system has it. */
  public static final int LONGEST_NAME = 255;

  /** The name of the server with the agent alone that an error speaks of without naming it. */
  public static final String UNNAMED_AGENT_SERVER = "-";

  /** Returns whether it is known that the server itself sends to Azure what it backs up. */
  public boolean sendsToAzure() {
    return role != null && role.sendsToAzure();
  }
}
