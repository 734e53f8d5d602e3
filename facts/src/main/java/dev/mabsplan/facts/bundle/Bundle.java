package dev.mabsplan.facts.bundle;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.mabsplan.facts.Address;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.InvalidFactsException;
import dev.mabsplan.facts.RecordShape;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.windows.NativeOutput;
import dev.mabsplan.facts.windows.Remark;
import dev.mabsplan.facts.windows.TextFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes one whole of files that somebody hands over.
 *
 * <p>Whose facts a file holds is what the file says; else what another file of the same folder
 * says; else the folder's name where it may be a server's; else the owner that was named; else the
 * backup server without a name.
 */
public final class Bundle {

  private static final Pattern FACTS_DOCUMENT =
      Pattern.compile(
          "\\s*\\{\\s*(}|\"(\\$schema|observedAt|servers|errors|attempts)\"\\s*:.*)",
          Pattern.DOTALL);

  /** One character in so many may be a zero. */
  private static final int MOST_ZEROS = 20;

  private final Optional<Owner> owner;
  private final Optional<Since> since;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Facts> documents = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  private Bundle(Optional<Owner> owner, Optional<Since> since) {
    this.owner = owner;
    this.since = since;
  }

  /** What a file of native output says, and whose it is. */
  private record Piece(FoundFile file, NativeOutput output) {}

  /** A fact, where it was read, and when it was so. */
  private record Dated(Fact fact, Source source, Optional<Instant> time) {}

  /**
   * Reads files, folders and ZIP archives.
   *
   * @param owner whose facts are those of files that do not say it
   * @param since how old errors of native output may be; errors without a time stay
   * @throws InvalidFactsException where nothing is at a path, a limit is passed, a facts document
   *     is not as it must be, or facts contradict each other and none is newer
   */
  public static Imported read(
      Collection<Path> paths, Optional<Owner> owner, Optional<Since> since) {
    List<FoundFile> files = FileFinder.find(paths, Limits.USUAL);
    if (files.isEmpty()) {
      throw new InvalidFactsException(
          paths.stream()
              .map(
                  path ->
                      new Fault(
                          "a folder or archive with files",
                          "none in it",
                          Source.of(path.toString()),
                          null))
              .toList());
    }
    return of(files, owner, since);
  }

  /** Reads one file that lies nowhere, such as standard input. */
  public static Imported read(
      String name, byte[] bytes, Optional<Owner> owner, Optional<Since> since) {
    return of(List.of(new FoundFile(TextFile.of(name, bytes), "", Optional.empty())), owner, since);
  }

  private static Imported of(List<FoundFile> files, Optional<Owner> owner, Optional<Since> since) {
    Bundle bundle = new Bundle(owner, since);
    files.forEach(bundle::read);
    bundle.nothing();
    bundle.conflicts();
    if (!bundle.faults.isEmpty()) {
      throw new InvalidFactsException(bundle.faults);
    }
    Facts facts = bundle.facts();
    return new Imported(
        facts,
        bundle.remarks.stream()
            .sorted(
                Comparator.comparing((Remark remark) -> remark.source().file())
                    .thenComparingInt(remark -> remark.source().line()))
            .toList(),
        files.size(),
        files.stream().flatMap(file -> file.folderName().stream()).collect(toUnmodifiableSet()));
  }

  private static boolean isFactsDocument(String text) {
    return FACTS_DOCUMENT.matcher(text).matches();
  }

  private void read(FoundFile file) {
    String text = file.text().text();
    if (isFactsDocument(text)) {
      document(file);
      return;
    }
    Optional<NativeOutput> output = isText(text) ? NativeOutput.of(file.text()) : Optional.empty();
    if (output.isPresent()) {
      pieces.add(new Piece(file, output.get()));
      remarks.addAll(output.get().remarks());
    } else if (text.stripLeading().startsWith("{")) {
      // Its author meant it for one, and is told what is wrong with it.
      document(file);
    } else {
      remarks.add(new Remark(Remark.Kind.UNREAD, Source.of(file.name()), unknown(text)));
    }
  }

  private void document(FoundFile file) {
    byte[] bytes = file.text().text().getBytes(StandardCharsets.UTF_8);
    try {
      FactsDocument.Reading reading =
          FactsDocument.reading(file.name(), new ByteArrayInputStream(bytes));
      documents.add(reading.facts());
      reading
          .leftOut()
          .forEach(left -> remarks.add(Remark.secret(left.source(), left.what(), left.count())));
    } catch (InvalidFactsException e) {
      faults.addAll(e.faults());
    }
  }

