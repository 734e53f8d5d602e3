package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.json.Json;
import dev.mabsplan.facts.windows.JsonRows.Row;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The rows of one file of JSON, and what is noted of them; each row may say whose it is. */
final class RowNotes {

  private final List<Row> rows;
  private final Notes notes;
  private final CountedRemarks tally = new CountedRemarks();
  private final boolean ofOneServer;
  private final boolean whole;

  private RowNotes(List<Row> rows, Notes notes, boolean ofOneServer, boolean whole) {
    this.rows = rows;
    this.notes = notes;
    this.ofOneServer = ofOneServer;
    this.whole = whole;
  }

  /** Reads a file, and notes where it is damaged and which server it is of. */
  static RowNotes of(TextFile file, Notes notes) {
    JsonRows json = JsonRows.read(file);
    json.damage().ifPresent(fault -> noteDamage(file, fault, notes));
    List<Optional<String>> computers =
        json.rows().stream().map(RowNotes::computer).distinct().toList();
    if (computers.size() == 1) {
      computers
          .get(0)
          .ifPresent(
              name -> notes.host(name, json.rows().get(0).object().place().source(file.name())));
    }
    return new RowNotes(json.rows(), notes, computers.size() <= 1, json.damage().isEmpty());
  }

  /** What was found is not said: it could be part of a secret. */
  private static void noteDamage(TextFile file, Fault fault, Notes notes) {
    Source source = Objects.requireNonNullElse(fault.source(), Source.of(file.name()));
    notes.unread(source, "the JSON is damaged: expected " + fault.expected());
  }

  /** Objects that come from another computer say so, and those of CIM name theirs in any case. */
  private static Optional<String> computer(Row row) {
    return row.text("PSComputerName")
        .or(
            () ->
                row.value("CimSystemProperties")
                    .filter(Json.JsonObject.class::isInstance)
                    .map(value -> new Row(row.file(), (Json.JsonObject) value))
                    .flatMap(properties -> properties.text("ServerName")))
        .map(String::strip)
        .filter(
            name -> !name.isEmpty() && !name.equals(".") && !name.equalsIgnoreCase("localhost"));
  }

  List<Row> rows() {
    return rows;
  }

  /** Returns whether all rows are of the one server that the file is of. */
  boolean ofOneServer() {
    return ofOneServer;
  }

  /** Returns whether a row has a property, known or null. */
  boolean has(Row row, String property) {
    return row.object().fields().stream()
        .anyMatch(field -> field.name().equalsIgnoreCase(property));
  }

  /** Returns whether all rows could be read: of a damaged file others may follow. */
  boolean whole() {
    return whole;
  }

  /** Returns the server that a row says it is of, where not all rows are of the same. */
  Optional<String> server(Row row) {
    return ofOneServer ? Optional.empty() : computer(row);
  }

  /** Notes a fact that was read from a property. */
  void fact(Row row, String property, Function<String, Fact> of) {
    Optional<String> computer = server(row);
    if (computer.isPresent()) {
      notes.fact(computer.get(), row.source(property), of);
    } else {
      notes.fact(row.source(property), of);
    }
  }

  void unread(Row row, String property, String why) {
    tally.unread(row.source(property), why);
  }

  void unused(Row row, String property, String what) {
    tally.unused(row.source(property), what);
  }

  /** Returns a name or path; nothing where it is unknown, and a remark where it is none. */
  Optional<String> name(Row row, String property) {
    Optional<String> name = row.text(property).map(String::strip).filter(RowNotes::isName);
    if (name.isEmpty()) {
      unread(row, property, property + " is no name");
    }
    return name;
  }

  /** Returns whether a text can be the name of something, or a path. */
  static boolean isName(String text) {
    return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
  }

  /** Returns a number of bytes; nothing where it is unknown, and a remark where it is none. */
  Optional<Long> bytes(Row row, String property) {
    Optional<Long> bytes = row.number(property).filter(number -> number >= 0);
    if (bytes.isEmpty() && row.value(property).isPresent()) {
      unread(row, property, property + " is no number of bytes");
    }
    return bytes;
  }

  /** Writes the remarks. */
  void finish() {
    tally.into(notes);
  }
}
