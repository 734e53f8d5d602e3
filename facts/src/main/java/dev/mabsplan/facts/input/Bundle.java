package dev.mabsplan.facts.input;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.mabsplan.facts.CredentialsFile;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.gathered.ServerNames;
import dev.mabsplan.facts.privacy.Messages;
import dev.mabsplan.facts.shape.Spelling;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes one whole of files that somebody hands over. */
public final class Bundle {

  private static final Pattern FACTS_DOCUMENT =
      Pattern.compile(
          "\\s*\\{\\s*(}\\s*|\"(\\$schema|observedAt|servers|errors|attempts)\"\\s*:.*)",
          Pattern.DOTALL);

  private final Optional<Owner> owner;
  private final Optional<Since> since;
  private final Messages messages;
  private final Probes probes;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Facts> documents = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  private Bundle(Optional<Owner> owner, Optional<Since> since, Messages messages, Probes probes) {
    this.owner = owner;
    this.since = since;
    this.messages = messages;
    this.probes = probes;
  }

  /**
   * Reads files, folders and ZIP archives, and takes what may be a secret for one.
   *
   * @param owner whose facts are those of files that do not say it
   * @param since how old errors of native output may be; errors without a time stay
   * @throws InvalidFactsException where nothing is at a path, a limit is passed, a facts document
   *     is not as it must be, or facts contradict each other and none is newer
   */
  public static Imported read(
      Collection<Path> paths, Optional<Owner> owner, Optional<Since> since) {
    return read(paths, owner, since, Messages.NONE, Probes.NONE);
  }

  /**
   * Reads files, folders and ZIP archives.
   *
   * @param owner whose facts are those of files that do not say it
   * @param since how old errors of native output may be; errors without a time stay
   * @param messages tells what is no secret, though it stands where one does
   * @param probes tells what an answer is that a console showed
   * @throws InvalidFactsException where nothing is at a path, a limit is passed, a facts document
   *     is not as it must be, or facts contradict each other and none is newer
   */
  public static Imported read(
      Collection<Path> paths,
      Optional<Owner> owner,
      Optional<Since> since,
      Messages messages,
      Probes probes) {
    return read(Parcel.of(paths), owner, since, messages, probes);
  }

  /**
   * Reads one file that lies nowhere, such as standard input, and takes what may be a secret for
   * one.
   *
   * @throws InvalidFactsException as for files that lie somewhere
   */
  public static Imported read(
      String name, byte[] bytes, Optional<Owner> owner, Optional<Since> since) {
    return read(name, bytes, owner, since, Messages.NONE, Probes.NONE);
  }

  /**
   * Reads one file that lies nowhere, such as standard input.
   *
   * @param messages tells what is no secret, though it stands where one does
   * @throws InvalidFactsException as for files that lie somewhere
   */
  public static Imported read(
      String name,
      byte[] bytes,
      Optional<Owner> owner,
      Optional<Since> since,
      Messages messages,
      Probes probes) {
    return read(Parcel.of(name, bytes), owner, since, messages, probes);
  }

  /**
   * Reads files that were found before, here or elsewhere.
   *
   * @param owner whose facts are those of files that do not say it
   * @param since how old errors of native output may be; errors without a time stay
   * @param messages tells what is no secret, though it stands where one does
   * @param probes tells what an answer is that a console showed
   * @throws InvalidFactsException where a facts document is not as it must be, or facts contradict
   *     each other and none is newer
   */
  public static Imported read(
      Parcel parcel,
      Optional<Owner> owner,
      Optional<Since> since,
      Messages messages,
      Probes probes) {
    return of(parcel.found(), owner, since, messages, probes);
  }