  /** Where nothing at all can be read, there is nothing to plan for. */
  private void nothing() {
    if (documents.isEmpty() && pieces.isEmpty() && faults.isEmpty()) {
      for (Remark remark : remarks) {
        faults.add(
            new Fault(
                "a facts document, or output of a known format",
                "a file that " + remark.text(),
                remark.source(),
                null));
      }
    }
  }

  /** Some collectors leave a few zeros where they change from one character set to another. */
  private static boolean isText(String text) {
    return text.chars().filter(c -> c == 0).count() * MOST_ZEROS <= text.length();
  }

  private static String unknown(String text) {
    if (text.isBlank()) {
      return "is empty";
    }
    if (text.startsWith("ElfFile")) {
      return "is an event log in its own format; write it as XML: wevtutil.exe qe FILE /lf:true /f:xml";
    }
    return isText(text)
        ? "has none of the known formats; an error that was copied goes in with --text"
        : "is no text";
  }

  /** Whose facts they are must not be a guess. */
  private void conflicts() {
    Map<String, NativeOutput.Host> known = new HashMap<>();
    pieces.forEach(
        piece ->
            piece
                .output()
                .hosts()
                .forEach(host -> known.putIfAbsent(shortName(host.name()), host)));
    for (Piece piece : pieces) {
      List<NativeOutput.Host> hosts = piece.output().hosts();
      if (hosts.isEmpty()) {
        continue;
      }
      NativeOutput.Host first = hosts.get(0);
      hosts.stream()
          .filter(host -> !shortName(host.name()).equals(shortName(first.name())))
          .findFirst()
          .ifPresent(
              other ->
                  faults.add(
                      new Fault(
                          "one server that the file is of, as on line " + first.source().line(),
                          first.name() + " and " + other.name(),
                          other.source(),
                          "hand over the output of each server in a file of its own")));
      piece
          .file()
          .folderName()
          .filter(name -> !shortName(name).equals(shortName(first.name())))
          .filter(name -> known.containsKey(shortName(name)))
          .ifPresent(
              name ->
                  faults.add(
                      new Fault(
                          "output of " + name + " in the folder of that name",
                          "output of " + first.name(),
                          first.source(),
                          "move the file to a folder " + first.name())));
    }
  }

  private static String shortName(String server) {
    return server.replaceFirst("\\..*", "").toLowerCase(Locale.ROOT);
  }

