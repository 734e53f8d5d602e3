package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.StartType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads rows that each are a service.
 *
 * @param state the property that says what the service is doing
 * @param startTypes the properties that say how it is started, the better first
 */
record ServiceRows(String state, List<String> startTypes) {

  /** An instance, but for the one that is a part of Windows: {@code MSSQL$MICROSOFT##WID}. */
  private static final Pattern SQL_SERVER =
      Pattern.compile("MSSQLSERVER|MSSQL\\$(?!MICROSOFT##).+", Pattern.CASE_INSENSITIVE);

  /** Returns the name of the service that a row is of. */
  static Optional<String> name(JsonRows.Row row) {
    return row.text("Name")
        .or(() -> row.text("ServiceName"))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty));
  }

  /** Reads a file. */
  void read(TextFile file, Notes notes) {
    JsonRows.read(file).each(file, notes, this::read);
  }

  private void read(JsonRows.Row row, Notes notes, CountedRemarks unused) {
    Optional<String> name = name(row);
    if (name.isEmpty()) {
      notes.unread(row.source("Name"), "a service without its name");
      return;
    }
    Optional<ServiceState> doing = state(row, notes, unused);
    Optional<StartType> started = startType(row, notes, unused);
    note(RowHost.of(row), row.source("Name"), name.get(), doing, started, notes);
    unused.properties(row, used());
  }

  /** Notes that a service is there, what is known of it, and the product it is of. */
  static void note(
      Optional<String> host,
      Source source,
      String name,
      Optional<ServiceState> state,
      Optional<StartType> startType,
      Notes notes) {
    notes.facts.add(
        new Notes.NotedFact(
            host,
            server -> new Service(server, name, true, state.orElse(null), startType.orElse(null)),
            source));
    if (SQL_SERVER.matcher(name).matches()) {
      notes.facts.add(
          new Notes.NotedFact(host, server -> Software.of(server, "sqlServer"), source));
    }
  }

  private Optional<ServiceState> state(JsonRows.Row row, Notes notes, CountedRemarks unused) {
    Optional<String> written = written(row, state, notes);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (!ServiceWords.isState(written.get())) {
      notes.unread(row.source(state), noValue(state, written.get(), "state"));
    } else if (ServiceWords.state(written.get()).isEmpty()) {
      unused.unused(row.source(state), "no fact has the state " + written.get().strip());
    }
    return ServiceWords.state(written.get());
  }

  private Optional<StartType> startType(JsonRows.Row row, Notes notes, CountedRemarks unused) {
    Optional<String> property =
        startTypes.stream().filter(candidate -> row.value(candidate).isPresent()).findFirst();
    Optional<String> written = property.flatMap(found -> written(row, found, notes));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Source source = row.source(property.get());
    if (!ServiceWords.isStartType(written.get())) {
      notes.unread(source, noValue(property.get(), written.get(), "start type"));
    } else if (ServiceWords.startType(written.get()).isEmpty()) {
      unused.unused(source, "no fact has the start type " + written.get().strip());
    }
    return ServiceWords.startType(written.get());
  }

  private static Optional<String> written(JsonRows.Row row, String property, Notes notes) {
    Optional<String> written = row.text(property);
    if (written.isEmpty()) {
      row.value(property)
          .ifPresent(
              value ->
                  notes.unread(
                      row.source(property),
                      property + " is " + value.described() + ", not a number or a word"));
    }
    return written;
  }

  private static String noValue(String property, String written, String what) {
    return property + " " + Fault.quote(written) + " is no " + what + " of a service";
  }

  private List<String> used() {
    List<String> used = new ArrayList<>(List.of("Name", "ServiceName", state));
    used.addAll(startTypes);
    return used;
  }
}
