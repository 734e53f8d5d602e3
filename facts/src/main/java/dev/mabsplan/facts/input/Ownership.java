package dev.mabsplan.facts.input;

import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.gathered.ServerNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whose facts a file holds: what the file says; else what a collector says in another file of the
 * same folder; else the folder's name where it may be a server's; else the owner that was named;
 * else the backup server without a name. It must never be a guess: where two of these name
 * different servers, that is a fault.
 */
final class Ownership {

  /** What people call servers and hardly ever folders: FS01, SRV-SQL, MABS. */
  private static final Pattern LIKE_A_SERVER = Pattern.compile(".*[\\d.-].*|[A-Z]{2,}");

  private final List<Piece> pieces;
  private final List<Facts> documents;
  private final Optional<Owner> owner;

  /** By folder, whose a collector says its own file is; a folder of several servers' has none. */
  private final Map<String, Notes.NotedHost> collectors = new HashMap<>();

  /** The servers that files speak of, by short name, and where first; not those only named. */
  private final Map<String, Notes.NotedHost> spokenOf = new LinkedHashMap<>();

  Ownership(List<Piece> pieces, List<Facts> documents, Optional<Owner> owner) {
    this.pieces = pieces;
    this.documents = documents;
    this.owner = owner;
    Set<String> ofSeveral = new HashSet<>();
    for (Piece piece : pieces) {
      String folder = piece.file().folder();
      for (Notes.NotedHost host : piece.output().hosts()) {
        if (host.role().isPresent()
            && !same(collectors.computeIfAbsent(folder, first -> host).name(), host.name())) {
          ofSeveral.add(folder);
        }
      }
    }
    ofSeveral.forEach(collectors::remove);
    pieces.forEach(this::speakOf);
    documents.forEach(this::speakOf);
  }

  private void speakOf(Piece piece) {
    piece.output().hosts().forEach(this::speakOf);
    for (Notes.NotedFact fact : piece.output().facts()) {
      fact.server().ifPresent(server -> speakOf(server, fact.source()));
    }
    for (Notes.NotedError error : piece.output().errors()) {
      Optional.ofNullable(error.error().reportedBy())
          .ifPresent(server -> speakOf(server, error.source()));
      Optional.ofNullable(error.error().server())
          .ifPresent(server -> speakOf(server, error.source()));
    }
  }

  private void speakOf(Facts document) {
    for (Server server : document.servers()) {
      document
          .source(Address.ofServer(server.name()))
          .ifPresent(source -> speakOf(server.name(), source));
    }
  }

  private void speakOf(String server, Source source) {
    speakOf(new Notes.NotedHost(server, Optional.empty(), source));
  }

  private void speakOf(Notes.NotedHost host) {
    spokenOf.putIfAbsent(shortName(host.name()), host);
  }

  /** Returns the server that a file's facts are of. */
  String of(Piece piece) {
    return piece
        .host()
        .or(() -> Optional.ofNullable(collectors.get(piece.file().folder())))
        .map(Notes.NotedHost::name)
        .or(() -> folderName(piece))
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

  /** Returns where two servers are named for the same facts. */
  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    Set<String> known = new HashSet<>(spokenOf.keySet());
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
        folderName(piece)
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
        && folderName(piece).isPresent();
  }

  /** A folder can be called anything: a name counts that looks like a server's, or is one's. */
  private Optional<String> folderName(Piece piece) {
    return piece
        .file()
        .folderName()
        .filter(
            name -> LIKE_A_SERVER.matcher(name).matches() || spokenOf.containsKey(shortName(name)));
  }

  /** Returns whether a piece has what needs a server, and does not name one. */
  static boolean isOfSomebody(Piece piece) {
    return !piece.output().collected().isEmpty()
        || piece.output().facts().stream().anyMatch(fact -> fact.server().isEmpty())
        || piece.output().errors().stream().anyMatch(error -> error.error().reportedBy() == null);
  }

  /** Facts of another server would otherwise be the backup server's, and nobody would know. */
  private Optional<Remark> nobodys() {
    return pieces.stream()
        .filter(piece -> of(piece).equals(Server.UNNAMED_BACKUP_SERVER))
        .filter(
            piece ->
                !piece.output().collected().isEmpty()
                    || piece.output().facts().stream().anyMatch(f -> f.server().isEmpty()))
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
  private Optional<Fault> folder(Piece piece, Notes.NotedHost host, Set<String> known) {
    return folderName(piece)
        .filter(name -> !same(name, host.name()) && known.contains(shortName(name)))
        .map(
            name ->
                new Fault(
                    "output of " + name + " in the folder of that name",
                    "output of " + host.name(),
                    host.source(),
                    "move the file to a folder " + host.name()));
  }

  /** An owner who owns nothing was named by mistake, where all there is is another's. */
  private Optional<Fault> named() {
    return owner
        .filter(named -> !spokenOf.containsKey(shortName(named.server())))
        .filter(named -> pieces.stream().noneMatch(piece -> owns(named, piece)))
        .flatMap(named -> another().map(host -> named(named.server(), host)));
  }

  private boolean owns(Owner named, Piece piece) {
    return isOfSomebody(piece) && same(of(piece), named.server());
  }

  /** Returns the server that there is in place of the one that was named. */
  private Optional<Notes.NotedHost> another() {
    return spokenOf.values().stream()
        .findFirst()
        .or(
            () ->
                pieces.stream()
                    .filter(piece -> isByFolder(piece) && isOfSomebody(piece))
                    .findFirst()
                    .map(
                        piece ->
                            new Notes.NotedHost(
                                of(piece), Optional.empty(), Source.of(piece.file().name()))));
  }

  private Fault named(String named, Notes.NotedHost host) {
    boolean byFolder = !spokenOf.containsKey(shortName(host.name()));
    return new Fault(
        "output of " + named + ", as was said",
        "output of " + host.name() + (byFolder ? ", as its folder is called" : ""),
        host.source(),
        byFolder
            ? "leave out the name, or hand over the files of the folder instead of the folder"
            : "leave out the name, or hand over the output of " + named);
  }

  private static boolean same(String one, String other) {
    return shortName(one).equals(shortName(other));
  }

  static String shortName(String server) {
    return ServerNames.shortName(server).toLowerCase(Locale.ROOT);
  }
}
