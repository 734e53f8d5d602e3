package dev.mabsplan.facts.bundle;

import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Remark;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerNames;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.reading.Notes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose facts a file holds: what the file says; else what a collector says in another file of the
 * same folder; else the folder's name where it may be a server's; else the owner that was named;
 * else the backup server without a name. It must never be a guess: where two of these name
 * different servers, that is a fault.
 */
final class Ownership {

  private final List<Piece> pieces;
  private final List<Facts> documents;
  private final Optional<Owner> owner;

  /** By folder, whose a collector says its own file is; a folder of several servers' has none. */
  private final Map<String, Notes.NotedHost> collectors = new HashMap<>();

  private final Set<String> backupServers = new HashSet<>();
  private final Set<String> protectedServers = new HashSet<>();

  Ownership(List<Piece> pieces, List<Facts> documents, Optional<Owner> owner) {
    this.pieces = pieces;
    this.documents = documents;
    this.owner = owner;
    Set<String> ofSeveral = new HashSet<>();
    for (Piece piece : pieces) {
      String folder = piece.file().folder();
      for (Notes.NotedHost host : piece.output().hosts()) {
        knowRole(host.name(), host.role());
        if (host.role().isPresent()
            && !same(collectors.computeIfAbsent(folder, first -> host).name(), host.name())) {
          ofSeveral.add(folder);
        }
      }
    }
    ofSeveral.forEach(collectors::remove);
    documents.stream()
        .flatMap(document -> document.servers().stream())
        .forEach(server -> knowRole(server.name(), Optional.ofNullable(server.role())));
    owner.ifPresent(named -> knowRole(named.server(), named.role()));
  }

  /** Returns the server that a file's facts are of. */
  String of(Piece piece) {
    return piece
        .host()
        .or(() -> Optional.ofNullable(collectors.get(piece.file().folder())))
        .map(Notes.NotedHost::name)
        .or(() -> piece.file().folderName())
        .or(() -> owner.map(Owner::server))
        .orElse(Server.UNNAMED_BACKUP_SERVER);
  }

  /** Returns which names are one server's, as far as files and the named owner tell. */
  ServerNames names() {
    List<String> declared = new ArrayList<>();
    List<String> mentioned = new ArrayList<>();
    documents.stream()
        .flatMap(document -> document.servers().stream())
        .forEach(server -> declared.add(server.name()));
    owner.ifPresent(named -> declared.add(named.server()));
    for (Piece piece : pieces) {
      mentioned.add(of(piece));
      piece.output().facts().forEach(fact -> fact.server().ifPresent(mentioned::add));
    }
    mentioned.removeIf(Server.UNNAMED_BACKUP_SERVER::equals);
    return ServerNames.of(declared, mentioned);
  }

  /** Returns whether a server is known to be a backup server. */
  boolean isBackupServer(String server) {
    return backupServers.contains(shortName(server));
  }

  /** Returns whether a server is known to be one that is backed up. */
  boolean isProtectedServer(String server) {
    return protectedServers.contains(shortName(server));
  }

  private void knowRole(String server, Optional<ServerRole> role) {
    role.ifPresent(
        known ->
            (known == ServerRole.BACKUP_SERVER ? backupServers : protectedServers)
                .add(shortName(server)));
  }

