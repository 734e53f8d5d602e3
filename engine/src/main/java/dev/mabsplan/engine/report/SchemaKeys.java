package dev.mabsplan.engine.report;

import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.tree.JsonReader;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what each key of a document means, as its JSON Schema does. */
public final class SchemaKeys {

  /** Stands in a path for a name that the author of a document gives. */
  private static final String NAME = "NAME";

  private static final String OF_A_LIST = "[]";
  private static final String OF_FACTS = "facts.schema.json";
  private static final List<String> ALTERNATIVES = List.of("anyOf", "oneOf", "allOf");

  /**
   * A key.
   *
   * @param path the keys above it and its own, such as {@code remedies.NAME.undo}
   * @param about what it means
   * @param value what it can be
   * @param required whether what is above it has it always
   */
  public record Key(String path, String about, String value, boolean required) {

    /** Returns whether somebody means it who writes the end of its path, or a name for NAME. */
    boolean isMeant(String written) {
      String[] own = parts(path);
      String[] asked = parts(written);
      if (asked.length == 0 || asked.length > own.length) {
        return false;
      }
      for (int i = 1; i <= asked.length; i++) {
        String part = own[own.length - i];
        if (!part.equals(asked[asked.length - i]) && (i == 1 || !part.equals(NAME))) {
          return false;
        }
      }
      return true;
    }

    private static String[] parts(String path) {
      return path.replace(OF_A_LIST, "").split("\\.");
    }

    /** Returns its own name. */
    String name() {
      String[] parts = parts(path);
      return parts[parts.length - 1];
    }
  }

  /** The schema that is being read, to which what it refers to belongs. */
  private Mapping root;

  private boolean inFacts;
  private final Mapping facts;
  private final Map<String, Key> keys = new LinkedHashMap<>();

  /** Definitions that lead to where it is being read, none of which is read within itself. */
  private final Deque<String> within = new ArrayDeque<>();

  private SchemaKeys(Mapping root, Mapping facts) {
    this.root = root;
    this.facts = facts;
  }

  /** Returns the keys of a schema, in its order. */
  public static List<Key> of(String schema) {
    SchemaKeys keys = new SchemaKeys(read(schema), read(FactsDocument.schema()));
    keys.below("", keys.root);
    return List.copyOf(keys.keys.values());
  }

  private static Mapping read(String schema) {
    if (JsonReader.read("schema", schema) instanceof Mapping root) {
      return root;
    }
    throw new IllegalArgumentException("a schema is an object");
  }

  /** Returns those that somebody means who writes a key, or the end of its path. */
  static List<Key> meant(List<Key> keys, String written) {
    return keys.stream().filter(key -> key.isMeant(written)).toList();
  }

  /** Adds what can stand in a value. */
  private void below(String path, Mapping schema) {
    if (schema.get("properties") instanceof Mapping properties) {
      Set<String> required = Set.copyOf(texts(schema.get("required")));
      properties.each(
          (name, node) -> {
            if (node instanceof Mapping value) {
              add(joined(path, name), value, required.contains(name));
            }
          });
    }
    if (schema.get("additionalProperties") instanceof Mapping each) {
      below(joined(path, NAME), each);
    }
    if (schema.get("items") instanceof Mapping item) {
      below(path + OF_A_LIST, item);
    }
    for (String way : ALTERNATIVES) {
      alternatives(schema, way).forEach(one -> below(path, one));
    }
    schema
        .text("$ref")
        .ifPresent(
            name ->
                named(
                    name,
                    definition -> {
                      below(path, definition);
                      return definition;
                    }));
  }

  private void add(String path, Mapping value, boolean required) {
    keys.putIfAbsent(
        path, new Key(path, about(value).orElse(""), String.join(" or ", values(value)), required));
    below(path, value);
  }

  private static String joined(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** What is said of a key where it stands, or of everything of its kind. */
  private Optional<String> about(Mapping schema) {
    return schema
        .text("description")
        .or(() -> schema.text("$ref").flatMap(name -> named(name, this::about)).flatMap(o -> o))
        .or(() -> schema.get("items") instanceof Mapping item ? about(item) : Optional.empty());
  }

  private Set<String> values(Mapping schema) {
    Set<String> values = new LinkedHashSet<>();
    if (schema.get("enum") instanceof Items words) {
      values.add("one of " + String.join(", ", texts(words)));
    } else if (schema.has("const")) {
      values.add(schema.text("const").orElse("nothing"));
    } else {
      types(schema).forEach(type -> values.add(value(type, schema)));
    }
    for (String way : ALTERNATIVES) {
      alternatives(schema, way).forEach(one -> values.addAll(values(one)));
    }
    schema.text("$ref").flatMap(name -> named(name, this::values)).ifPresent(values::addAll);
    values.remove("nothing");
    return values;
  }

  private static List<String> types(Mapping schema) {
    Node type = schema.get("type");
    return type instanceof Scalar one ? List.of(one.text()) : texts(type);
  }

  private String value(String type, Mapping schema) {
    return switch (type) {
      case "string" -> "text";
      case "integer" -> "whole number";
      case "boolean" -> "true or false";
      case "null" -> "nothing";
      case "array" ->
          schema.get("items") instanceof Mapping item && !values(item).isEmpty()
              ? "a list of " + values(item).stream().collect(Collectors.joining(" or "))
              : "a list";
      case "object" -> "keys with values";
      default -> type;
    };
  }

  private static List<Mapping> alternatives(Mapping schema, String way) {
    List<Mapping> all = new ArrayList<>();
    if (schema.get(way) instanceof Items items) {
      for (Node item : items.items()) {
        if (item instanceof Mapping one) {
          all.add(one);
        }
      }
    }
    return all;
  }

  private static List<String> texts(@Nullable Node node) {
    return node instanceof Items items
        ? items.items().stream()
            .filter(Scalar.class::isInstance)
            .map(item -> ((Scalar) item).text())
            .toList()
        : List.of();
  }

  /** Reads what a reference names, in the schema that it belongs to; nothing within itself. */
  private <T> Optional<T> named(String reference, Function<Mapping, T> read) {
    Mapping before = root;
    boolean wasInFacts = inFacts;
    if (reference.startsWith(OF_FACTS)) {
      root = facts;
      inFacts = true;
    }
    String pointer = reference.substring(reference.indexOf('#') + 1);
    String whole = (inFacts ? OF_FACTS : "") + pointer;
    Optional<T> found = Optional.empty();
    if (!within.contains(whole)) {
      within.push(whole);
      found = at(pointer).map(read);
      within.pop();
    }
    root = before;
    inFacts = wasInFacts;
    return found;
  }

  private Optional<Mapping> at(String pointer) {
    @Nullable Node node = root;
    for (String name : pointer.substring(1).split("/", -1)) {
      node = node instanceof Mapping map ? map.get(name) : null;
    }
    return node instanceof Mapping found ? Optional.of(found) : Optional.empty();
  }
}