  private Facts facts() {
    Facts.Builder builder = builder();
    Optional<Instant> oldest = since.flatMap(limit -> limit.before(observedAt()));
    int leftOut = 0;
    Map<String, String> hosts = hostsOfFolders();
    Map<Address, List<Dated>> facts = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      Optional<NativeOutput.Host> own = ownHost(piece);
      String server = own.map(NativeOutput.Host::name).orElseGet(() -> ownerOf(piece, hosts));
      own.flatMap(host -> host.role().map(role -> new Server(server, role, null)))
          .ifPresent(known -> builder.server(known, own.get().source()));
      Optional<Instant> time = piece.output().times().stream().max(Comparator.naturalOrder());
      for (NativeOutput.Unowned unowned : piece.output().facts()) {
        Fact fact = unowned.of().apply(unowned.server().orElse(server));
        facts
            .computeIfAbsent(Address.of(fact), address -> new ArrayList<>())
            .add(new Dated(fact, unowned.source(), time));
      }
      for (FactKind kind : piece.output().collected()) {
        builder.collected(server, kind);
      }
      for (NativeOutput.Read error : piece.output().errors()) {
        Instant last = error.error().latest();
        if (last != null && oldest.filter(last::isBefore).isPresent()) {
          leftOut++;
        } else {
          builder.error(reported(error.error(), server), error.source());
        }
      }
    }
    facts.forEach(
        (address, values) ->
            newest(address, values).forEach(d -> builder.add(d.fact(), d.source())));
    if (leftOut > 0) {
      remarks.add(
          new Remark(
              Remark.Kind.UNUSED,
              Source.of("all files"),
              (leftOut == 1 ? "1 error" : leftOut + " errors")
                  + " from before "
                  + oldest.orElseThrow()
                  + (leftOut == 1 ? " is left out" : " are left out")));
    }
    observedAt().ifPresent(builder::observedAt);
    owner.ifPresent(
        known ->
            known.role().ifPresent(role -> builder.server(new Server(known.server(), role, null))));
    return builder.build();
  }

  /** What a backup server printed, it reported. */
  private ReportedError reported(ReportedError error, String server) {
    return error.reportedBy() == null && !server.isEmpty() && isBackupServer(server)
        ? error.withReportedBy(server)
        : error;
  }

  private boolean isBackupServer(String server) {
    boolean named =
        owner
            .filter(known -> known.server().equalsIgnoreCase(server))
            .flatMap(Owner::role)
            .filter(role -> role == ServerRole.BACKUP_SERVER)
            .isPresent();
    return named
        || pieces.stream()
            .flatMap(piece -> piece.output().hosts().stream())
            .anyMatch(
                host ->
                    host.name().equalsIgnoreCase(server)
                        && host.role().filter(r -> r == ServerRole.BACKUP_SERVER).isPresent());
  }

  private Facts.Builder builder() {
    Facts.Builder builder = documents.isEmpty() ? Facts.builder() : documents.get(0).toBuilder();
    for (Facts document : documents.subList(Math.min(1, documents.size()), documents.size())) {
      document.servers().forEach(builder::server);
      document.facts().forEach(fact -> add(builder, document, fact));
      document.collected().forEach(all -> builder.collected(all.server(), all.kind()));
      document.errors().forEach(builder::error);
      document.attempts().forEach(builder::attempt);
    }
    return builder;
  }

  private static void add(Facts.Builder builder, Facts document, Fact fact) {
    @Nullable Source source = document.source(Address.of(fact)).orElse(null);
    if (source == null) {
      builder.add(fact);
    } else {
      builder.add(fact, source);
    }
  }

  /** The newest time in all there is: with no clock of its own, that is now. */
  private Optional<Instant> observedAt() {
    return java.util.stream.Stream.concat(
            documents.stream().flatMap(document -> document.observedAt().stream()),
            pieces.stream().flatMap(piece -> piece.output().times().stream()))
        .max(Comparator.naturalOrder());
  }

  private Optional<NativeOutput.Host> ownHost(Piece piece) {
    return piece.output().hosts().stream().findFirst();
  }

  /**
   * What files say of the folder they lie in; two that differ are a fault, unless they say it of
   * themselves.
   */
  private Map<String, String> hostsOfFolders() {
    Map<String, String> hosts = new HashMap<>();
    for (Piece piece : pieces) {
      ownHost(piece)
          .filter(host -> host.role().isPresent())
          .ifPresent(host -> hosts.putIfAbsent(piece.file().folder(), host.name()));
    }
    return hosts;
  }

  private String ownerOf(Piece piece, Map<String, String> hosts) {
    String told = hosts.get(piece.file().folder());
    if (told != null) {
      return told;
    }
    return piece
        .file()
        .folderName()
        .or(() -> owner.map(Owner::server))
        .orElse(Server.UNNAMED_BACKUP_SERVER);
  }

  /** Of values that contradict each other the newer ones, where it is known which are. */
  private List<Dated> newest(Address address, List<Dated> values) {
    List<Dated> kept = new ArrayList<>();
    for (Dated value : values) {
      Optional<Dated> other =
          kept.stream().filter(k -> contradict(k.fact(), value.fact())).findFirst();
      if (other.isEmpty()
          || other.get().time().isEmpty()
          || value.time().isEmpty()
          || other.get().time().equals(value.time())) {
        kept.add(value);
        continue;
      }
      boolean later = value.time().get().isAfter(other.get().time().get());
      Dated newer = later ? value : other.get();
      Dated older = later ? other.get() : value;
      if (later) {
        kept.set(kept.indexOf(other.get()), value);
      }
      remarks.add(
          new Remark(
              Remark.Kind.NEWER,
              newer.source(),
              address + " is newer here than at " + older.source() + ", and is taken"));
    }
    return kept;
  }

  private static boolean contradict(Fact a, Fact b) {
    return RecordShape.of(FactKind.of(a.getClass())).components().stream()
        .filter(component -> !component.key() && !component.name().equals("server"))
        .anyMatch(
            component -> {
              Object left = component.value((Record) a);
              Object right = component.value((Record) b);
              return left != null && right != null && !Objects.equals(left, right);
            });
  }
}
