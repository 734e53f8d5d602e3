package dev.mabsplan.facts.output;

import dev.mabsplan.facts.Certificate;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.VmwareAttribute;
import dev.mabsplan.facts.reading.AnyCase;
import dev.mabsplan.facts.reading.JsonRows;
import dev.mabsplan.facts.reading.Notes;
import dev.mabsplan.facts.reading.TextFile;
import dev.mabsplan.facts.windows.registry.RegistryNotes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What it means that a command did not name what it was asked for. Without the command an empty
 * answer means nothing; with it, {@code Get-Service -Name obengine} that prints nothing says that
 * there is no such service.
 */
final class Silence {

  private static final String SQL_SERVER = "MSSQLSERVER";
  private static final String SQL_INSTANCES = "MSSQL$*";

  /** Parameters of Select-Object that pass on a part. */
  private static final Set<String> SELECTIVE =
      Set.of("First", "Last", "Skip", "SkipLast", "Unique", "Index");

  private final TypedCommand command;
  private final Source source;
  private final Set<String> answered;

  private Silence(TypedCommand command, Source source, Set<String> answered) {
    this.command = command;
    this.source = source;
    this.answered = answered;
  }

  /**
   * Notes what is absent. Where the output is neither empty nor JSON, nothing is concluded; nor
   * where it may be cut off.
   *
   * @return whether the command is one whose silence means something
   */
  static boolean note(TypedCommand typed, ConsoleSession.Answer answer, Notes notes) {
    TextFile output = answer.output();
    boolean empty = isEmpty(output);
    if (empty ? !answer.whole() : !JsonRows.mayBe(output)) {
      return false;
    }
    if (empty) {
      return new Silence(typed, answer.shown().line(1), Set.of()).note(true, notes);
    }
    // behind the damage there may be what seems to be missing
    return output.rows().damage().isEmpty()
        && names(typed, output.rows())
            .filter(names -> new Silence(typed, answer.shown().line(1), names).note(false, notes))
            .isPresent();
  }

  /** Returns whether a command printed nothing, or the {@code null} that JSON has for nothing. */
  static boolean isEmpty(TextFile output) {
    String printed = output.text().strip();
    return printed.isEmpty() || printed.equals("null") || printed.equals("[]");
  }

  /** What the rows are called that the command printed; nothing where one was left without name. */
  private static Optional<Set<String>> names(TypedCommand command, JsonRows rows) {
    List<String> properties =
        command.is("Get-ItemProperty") ? List.of("PSPath") : List.of("Name", "ServiceName");
    List<String> names =
        rows.rows().stream()
            .flatMap(row -> properties.stream().flatMap(name -> row.text(name).stream()).limit(1))
            .map(String::strip)
            .toList();
    return names.isEmpty() || names.size() < rows.rows().size()
        ? Optional.empty()
        : Optional.of(AnyCase.of(names));
  }

  private boolean note(boolean empty, Notes notes) {
    if (command.is("Get-Service")) {
      return services(notes);
    }
    if (command.is("Get-ItemProperty")) {
      return (empty && command.piped().contains("bin\\dpmra.exe"))
          ? noAgent(notes)
          : registry(notes);
    }
    return empty && nothingFound(notes);
  }

  private boolean services(Notes notes) {
    List<String> asked = command.values("Name");
    // other parameters narrow the answer, and another computer's services are not this one's
    if (asked.isEmpty() || isNarrowed("Name", "ErrorAction") || !showsAll()) {
      return false;
    }
    for (String name : asked) {
      if (isName(name) && !answered.contains(name)) {
        notes.fact(source, server -> Service.of(server, name).absent());
      }
    }
    boolean everyInstance =
        Stream.of(SQL_SERVER, SQL_INSTANCES).allMatch(all -> contains(asked, all));
    if (everyInstance && answered.isEmpty()) {
      notes.fact(source, server -> Software.of(server, "sqlServer").absent());
    }
    return true;
  }

  /** A key that is not there has no values: those that were selected are absent. */
  private boolean registry(Notes notes) {
    List<String> asked = command.values("Path");
    List<String> selected = selected();
    if (asked.isEmpty()
        || selected.isEmpty()
        || isNarrowed("Path", "Name", "ErrorAction")
        || !showsAll()) {
      return false;
    }
    Set<String> keys =
        AnyCase.of(
            answered.stream().flatMap(path -> RegistryNotes.keyInFull(path).stream()).toList());
    RegistryNotes values = new RegistryNotes(notes);
    for (String path : asked) {
      RegistryNotes.keyAsTyped(path)
          .filter(key -> !keys.contains(key))
          .ifPresent(key -> selected.forEach(name -> values.absent(source, key, name)));
    }
    values.finish();
    return true;
  }

  /** Returns the values that were selected by name; calculated ones are none. */
  private List<String> selected() {
    TypedCommand select = TypedCommand.parse(command.piped());
    if (!select.is("Select-Object") && !select.is("select")) {
      return List.of();
    }
    return Arrays.stream(command.piped().split("[|@]", 2)[0].strip().split("[\\s,]+"))
        .skip(1)
        .filter(name -> !name.toUpperCase(Locale.ROOT).startsWith("PS"))
        .filter(name -> name.matches("[\\p{L}\\d_]+"))
        .toList();
  }

  /** The agent has its folder from the key of which nothing was found. */
  private boolean noAgent(Notes notes) {
    notes.fact(source, server -> Software.of(server, "dpmAgent").absent());
    return true;
  }

  private boolean nothingFound(Notes notes) {
    String piped = command.piped();
    if (command.is("Get-ChildItem")
        && contains(command.values("Path"), "Cert:\\LocalMachine\\My")
        && piped.contains("'*Windows Azure Tools*'")) {
      notes.fact(source, server -> Certificate.of(server, "Windows Azure Tools").absent());
      return true;
    }
    if (command.is("Get-Disk") && piped.contains("'File Backed Virtual'")) {
      notes.collected(FactKind.MOUNTED_IMAGES);
      return true;
    }
    if (command.is("Get-MpThreatDetection") && !isNarrowed("ErrorAction") && showsAll()) {
      notes.collected(FactKind.ANTIVIRUS_DETECTIONS);
      return true;
    }
    if (command.is("Get-VM") && piped.startsWith("Get-Annotation -CustomAttribute DPMServer ")) {
      command
          .values("Name")
          .forEach(
              vm ->
                  notes.fact(
                      source, server -> VmwareAttribute.of(server, vm, "DPMServer").absent()));
      return true;
    }
    return false;
  }

  private boolean isNarrowed(String... known) {
    Set<String> harmless = AnyCase.of(known);
    return command.arguments().keySet().stream()
        .anyMatch(name -> !name.isEmpty() && !harmless.contains(name));
  }

  /** What the output is piped through may take away what was found. */
  private boolean showsAll() {
    for (String rest = command.piped(); !rest.isEmpty(); ) {
      TypedCommand stage = TypedCommand.parse(rest);
      boolean selects =
          (stage.is("Select-Object") || stage.is("select"))
              && stage.arguments().keySet().stream().noneMatch(SELECTIVE::contains);
      if (!selects && !stage.is("ConvertTo-Json")) {
        return false;
      }
      rest = stage.piped();
    }
    return true;
  }

  /** Returns whether it is a name, and no pattern, variable or expression. */
  private static boolean isName(String name) {
    return name.chars().noneMatch(c -> "*?[;(){}".indexOf(c) >= 0) && !name.startsWith("$");
  }

  private static boolean contains(List<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }
}
