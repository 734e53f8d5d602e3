package dev.mabsplan.facts.format;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.JsonReader;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import dev.mabsplan.facts.tree.Node.Scalar.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code ConvertTo-Json} writes of objects: a list, or a single object that is in none. */
public final class JsonRows {

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  private final List<Row> rows;
  private final Optional<Fault> damage;

  /** Which names of properties go together; rows of a kind have the same. */
  private final Set<Set<String>> names;

  private JsonRows(List<Row> rows, Optional<Fault> damage) {
    this.rows = rows;
    this.damage = damage;
    this.names = names(rows);
  }

  private static Set<Set<String>> names(List<Row> rows) {
    Set<List<String>> different = new LinkedHashSet<>();
    rows.forEach(
        row -> different.add(row.object().fields().stream().map(Node.Field::name).toList()));
    Set<Set<String>> names = new LinkedHashSet<>();
    different.forEach(
        written -> names.add(written.stream().map(JsonRows::folded).collect(toUnmodifiableSet())));
    return names;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Returns the objects. */
  public List<Row> rows() {
    return rows;
  }

  /** Returns what is wrong with the document; nothing where all of it was read. */
  public Optional<Fault> damage() {
    return damage;
  }

  /** One object. */
  public record Row(Mapping object) {

    /** Returns where a property stands, or the object where it has none of that name. */
    public Source source(String property) {
      return object.fields().stream()
          .filter(field -> field.name().equalsIgnoreCase(property))
          .findFirst()
          .map(Node.Field::source)
          .orElse(object.source());
    }

    /** Returns a property by name, without case. */
    public Optional<Node> value(String property) {
      return object.fields().stream()
          .filter(field -> field.name().equalsIgnoreCase(property))
          .map(Node.Field::value)
          .findFirst()
          .filter(value -> !value.is(Kind.NOTHING));
    }

    /** Returns true or false, as JSON or as a word; nothing where there is neither. */
    public Optional<Boolean> truth(String property) {
      return text(property)
          .filter(text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))
          .map(Boolean::valueOf);
    }

    /** Returns a text or a number as text; nothing where there is neither. */
    public Optional<String> text(String property) {
      return value(property)
          .flatMap(
              value ->
                  value instanceof Scalar scalar
                      ? Optional.of(scalar.text())
                      : value instanceof Mapping object ? enumeration(object) : Optional.empty());
    }

    /** What came over PowerShell remoting has its number and its word: {@code {value, Value}}. */
    private Optional<String> enumeration(Mapping object) {
      return object.fields().size() == 2
              && object.fields().stream().allMatch(field -> field.name().equalsIgnoreCase("value"))
          ? new Row(object).text("value")
          : Optional.empty();
    }

    /** Returns the names of the properties that have a value, in their order. */
    public List<String> known() {
      return object.fields().stream()
          .filter(field -> !field.value().is(Kind.NOTHING))
          .map(Node.Field::name)
          .toList();
    }

    /** Returns the items of a list, or the one that is in none; none where there is neither. */
    public List<Node> items(String property) {
      return value(property).map(JsonRows::items).orElse(List.of());
    }

    /** Returns the object that a property holds. */
    public Optional<Row> object(String property) {
      return value(property)
          .filter(Mapping.class::isInstance)
          .map(value -> new Row((Mapping) value));
    }

    /** Returns the objects among the items of a property. */
    public List<Row> rows(String property) {
      return items(property).stream()
          .filter(Mapping.class::isInstance)
          .map(item -> new Row((Mapping) item))
          .toList();
    }

    /**
     * Returns the texts of a list, or the one text that is in none; none where there is neither.
     */
    public List<String> texts(String property) {
      return items(property).stream()
          .filter(item -> item.is(Kind.TEXT))
          .map(item -> ((Scalar) item).text())
          .toList();
    }

    /** Returns a whole number; nothing where there is none. */
    public Optional<Long> number(String property) {
      return text(property).filter(text -> WHOLE.matcher(text).matches()).map(Long::valueOf);
    }
  }

  /** Returns whether a file may be JSON. */
  public static boolean mayBe(TextFile file) {
    return file.beginsWith("[{");
  }

  /** Parses a file; of one that is cut off or damaged, the objects that end before the damage. */
  static JsonRows parsed(TextFile file) {
    JsonReader.AsFarAsRead json =
        JsonReader.readAsFarAsPossible(file.name(), file.text(), file.linesAbove());
    List<Row> rows = new ArrayList<>();
    Stream.concat(
            json.documents().stream().flatMap(document -> items(document).stream()),
            json.items().stream())
        .forEach(
            item -> {
              if (item instanceof Mapping object) {
                rows.add(new Row(object));
              }
            });
    return new JsonRows(List.copyOf(rows), json.damage());
  }

  /** Notes what is wrong with the document, if anything is; what was found may be a secret. */
  public void noteDamage(TextFile file, Notes notes) {
    damage.ifPresent(
        fault -> {
          Source source = fault.source();
          notes.unread(
              source == null ? Source.of(file.name()) : source,
              (fault.found().equals(JsonReader.END) ? "the JSON is cut off" : "the JSON is damaged")
                  + ": expected "
                  + fault.expected()
                  + (rows.isEmpty()
                      ? "; nothing of it is read"
                      : "; nothing is read from here on"));
        });
  }

  private static List<Node> items(Node json) {
    if (json instanceof Items list) {
      return list.items();
    }
    // PowerShell 5.1 writes a list that went through a variable as {"value": [...], "Count": n}
    if (json instanceof Mapping object
        && object.fields().size() == 2
        && object.fields().get(0).value() instanceof Items list
        && object.fields().get(0).name().equals("value")
        && object.fields().get(1).name().equals("Count")) {
      return list.items();
    }
    return List.of(json);
  }

  /**
   * Returns whether some object has all these properties, going by the text where it is damaged.
   */
  public static boolean have(TextFile file, String... properties) {
    if (!mayBe(file)) {
      return false;
    }
    JsonRows rows = file.rows();
    if (rows.damage().isPresent()) {
      return Set.of(properties).stream()
          .allMatch(property -> file.text().contains("\"" + property + "\""));
    }
    List<String> wanted = Stream.of(properties).map(JsonRows::folded).toList();
    return rows.names.stream().anyMatch(of -> of.containsAll(wanted));
  }
}