  /** Returns where two servers are named for the same facts. */
  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    Set<String> known = servers();
    pieces.stream()
        .filter(piece -> isByFolder(piece) && isOfSomebody(piece))
        .forEach(piece -> known.add(shortName(of(piece))));
    for (Piece piece : pieces) {
      piece.host().flatMap(host -> another(piece, host)).ifPresent(faults::add);
      piece.said().flatMap(host -> folder(piece, host, known)).ifPresent(faults::add);
    }
    named().ifPresent(faults::add);
    return faults;
  }

  /**
   * Returns which servers were told by the name of a folder alone, or by nothing, which a person
   * should know.
   */
  List<Remark> remarks() {
    Map<String, Remark> remarks = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      if (isByFolder(piece) && isOfSomebody(piece)) {
        piece
            .file()
            .folderName()
            .ifPresent(
                name ->
                    remarks.putIfAbsent(
                        piece.file().folder(),
                        new Remark(
                            Remark.Kind.ASSUMED,
                            Source.of(piece.file().name()),
                            "does not say of which server it is; taken for "
                                + name
                                + ", as its folder is called")));
      }
    }
    List<Remark> all = new ArrayList<>(remarks.values());
    nobodys().ifPresent(all::add);
    return List.copyOf(all);
  }

  /** Returns whether nothing but the name of its folder tells whose a piece is. */
  private boolean isByFolder(Piece piece) {
    return piece.said().isEmpty()
        && !collectors.containsKey(piece.file().folder())
        && piece.file().folderName().isPresent();
  }

  /** Returns whether a piece has what needs a server, and does not name one. */
  private static boolean isOfSomebody(Piece piece) {
    return piece.output().facts().stream().anyMatch(fact -> fact.server().isEmpty())
        || piece.output().errors().stream().anyMatch(error -> error.error().reportedBy() == null);
  }

  /** Facts of another server would otherwise be the backup server's, and nobody would know. */
  private Optional<Remark> nobodys() {
    return pieces.stream()
        .filter(piece -> of(piece).equals(Server.UNNAMED_BACKUP_SERVER))
        .filter(piece -> piece.output().facts().stream().anyMatch(f -> f.server().isEmpty()))
        .findFirst()
        .map(
            piece ->
                new Remark(
                    Remark.Kind.ASSUMED,
                    Source.of(piece.file().name()),
                    "does not say of which server it is; taken for the backup server; where it is"
                        + " another's, say so: --server NAME:protectedServer"));
  }

  /** A file of two servers. */
  private static Optional<Fault> another(Piece piece, Notes.NotedHost first) {
    return piece.output().hosts().stream()
        .filter(host -> !same(host.name(), first.name()))
        .findFirst()
        .map(
            other ->
                new Fault(
                    "one server that the file is of, as on line " + first.source().line(),
                    first.name() + " and " + other.name(),
                    other.source(),
                    "hand over the output of each server in a file of its own"));
  }

  /** A folder can have any name; one that is a known server's is meant to be that. */
  private static Optional<Fault> folder(Piece piece, Notes.NotedHost host, Set<String> known) {
    return piece
        .file()
        .folderName()
        .filter(name -> !same(name, host.name()) && known.contains(shortName(name)))
        .map(
            name ->
                new Fault(
                    "output of " + name + " in the folder of that name",
                    "output of " + host.name(),
                    host.source(),
                    "move the file to a folder " + host.name()));
  }

  /** An owner who owns nothing was named by mistake. */
  private Optional<Fault> named() {
    return owner
        .filter(named -> !pieces.isEmpty())
        .filter(named -> pieces.stream().noneMatch(piece -> same(of(piece), named.server())))
        .filter(named -> !servers().contains(shortName(named.server())))
        .map(named -> named(named.server(), pieces.get(0)));
  }

  private Fault named(String named, Piece piece) {
    String server = piece.said().map(Notes.NotedHost::name).orElseGet(() -> of(piece));
    boolean byFolder = isByFolder(piece);
    return new Fault(
        "output of " + named + ", as was said",
        "output of " + server + (byFolder ? ", as its folder is called" : ""),
        piece.said().map(Notes.NotedHost::source).orElseGet(() -> Source.of(piece.file().name())),
        byFolder
            ? "leave out the name, or hand over the files of the folder instead of the folder"
            : "leave out the name, or hand over the output of " + named);
  }

  /** The servers that files speak of, not those that were only named. */
  private Set<String> servers() {
    Set<String> servers = new TreeSet<>();
    pieces.forEach(
        piece -> {
          piece.output().hosts().forEach(host -> servers.add(shortName(host.name())));
          piece
              .output()
              .facts()
              .forEach(fact -> fact.server().ifPresent(name -> servers.add(shortName(name))));
        });
    documents.forEach(
        document -> document.servers().forEach(server -> servers.add(shortName(server.name()))));
    return servers;
  }

  private static boolean same(String one, String other) {
    return shortName(one).equals(shortName(other));
  }

  private static String shortName(String server) {
    return ServerNames.shortName(server).toLowerCase(Locale.ROOT);
  }
}
