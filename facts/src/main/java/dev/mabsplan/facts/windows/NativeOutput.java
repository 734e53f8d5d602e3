package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What one file of native output says. */
public final class NativeOutput {

  private final Notes notes;
  private final String format;

  NativeOutput(String format, Notes notes) {
    this.format = format;
    this.notes = notes;
  }

  /**
   * Reads a file: one output, or as many as there are answers in what a console showed; none where
   * its format is none that is known. What is secret is taken out before anything is read.
   */
  public static List<NativeOutput> of(TextFile file) {
    Notes secrets = new Notes();
    TextFile clean = secrets.withoutSecrets(file);
    List<NativeOutput> outputs =
        ConsoleSession.in(clean)
            .map(session -> new ConsoleReading(session).outputs())
            .orElseGet(() -> whole(clean));
    if (!outputs.isEmpty()) {
      outputs.get(0).notes.remarks.addAll(secrets.remarks);
    }
    return outputs;
  }

  private static List<NativeOutput> whole(TextFile file) {
    return NativeFormats.of(file).stream()
        .map(
            format -> {
              Notes notes = new Notes();
              format.read(file, notes);
              return new NativeOutput(format.name(), notes);
            })
        .toList();
  }

  /**
   * The server a file says it is of.
   *
   * @param name its name
   * @param role its role, where the file tells that too
   * @param source where it says so
   */
  public record Host(String name, Optional<ServerRole> role, Source source) {}

  /**
   * A fact that lacks its server.
   *
   * @param server the server it says it is of; nothing where it is the file's
   * @param of makes the fact of a server
   * @param source where it was read
   */
  public record Unowned(Optional<String> server, Function<String, Fact> of, Source source) {}

  /**
   * An error and where it was read.
   *
   * @param error the error
   * @param source where it was read
   */
  public record Read(ReportedError error, Source source) {}

  /** Returns the command or log whose format it is. */
  public String format() {
    return format;
  }

  /** Returns the servers that the file says it is of: none, one or, by mistake, several. */
  public List<Host> hosts() {
    return notes.hosts.stream()
        .map(host -> new Host(host.name(), host.role(), host.source()))
        .toList();
  }

  /** Returns the facts. */
  public List<Unowned> facts() {
    return notes.facts.stream()
        .map(fact -> new Unowned(fact.server(), fact.of(), fact.source()))
        .toList();
  }

  /** Returns the errors. */
  public List<Read> errors() {
    return notes.errors.stream().map(error -> new Read(error.error(), error.source())).toList();
  }

  /** Returns the kinds of which the file lists all there is. */
  public List<FactKind> collected() {
    return List.copyOf(notes.collected);
  }

  /** Returns the times at which something was seen to be so. */
  public List<Instant> times() {
    return List.copyOf(notes.times);
  }

  /** Returns what could not be read or says nothing that is a fact. */
  public List<Remark> remarks() {
    return List.copyOf(notes.remarks);
  }
}
