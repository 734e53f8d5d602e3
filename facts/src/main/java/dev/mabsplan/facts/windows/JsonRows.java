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
                              : Optional.empty());
    }

    /**
     * Returns the texts of a list, or the one text that is in none; none where there is neither.
     */
    List<String> texts(String property) {
      List<String> texts = new ArrayList<>();
      value(property)
          .ifPresent(
              value -> {
                List<Json> items =
                    value instanceof Json.JsonArray list ? list.items() : List.of(value);
                for (Json item : items) {
                  if (item instanceof Json.Text text) {
                    texts.add(text.value());
                  }
                }
              });
      return texts;
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

  /** Reads a file; of one that is cut off or damaged, nothing but that it is. */
  static JsonRows read(TextFile file) {
    try {
      Json json = JsonReader.read(file.name(), file.text());
      List<Json> items = json instanceof Json.JsonArray list ? list.items() : List.of(json);
      List<Row> rows = new ArrayList<>();
      for (Json item : items) {
        if (item instanceof Json.JsonObject object) {
          rows.add(new Row(file.name(), object));
        }
      }
      return new JsonRows(rows, Optional.empty());
    } catch (InvalidFactsException e) {
      return new JsonRows(List.of(), Optional.of(e.faults().get(0)));
    }
  }

  /**
   * Returns whether some object has all these properties, going by the text where it is damaged.
   */
  static boolean have(TextFile file, String... properties) {
    if (!mayBe(file)) {
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
}
