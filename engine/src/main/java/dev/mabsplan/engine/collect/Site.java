package dev.mabsplan.engine.collect;

import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;

/** Where a command is to be run. */
public sealed interface Site {

  /** Every server that may have a role. */
  record Every(ServerRole role) implements Site {}

  /** One server, by the name its computer has. */
  record One(String computer) implements Site {}

  /**
   * Returns the site that a server of a plan is; one without a name is every one of its role. Of a
   * name with its domain the first part is the computer's; an address has no parts.
   */
  static Site of(String server) {
    return switch (server) {
      case Server.UNNAMED_BACKUP_SERVER -> new Every(ServerRole.BACKUP_SERVER);
      case Server.UNNAMED_AGENT_SERVER -> new Every(ServerRole.AGENT_SERVER);
      case Server.UNNAMED_PROTECTED_SERVER -> new Every(ServerRole.PROTECTED_SERVER);
      default -> new One(server.matches("[\\d.]+") ? server : server.replaceFirst("\\..*", ""));
    };
  }
}
