package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.InvalidFactsException;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.json.Json;
import dev.mabsplan.facts.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code ConvertTo-Json} writes of objects: a list, or a single object that is in none.
 *
 * @param rows the objects
 * @param damage what is wrong with the document; nothing where all of it was read
 */
record JsonRows(List<Row> rows, Optional<Fault> damage) {

  /** One object. */
  record Row(String file, Json.JsonObject object) {

    /** Returns where a property stands, or the object where it has none of that name. */
    Source source(String property) {
      return object.fields().stream()
          .filter(field -> field.name().equalsIgnoreCase(property))
          .findFirst()
          .map(field -> field.place().source(file))
          .orElse(object.place().source(file));
    }

    /** Returns a property by name, without case. */
    Optional<Json> value(String property) {
      return object.fields().stream()
          .filter(field -> field.name().equalsIgnoreCase(property))
          .map(Json.Field::value)
          .findFirst()
          .filter(value -> !(value instanceof Json.Null));
    }

    /** Returns a text or a number as text; nothing where there is neither. */
    Optional<String> text(String property) {
      return value(property)
          .flatMap(
              value ->
                  value instanceof Json.Text text
                      ? Optional.of(text.value())
                      : value instanceof Json.Numeral number
                          ? Optional.of(number.text())
                          : value instanceof Json.Truth truth
                              ? Optional.of(String.valueOf(truth.value()))
                              : value instanceof Json.JsonObject object
                                  ? enumeration(object)
                                  : Optional.empty());
    }

    /** What came over PowerShell remoting has its number and its word: {@code {value, Value}}. */
    private Optional<String> enumeration(Json.JsonObject object) {
      return object.fields().size() == 2
              && object.fields().stream().allMatch(field -> field.name().equalsIgnoreCase("value"))
          ? new Row(file, object).text("value")
          : Optional.empty();
    }

    /** Returns the names of the properties that have a value, in their order. */
    List<String> known() {
      return object.fields().stream()
          .filter(field -> !(field.value() instanceof Json.Null))
          .map(Json.Field::name)
          .toList();
    }

    /** Returns the items of a list, or the one that is in none; none where there is neither. */
    List<Json> items(String property) {
      return value(property).map(JsonRows::items).orElse(List.of());
    }

    /** Returns the objects among the items of a property. */
    List<Row> rows(String property) {
      return items(property).stream()
          .filter(Json.JsonObject.class::isInstance)
          .map(item -> new Row(file, (Json.JsonObject) item))
          .toList();
    }

    /**
     * Returns the texts of a list, or the one text that is in none; none where there is neither.
     */
    List<String> texts(String property) {
      return items(property).stream()
          .filter(Json.Text.class::isInstance)
          .map(item -> ((Json.Text) item).value())
          .toList();
    }

    /** Returns a whole number; nothing where there is none. */
    Optional<Long> number(String property) {
      return text(property).filter(text -> text.matches("-?\\d{1,18}")).map(Long::valueOf);
    }
  }

  /** Returns whether a file may be JSON. */
  static boolean mayBe(TextFile file) {
    return file.beginsWith("[{");
  }

  /** Reads a file; of one that is cut off or damaged, the objects that end before the damage. */
  static JsonRows read(TextFile file) {
    try {
      return new JsonRows(rows(file.name(), file.text()), Optional.empty());
    } catch (InvalidFactsException e) {
      Fault fault = e.faults().get(0);
      return new JsonRows(rowsBefore(fault, file), Optional.of(fault));
    }
  }

  /** Reads one row. */
  interface RowReader {
    void read(Row row, Notes notes, UnusedParts unused);
  }

  /** Reads row by row, and notes what is wrong with the document and what says nothing. */
  void each(TextFile file, Notes notes, RowReader reader) {
    UnusedParts unused = new UnusedParts();
    rows.forEach(row -> reader.read(row, notes, unused));
    noteDamage(file, notes);
    unused.note(notes);
  }

  /** Notes what is wrong with the document, if anything is. */
  void noteDamage(TextFile file, Notes notes) {
    damage.ifPresent(
        fault -> {
          Source source = fault.source();
          String what = new Fault(fault.expected(), fault.found(), null, null).message();
          notes.unread(
              source == null ? Source.of(file.name()) : source,
              what + "; nothing is read from here on");
        });
  }

  private static List<Row> rows(String file, String text) {
    List<Row> rows = new ArrayList<>();
    for (Json item : items(JsonReader.read(file, text))) {
      if (item instanceof Json.JsonObject object) {
        rows.add(new Row(file, object));
      }
    }
    return rows;
  }

  private static List<Json> items(Json json) {
    if (json instanceof Json.JsonArray list) {
      return list.items();
    }
    // PowerShell 5.1 writes a list that went through a variable as {"value": [...], "Count": n}
    if (json instanceof Json.JsonObject object
        && object.fields().size() == 2
        && object.fields().get(0).value() instanceof Json.JsonArray list
        && object.fields().get(0).name().equals("value")
        && object.fields().get(1).name().equals("Count")) {
      return list.items();
    }
    return List.of(json);
  }

  private static List<Row> rowsBefore(Fault fault, TextFile file) {
    Source source = fault.source();
    int end = source == null ? 0 : endOfLastRow(file.text(), source.line(), source.column());
    if (end == 0) {
      return List.of();
    }
    try {
      return rows(file.name(), file.text().substring(0, end) + "]");
    } catch (InvalidFactsException e) {
      // what stands before the damage is no list either: the one fault says all there is to say
      return List.of();
    }
  }

  /** Returns where the last object of a list ends before a line and column; 0 where none does. */
  private static int endOfLastRow(String text, int faultLine, int faultColumn) {
    int end = 0;
    int depth = 0;
    int line = 1;
    int column = 1;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      if (line > faultLine || (line == faultLine && column >= faultColumn)) {
        break;
      }
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
        column = 0;
      }
      column++;
      if (quoted && c == '\\') {
        i++;
        column++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '[' || c == '{')) {
        depth++;
      } else if (!quoted && (c == ']' || c == '}')) {
        depth--;
        end = c == '}' && depth == 1 ? i + 1 : end;
      }
    }
    return end;
  }

  /**
   * Returns whether some object has all these properties, going by the text where it is damaged.
   */
  static boolean have(TextFile file, String... properties) {
    // a large file of another format is not to be parsed once for each
    if (!mayBe(file) || !mentions(file, properties)) {
      return false;
    }
    JsonRows rows = read(file);
    if (rows.damage().isPresent()) {
      return Set.of(properties).stream()
          .allMatch(property -> file.text().contains("\"" + property + "\""));
    }
    return rows.rows().stream()
        .anyMatch(
            row -> {
              Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
              row.object().fields().forEach(field -> names.add(field.name()));
              return names.containsAll(List.of(properties));
            });
  }

  private static boolean mentions(TextFile file, String... properties) {
    return Stream.of(properties)
        .map(property -> Pattern.compile('"' + property + '"', Pattern.CASE_INSENSITIVE))
        .allMatch(property -> property.matcher(file.text()).find());
  }
}
