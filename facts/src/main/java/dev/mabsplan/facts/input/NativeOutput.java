package dev.mabsplan.facts.input;

import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.KnownNames;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.Residue;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.privacy.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one file of native output says. */
public final class NativeOutput {

  private final Notes notes;
  private final String format;
  private final Optional<Source> shown;

  NativeOutput(String format, Notes notes, Optional<Source> shown) {
    this.format = format;
    this.notes = notes;
    this.shown = shown;
  }

  /** Reads a file, and takes what may be a secret for one. */
  public static List<NativeOutput> of(TextFile file) {
    return of(file, Messages.NONE, Probes.NONE);
  }

  /**
   * Reads a file: one output, or as many as there are answers in what a console showed; none where
   * its format is none that is known. What is secret is taken out before anything is read.
   *
   * @param messages tells what is no secret
   * @param probes tells what an answer is that a console showed, and what names in it stand for
   */
  public static List<NativeOutput> of(TextFile file, Messages messages, Probes probes) {
    Notes secrets = new Notes(messages, KnownNames.NONE);
    TextFile copied = secrets.withoutSecrets(Residue.removed(file));
    TextFile clean = Residue.closedUp(copied);
    List<NativeOutput> outputs =
        ConsoleSession.in(clean)
            .map(session -> new ConsoleReading(session, messages, probes).outputs())
            .orElseGet(() -> whole(clean, messages, probes));
    if (outputs.isEmpty()) {
      outputs =
          CopiedError.in(copied, messages).stream()
              .map(notes -> new NativeOutput(CopiedError.FORMAT, notes, Optional.empty()))
              .toList();
    }
    if (!outputs.isEmpty()) {
      outputs.get(0).notes.remarksOf(secrets);
    }
    return outputs;
  }

  private static List<NativeOutput> whole(TextFile file, Messages messages, Probes probes) {
    return NativeFormats.of(file).stream()
        .map(
            format -> {
              Notes notes = new Notes(messages, probes.names());
              format.read(file, notes);
              return new NativeOutput(format.name(), notes, Optional.empty());
            })
        .toList();
  }

  /** Returns the names of all formats. */
  public static List<String> formats() {
    return NativeFormats.all().stream().map(NativeFormat::name).sorted().toList();
  }

  /** Returns the command or log whose format it is. */
  public String format() {
    return format;
  }

  /** Returns where a console showed it: what is shown below it is newer. */
  public Optional<Source> shown() {
    return shown;
  }

  /** Returns the servers that the file says it is of: none, one or, by mistake, several. */
  public List<Notes.NotedHost> hosts() {
    return notes.hosts();
  }

  /** Returns the facts. */
  public List<Notes.NotedFact> facts() {
    return notes.facts();
  }

  /** Returns the errors. */
  public List<Notes.NotedError> errors() {
    return notes.errors();
  }

  /** Returns the kinds of which the file lists all there is. */
  public List<FactKind> collected() {
    return notes.collected();
  }

  /** Returns the times at which something was seen to be so. */
  public List<Instant> times() {
    return notes.times();
  }

  /** Returns what could not be read or says nothing that is a fact. */
  public List<Remark> remarks() {
    return notes.remarks();
  }
}
