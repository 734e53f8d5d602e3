package dev.mabsplan.facts.input;

import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.gathered.Facts;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which servers are backup servers and which are backed up, as files say it, as it was said beside
 * them, and as facts tell.
 */
final class Roles {

  private final List<Piece> pieces;
  private final Ownership ownership;
  private final Set<String> backupServers = new HashSet<>();
  private final Set<String> protectedServers = new HashSet<>();

  /** Those of which somebody says that they have the agent for Azure alone. */
  private final Set<String> agentServers = new HashSet<>();

  Roles(List<Piece> pieces, List<Facts> documents, Optional<Owner> owner, Ownership ownership) {
    this.pieces = pieces;
    this.ownership = ownership;
    documents.stream()
        .flatMap(document -> document.servers().stream())
        .forEach(server -> know(server.name(), Optional.ofNullable(server.role())));
    owner.ifPresent(named -> know(named.server(), named.role()));
    pieces.stream()
        .flatMap(piece -> piece.output().hosts().stream())
        .forEach(host -> know(host.name(), host.role()));
    pieces.forEach(this::knowByFacts);
  }

  private void know(String server, Optional<ServerRole> role) {
    role.ifPresent(known -> having(known).add(Ownership.shortName(server)));
  }

  private Set<String> having(ServerRole role) {
    return switch (role) {
      case BACKUP_SERVER -> backupServers;
      case AGENT_SERVER -> agentServers;
      case PROTECTED_SERVER -> protectedServers;
    };
  }

  private void knowByFacts(Piece piece) {
    for (Notes.NotedFact fact : piece.output().facts()) {
      String server = fact.server().orElseGet(() -> ownership.of(piece));
      if (!server.equals(Server.UNNAMED_BACKUP_SERVER) && !isKnown(server)) {
        // the agent is on backup servers as well, so a person should still say which it is
        know(
            server,
            ServerRole.impliedBy(fact.of().apply(server))
                .filter(role -> role != ServerRole.AGENT_SERVER));
      }
    }
  }

  /** Returns whether a server is known to be a backup server. */
  boolean isBackupServer(String server) {
    return backupServers.contains(Ownership.shortName(server));
  }

  /** Returns whether a server is known to be one that is backed up. */
  boolean isProtectedServer(String server) {
    return protectedServers.contains(Ownership.shortName(server));
  }

  private boolean isKnown(String server) {
    return isBackupServer(server) || isProtectedServer(server);
  }

  /**
   * Returns of which servers a person should say what they are: what is known of one that may be
   * the backup server leads nowhere. An error mostly tells it.
   */
  List<Remark> remarks() {
    boolean told =
        !backupServers.isEmpty()
            || pieces.stream().anyMatch(piece -> !piece.output().errors().isEmpty());
    if (told) {
      return List.of();
    }
    Map<String, Remark> remarks = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      String server = ownership.of(piece);
      if (Ownership.isOfSomebody(piece)
          && !isKnown(server)
          && !agentServers.contains(Ownership.shortName(server))
          && !server.equals(Server.UNNAMED_BACKUP_SERVER)) {
        remarks.putIfAbsent(Ownership.shortName(server), unknown(server, piece));
      }
    }
    return List.copyOf(remarks.values());
  }

  private static Remark unknown(String server, Piece piece) {
    return new Remark(
        Remark.Kind.ASSUMED,
        Source.of(piece.file().name()),
        "nothing says whether "
            + server
            + " is a backup server, and what depends on that is not looked at; say it: --server "
            + server
            + ":backupServer, :agentServer, or :protectedServer");
  }
}
