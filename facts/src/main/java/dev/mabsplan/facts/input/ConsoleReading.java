package dev.mabsplan.facts.input;

import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.AnyCase;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.privacy.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the answers of a console one by one, each as if it lay in a file of its own. */
final class ConsoleReading {

  /** What is typed to get about, and says nothing of a server. */
  private static final Set<String> MOVES =
      AnyCase.of(
          "cd",
          "cls",
          "clear",
          "chcp",
          "exit",
          "pushd",
          "popd",
          "Set-Location",
          "Start-Transcript",
          "Stop-Transcript",
          "title");

  private final ConsoleSession session;
  private final Messages messages;
  private final Probes probes;
  private final List<NativeOutput> outputs = new ArrayList<>();

  /** The server that {@code hostname} named last; of one that named a single server, that one. */
  private Optional<Notes.NotedHost> said;

  ConsoleReading(ConsoleSession session, Messages messages, Probes probes) {
    this.session = session;
    this.messages = messages;
    this.probes = probes;
    List<Notes.NotedHost> named =
        session.answers().stream().flatMap(answer -> hostname(answer).stream()).toList();
    boolean one = named.stream().map(host -> folded(host.name())).distinct().count() == 1;
    this.said = one ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** Returns an output for each answer, and for what stands above the first prompt. */
  List<NativeOutput> outputs() {
    NativeFormats.of(session.above())
        .ifPresentOrElse(format -> read(format, session.above()), this::unknownAbove);
    session.answers().forEach(this::read);
    session
        .leftOut()
        .ifPresent(
            line -> {
              Notes notes = new Notes(messages, probes.names());
              notes.unread(
                  source(line), "more commands than anybody types; nothing is read from here on");
              outputs.add(new NativeOutput("console", notes, Optional.of(source(line))));
            });
    return outputs;
  }

  private Source source(int line) {
    return session.above().line(line);
  }

  private void read(NativeFormat format, TextFile file) {
    Notes notes = new Notes(messages, probes.names());
    format.read(file, notes);
    outputs.add(new NativeOutput(format.name(), notes, Optional.of(source(1))));
  }

  private void read(ConsoleSession.Answer answer) {
    TypedCommand command = TypedCommand.parse(answer.typed());
    Optional<Notes.NotedHost> named = hostname(answer);
    said = named.or(() -> said);
    Notes notes = new Notes(messages, probes.names());
    if (named.isPresent()) {
      whose(answer, notes);
      outputs.add(new NativeOutput("hostname", notes, Optional.of(source(answer.line()))));
      return;
    }
    List<String> computers = AskedComputers.of(command);
    if (computers.isEmpty()) {
      whose(answer, notes);
    }
    Optional<Probe> probe = probe(answer);
    Optional<NativeFormat> format =
        probe.flatMap(asked -> NativeFormats.named(asked.format().orElse("")));
    if (format.isPresent()) {
      new ProbedAnswer(probe.get(), format.get(), answer).read(notes);
    } else {
      format = readOutput(answer, notes);
      Optional<Notes> pasted =
          format.isEmpty() && answer.typed().isEmpty()
              ? CopiedError.in(answer.output(), messages)
              : Optional.empty();
      if (pasted.isPresent()) {
        outputs.add(
            new NativeOutput(CopiedError.FORMAT, pasted.get(), Optional.of(source(answer.line()))));
        return;
      }
      if (format.isEmpty() && !MOVES.contains(command.name())) {
        unknown(answer, command, notes);
      }
    }
    outputs.add(
        new NativeOutput(
            format.map(NativeFormat::name).orElse("console"),
            computers.isEmpty() ? notes : ofOthers(answer, computers, notes),
            Optional.of(source(answer.line()))));
  }

  /** The script says what it asks; a person may have typed a command as a plan shows it. */
  private Optional<Probe> probe(ConsoleSession.Answer answer) {
    return answer
        .collected()
        .flatMap(ConsoleSession.Collected::probe)
        .flatMap(probes::named)
        .or(() -> answer.typed().isEmpty() ? Optional.empty() : probes.typed(answer.typed()));
  }

  /** What another computer answered is its own; of several, each answer must say whose it is. */
  private Notes ofOthers(ConsoleSession.Answer answer, List<String> computers, Notes notes) {
    answer.collected().flatMap(ConsoleSession.Collected::time).ifPresent(notes::seenAt);
    boolean nobodys =
        !notes.collected().isEmpty()
            || notes.facts().stream().anyMatch(fact -> fact.server().isEmpty())
            || notes.errors().stream().anyMatch(error -> error.error().reportedBy() == null);
    if (!nobodys || !notes.hosts().isEmpty()) {
      return notes;
    }
    if (computers.size() == 1 && AskedComputers.isName(computers.get(0))) {
      notes.host(computers.get(0), source(answer.line()));
      return notes;
    }
    Notes unread = new Notes(messages, probes.names());
    unread.unread(
        source(answer.line()),
        "an answer of several computers, or of one without its name, that does not say whose it is;"
            + " ask each computer by its name");
    return unread;
  }

  /** JSON stands alone, or below a wrapped line; some classic tools say less than was typed. */
  private static Optional<NativeFormat> readOutput(ConsoleSession.Answer answer, Notes notes) {
    Optional<NativeFormat> format = readAs(answer.output(), answer, notes);
    if (format.isPresent()) {
      readBelow(answer.output(), notes);
      return format;
    }
    return belowOtherLines(answer.output())
        .flatMap(json -> readAs(json, answer, notes))
        .or(() -> readAs(answer.shown(), answer, notes));
  }

  private static Optional<NativeFormat> readAs(
      TextFile file, ConsoleSession.Answer answer, Notes notes) {
    Optional<NativeFormat> format = NativeFormats.of(file);
    format.ifPresent(one -> one.read(one.readsPrompts() ? answer.shown() : file, notes));
    return format;
  }

  /** What was found comes below the errors about what was not. */
  private static void readBelow(TextFile output, Notes notes) {
    belowOtherLines(output)
        .filter(json -> !json.rows().rows().isEmpty())
        .ifPresent(json -> NativeFormats.of(json).ifPresent(format -> format.read(json, notes)));
  }

  /**
   * Returns the JSON below what is none: a console that wraps a long command puts its rest where
   * the output should begin, and errors come first.
   */
  static Optional<TextFile> belowOtherLines(TextFile output) {
    List<String> lines = output.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("{") || lines.get(i).startsWith("[")) {
        String json = String.join("\n", lines.subList(i, lines.size()));
        return lines.subList(0, i).stream().allMatch(String::isBlank)
            ? Optional.empty()
            : Optional.of(output.part(i, json));
      }
    }
    return Optional.empty();
  }

  /** Returns the server that the command {@code hostname} named, where that was typed. */
  private Optional<Notes.NotedHost> hostname(ConsoleSession.Answer answer) {
    String name = answer.output().text().strip();
    return TypedCommand.parse(answer.typed()).is("hostname")
            && name.matches("[\\p{L}\\p{N}._-]{1,255}")
        ? Optional.of(new Notes.NotedHost(name, Optional.empty(), source(answer.line() + 1)))
        : Optional.empty();
  }

  private static String folded(String server) {
    return server.toLowerCase(Locale.ROOT);
  }

  /** The script that collected it knows best, then the prompt, then {@code hostname}. */
  private void whose(ConsoleSession.Answer answer, Notes notes) {
    Optional<ConsoleSession.Collected> collected = answer.collected();
    if (collected.isPresent()) {
      Source source = source(collected.get().line());
      notes.host(new Notes.NotedHost(collected.get().server(), collected.get().role(), source));
      collected.get().time().ifPresent(notes::seenAt);
      return;
    }
    answer
        .server()
        .map(server -> new Notes.NotedHost(server, Optional.empty(), source(answer.line())))
        .or(() -> said)
        .ifPresent(notes::host);
  }

  private static TextFile from(TextFile file, int line) {
    List<String> lines = file.lines();
    return file.part(line - 1, String.join("\n", lines.subList(line - 1, lines.size())));
  }

  private void unknownAbove() {
    Optional<Notes> error =
        session
            .unknownAbove()
            .flatMap(line -> CopiedError.in(from(session.above(), line), messages));
    if (error.isPresent()) {
      outputs.add(new NativeOutput(CopiedError.FORMAT, error.get(), Optional.of(source(1))));
      return;
    }
    session
        .unknownAbove()
        .ifPresent(
            line -> {
              Notes notes = new Notes(messages, probes.names());
              String why =
                  Unrecognized.why(session.above())
                      .orElse(
                          "has none of the known formats; an error that was copied goes in with"
                              + " --text");
              notes.unread(source(line), "what stands above the first prompt " + why);
              outputs.add(new NativeOutput("console", notes, Optional.of(source(line))));
            });
  }

  private void unknown(ConsoleSession.Answer answer, TypedCommand command, Notes notes) {
    Source source = source(answer.line());
    String name = command.name().isEmpty() ? "the command" : command.name();
    if (answer.isEmpty()) {
      notes.unused(source, name + " printed nothing");
    } else {
      // what to do about it helps where the command is one whose output is read
      String why =
          Optional.of(answer.output())
              .filter(output -> NativeFormats.areOf(command.name()))
              .flatMap(Unrecognized::why)
              .orElse("has none of the known formats");
      notes.unread(source, "what " + name + " printed " + why);
    }
  }
}
