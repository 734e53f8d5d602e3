package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.reading.JsonRows;
import dev.mabsplan.facts.reading.RowNotes;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads rows that each are a service.
 *
 * @param state the property that says what the service is doing
 * @param startTypes the properties that say how it is started, the better first
 */
record ServiceRows(String state, List<String> startTypes) {

  /** The properties by which a service names its server. */
  static final List<String> NAMING =
      List.of("SystemName", "MachineName", "ComputerName", "Computer");

  /** Returns the name of the service that a row is of. */
  static Optional<String> name(JsonRows.Row row) {
    return row.text("Name")
        .or(() -> row.text("ServiceName"))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty));
  }

  /** Notes a service. */
  void note(JsonRows.Row row, RowNotes rows) {
    Optional<String> name = name(row);
    if (name.isEmpty()) {
      rows.unread(row, "Name", "a service without its name");
      return;
    }
    ServiceState now = state(row, rows).orElse(null);
    StartType start = startType(row, rows).orElse(null);
    rows.fact(row, "Name", server -> new Service(server, name.get(), true, now, start));
  }

  private Optional<ServiceState> state(JsonRows.Row row, RowNotes rows) {
    Optional<String> written = written(row, state, rows);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (!ServiceWords.isState(written.get())) {
      rows.unread(row, state, noValue(state, written.get(), "state"));
    } else if (ServiceWords.state(written.get()).isEmpty()) {
      rows.unused(row, state, "no fact has the state " + written.get().strip());
    }
    return ServiceWords.state(written.get());
  }

  private Optional<StartType> startType(JsonRows.Row row, RowNotes rows) {
    Optional<String> property =
        startTypes.stream().filter(candidate -> row.value(candidate).isPresent()).findFirst();
    Optional<String> written = property.flatMap(found -> written(row, found, rows));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (!ServiceWords.isStartType(written.get())) {
      rows.unread(row, property.get(), noValue(property.get(), written.get(), "start type"));
    } else if (ServiceWords.startType(written.get()).isEmpty()) {
      rows.unused(row, property.get(), "no fact has the start type " + written.get().strip());
    }
    return ServiceWords.startType(written.get());
  }

  private static Optional<String> written(JsonRows.Row row, String property, RowNotes rows) {
    Optional<String> written = row.text(property);
    if (written.isEmpty()) {
      row.value(property)
          .ifPresent(
              value ->
                  rows.unread(
                      row,
                      property,
                      property + " is " + value.described() + ", not a number or a word"));
    }
    return written;
  }

  private static String noValue(String property, String written, String what) {
    return property + " " + Fault.quote(written) + " is no " + what + " of a service";
  }
}
