package dev.mabsplan.facts.windows.software;

import static dev.mabsplan.facts.format.RowFormat.key;

import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.format.Column;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFact;
import dev.mabsplan.facts.format.RowNotes;
import dev.mabsplan.facts.format.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What rows that each are a service have in common. */
final class ServiceRows {

  /** The columns by which a service names its server. */
  static final List<String> NAMING =
      List.of("SystemName", "MachineName", "ComputerName", "Computer");

  private ServiceRows() {}

  /** Returns the name of the service that a row is of. */
  static Optional<String> name(Row row) {
    return row.text("Name")
        .or(() -> row.text("ServiceName"))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty));
  }

  /**
   * A service.
   *
   * @param state the column that says what it is doing
   * @param startTypes the columns that say how it is started, the better first
   */
  static RowFact<Service> service(String state, String... startTypes) {
    return key(
            Column.of("Name", ServiceRows::name).orUnread("a service without its name"),
            Service::of)
        .set(word(ServiceWords.STATES, "state", state), Service::withState)
        .set(word(ServiceWords.START_TYPES, "start type", startTypes), Service::withStartType);
  }

  private static <V> Column<V> word(Words<V> words, String what, String... columns) {
    return new Column<>(
        columns[0],
        (row, rows) ->
            Stream.of(columns)
                .filter(column -> row.value(column).isPresent())
                .findFirst()
                .flatMap(column -> word(words, what, column, row, rows)));
  }

  private static <V> Optional<V> word(
      Words<V> words, String what, String column, Row row, RowNotes rows) {
    String written = row.text(column).orElse("");
    if (row.text(column).isEmpty()) {
      String found = row.value(column).orElseThrow().inJson();
      rows.unread(row, column, column + " is " + found + ", not a number or a word");
    } else if (!words.has(written)) {
      rows.unread(
          row, column, column + " " + Fault.quote(written) + " is no " + what + " of a service");
    } else if (words.meaning(written).isEmpty()) {
      rows.unused(row, column, "no fact has the " + what + " " + written.strip());
    }
    return words.meaning(written);
  }
}
