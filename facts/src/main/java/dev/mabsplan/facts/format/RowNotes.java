package dev.mabsplan.facts.format;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.KnownNames;
import dev.mabsplan.facts.format.JsonRows.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rows of one file of JSON, and what is noted of them; each row may say whose it is. */
public final class RowNotes {

  private static final Pattern SERVER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,254}");

  private final List<Row> rows;
  private final Notes notes;
  private final CountedRemarks tally = new CountedRemarks();
  private final boolean ofOneServer;
  private final boolean whole;
  private final List<String> naming;

  private RowNotes(JsonRows json, Notes notes, List<String> naming) {
    this.rows = json.rows();
    this.notes = notes;
    this.naming = naming;
    this.whole = json.damage().isEmpty();
    this.ofOneServer = rows.stream().map(this::server).distinct().count() <= 1;
  }

  /** Reads a file, and notes where it is damaged and which server it is of. */
  public static RowNotes of(TextFile file, Notes notes) {
    return of(file, notes, List.of());
  }

  /**
   * Reads a file, and notes where it is damaged and which server it is of.
   *
   * @param naming the properties that name a row's server, besides those that PowerShell adds
   */
  public static RowNotes of(TextFile file, Notes notes, List<String> naming) {
    JsonRows json = file.rows();
    json.noteDamage(file, notes);
    RowNotes all = new RowNotes(json, notes, naming);
    if (all.ofOneServer) {
      all.rows.stream().findFirst().flatMap(all::host).ifPresent(notes::host);
    }
    return all;
  }

  /**
   * What the server says of itself goes before what it was asked by, which can be an address.
   * Objects that come from another computer say so, and those of CIM name theirs in any case.
   */
  private Optional<Notes.NotedHost> host(Row row) {
    return Stream.concat(naming.stream(), Stream.of("PSComputerName"))
        .flatMap(property -> host(row, property).stream())
        .findFirst()
        .or(() -> row.object("CimSystemProperties").flatMap(cim -> host(cim, "ServerName")));
  }

  private static Optional<Notes.NotedHost> host(Row row, String property) {
    return row.text(property)
        .map(String::strip)
        .filter(name -> SERVER.matcher(name).matches() && !name.equalsIgnoreCase("localhost"))
        .map(name -> new Notes.NotedHost(name, Optional.empty(), row.source(property)));
  }

  /** Returns the server that a row says it is of. */
  public Optional<String> server(Row row) {
    return host(row).map(Notes.NotedHost::name);
  }

  /** Returns what names in native output stand for. */
  public KnownNames names() {
    return notes.names();
  }

  /** Returns the rows. */
  public List<Row> rows() {
    return rows;
  }

  /** Returns whether all rows are of the one server that the file is of. */
  public boolean ofOneServer() {
    return ofOneServer;
  }

  /** Returns whether a row has a property, known or null. */
  public boolean has(Row row, String property) {
    return row.object().fields().stream()
        .anyMatch(field -> field.name().equalsIgnoreCase(property));
  }

  /** Returns whether all rows could be read: of a damaged file others may follow. */
  public boolean whole() {
    return whole;
  }

  /** Notes a fact that was read from a property. */
  public void fact(Row row, String property, Function<String, Fact> of) {
    fact(Optional.empty(), row, property, of);
  }

  /** Notes a fact that was read from a property, of a server that the row names by itself. */
  void fact(Optional<String> named, Row row, String property, Function<String, Fact> of) {
    Optional<String> server = ofOneServer ? Optional.empty() : server(row);
    notes.fact(named.or(() -> server), row.source(property), of);
  }

  /** Counts a row that could not be read. */
  public void unread(Row row, String property, String why) {
    tally.unread(row.source(property), why);
  }

  /** Counts a row that says nothing that is a fact. */
  public void unused(Row row, String property, String what) {
    tally.unused(row.source(property), what);
  }

  /** Returns a name or path; nothing where it is unknown, and a remark where it is none. */
  public Optional<String> name(Row row, String property) {
    Optional<String> name = row.text(property).map(String::strip).filter(RowNotes::isName);
    if (name.isEmpty()) {
      unread(row, property, property + " is no name");
    }
    return name;
  }

  /** Returns whether a text can be the name of something, or a path. */
  public static boolean isName(String text) {
    return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
  }

  /** Returns a number of bytes; nothing where it is unknown, and a remark where it is none. */
  public Optional<Long> bytes(Row row, String property) {
    Optional<Long> bytes = row.number(property).filter(number -> number >= 0);
    if (bytes.isEmpty() && row.value(property).isPresent()) {
      unread(row, property, property + " is no number of bytes");
    }
    return bytes;
  }

  /** Writes the remarks. */
  public void finish() {
    tally.into(notes);
  }
}
