package dev.mabsplan.facts.input;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.gathered.Facts;
import java.util.Optional;

/**
 * Whose facts files hold that do not say it themselves.
 *
 * @param server name of the server
 * @param role what it is, where that is known
 */
public record Owner(String server, Optional<ServerRole> role) {

  /**
   * Returns facts with an error that somebody copied here. A backup server is the one that shows
   * it, any other the one that has it, unless the error says otherwise.
   */
  public Facts.Builder with(Facts.Builder facts, ReportedError error) {
    role.ifPresent(known -> facts.server(server, known));
    boolean shows = role.filter(known -> known == ServerRole.BACKUP_SERVER).isPresent();
    if (shows) {
      return facts.error(error.reportedBy() == null ? error.withReportedBy(server) : error);
    }
    return facts.error(error.server() == null ? error.withServer(server) : error);
  }
}