  private static Imported of(
      FoundFiles found,
      Optional<Owner> owner,
      Optional<Since> since,
      Messages messages,
      Probes probes) {
    List<FoundFile> files = found.files();
    Bundle bundle = new Bundle(owner, since, messages, probes);
    bundle.remarks.addAll(found.unread());
    files.forEach(bundle::read);
    bundle.nothing();
    Ownership ownership = new Ownership(bundle.pieces, bundle.documents, owner);
    Roles roles = new Roles(bundle.pieces, bundle.documents, owner, ownership);
    bundle.faults.addAll(ownership.faults());
    if (!bundle.faults.isEmpty()) {
      throw new InvalidFactsException(bundle.faults);
    }
    Facts facts = bundle.facts(ownership, roles);
    return new Imported(
        facts,
        ListedRemarks.of(bundle.remarks),
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
    List<NativeOutput> outputs =
        Unrecognized.isText(text) ? NativeOutput.of(file.text(), messages, probes) : List.of();
    if (!outputs.isEmpty()) {
      for (NativeOutput output : outputs) {
        pieces.add(new Piece(file, output));
        remarks.addAll(output.remarks());
      }
    } else if (file.named() && text.stripLeading().startsWith("{")) {
      // who names it means it for one, and is told what is wrong with it
      document(file);
    } else {
      String why =
          Unrecognized.why(file.text())
              .orElse(
                  "has none of the known formats; an error that was copied goes in with --text");
      remarks.add(new Remark(Remark.Kind.UNREAD, Source.of(file.name()), why));
    }
  }

  private void document(FoundFile file) {
    byte[] bytes = file.text().text().getBytes(StandardCharsets.UTF_8);
    try {
      FactsDocument.Reading reading =
          FactsDocument.reading(file.name(), new ByteArrayInputStream(bytes), messages);
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

  private Facts facts(Ownership ownership, Roles roles) {
    Facts.Builder builder = Facts.builder();
    documents.forEach(builder::addAll);
    // a server can be called by its short name in one file and by its full name in another
    ServerNames names = ownership.names();
    NewestWins values = new NewestWins();
    for (Piece piece : pieces) {
      String server = ownership.of(piece);
      NativeOutput output = piece.output();
      for (Notes.NotedHost host : output.hosts()) {
        host.role()
            .ifPresent(role -> builder.server(new Server(server, role, null), host.source()));
      }
      NewestWins.Moment moment =
          new NewestWins.Moment(
              output.times().stream().max(Comparator.naturalOrder()), output.shown());
      for (Notes.NotedFact fact : output.facts()) {
        Fact noted = fact.of().apply(fact.server().orElse(server));
        values.add(Spelling.canonical(noted, names::resolve), fact.source(), moment);
      }
      output.collected().forEach(kind -> builder.collected(server, kind));
    }
    List<ReadFact> read = possible(values.all());
    read.forEach(one -> builder.add(one.fact(), one.source()));
    Optional<Instant> now = now(read);
    errors(ownership, roles, now, builder);
    now.ifPresent(builder::observedAt);
    owner.ifPresent(
        known ->
            known.role().ifPresent(role -> builder.server(new Server(known.server(), role, null))));
    remarks.addAll(ownership.remarks());
    remarks.addAll(roles.remarks());
    remarks.addAll(values.remarks());
    return builder.build();
  }

  /** A value that no fact can have is told as what can't be read, and stops nothing. */
  private List<ReadFact> possible(List<ReadFact> read) {
    // all at once, as nearly always all are possible
    return faults(read).isEmpty() ? read : read.stream().filter(this::isPossible).toList();
  }

  private boolean isPossible(ReadFact read) {
    List<Fault> impossible = faults(List.of(read));
    for (Fault fault : impossible) {
      String what = "expected " + fault.expected() + "; found " + fault.found();
      remarks.add(new Remark(Remark.Kind.UNREAD, read.source(), what));
    }
    return impossible.isEmpty();
  }

  private static List<Fault> faults(List<ReadFact> read) {
    Facts.Builder builder = Facts.builder();
    read.forEach(one -> builder.add(one.fact(), one.source()));
    try {
      builder.build();
      return List.of();
    } catch (InvalidFactsException e) {
      return e.faults();
    }
  }

  private void errors(
      Ownership ownership, Roles roles, Optional<Instant> now, Facts.Builder builder) {
    Optional<Instant> oldest = since.flatMap(limit -> limit.before(now));
    int taken = 0;
    int leftOut = 0;
    for (Piece piece : pieces) {
      for (Notes.NotedError error : piece.output().errors()) {
        Instant last = error.error().latest();
        if (last != null && oldest.filter(last::isBefore).isPresent()) {
          leftOut++;
        } else {
          taken++;
          builder.error(reported(error.error(), ownership.of(piece), roles), error.source());
        }
      }
    }
    if (leftOut > 0) {
      String what = leftOut(leftOut, taken, oldest.orElseThrow());
      remarks.add(new Remark(Remark.Kind.UNUSED, Source.of("all files"), what));
    }
  }

  /** That none is left is what nobody who gives a time means. */
  private static String leftOut(int leftOut, int taken, Instant oldest) {
    String errors = leftOut == 1 ? "1 error" : leftOut + " errors";
    String left = leftOut == 1 ? " is left out" : " are left out";
    return errors + " from before " + oldest + left + (taken > 0 ? "" : ", and no other is there");
  }

  /** What a backup server printed, it reported; whose else it is, it is about. */
  private static ReportedError reported(ReportedError error, String server, Roles roles) {
    if (error.reportedBy() != null || server.isEmpty()) {
      return error;
    }
    String product = error.product() == null ? "" : error.product();
    boolean ofBackupServer = product.equals("dpm") || product.equals("mars");
    if (roles.isBackupServer(server) || (ofBackupServer && !roles.isProtectedServer(server))) {
      return error.withReportedBy(server);
    }
    return error.server() == null ? error.withServer(server) : error;
  }

  /** The newest time in all there is: with no clock of its own, that is now. */
  private Optional<Instant> now(List<ReadFact> read) {
    Optional<Instant> newest =
        Stream.concat(
                documents.stream().flatMap(document -> document.observedAt().stream()),
                pieces.stream().flatMap(piece -> piece.output().times().stream()))
            .max(Comparator.naturalOrder());
    // a file that is listed without the time of the listing may be newer than all else; alone it
    // tells no time, or the oldest file would pass for one of this minute
    return newest.map(
        time ->
            read.stream().map(one -> downloadedBy(one.fact(), time)).reduce(time, Bundle::later));
  }

  private static Instant downloadedBy(Fact fact, Instant time) {
    return fact instanceof CredentialsFile file && file.downloadedAt() != null
        ? file.downloadedAt()
        : time;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
