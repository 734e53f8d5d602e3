package dev.mabsplan.facts.tree;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A piece of a document, of JSON as of YAML, that knows where it was read. */
public sealed interface Node {

  /** Returns where it begins. */
  Source source();

  /** Returns what it is, in words for somebody who writes JSON. */
  String inJson();

  /** Returns what it is, in words for somebody who writes YAML. */
  String inYaml();

  /** Returns whether it is a single value of a kind. */
  default boolean is(Scalar.Kind kind) {
    return this instanceof Scalar scalar && scalar.kind() == kind;
  }

  /**
   * A named value.
   *
   * @param source where its name is
   */
  record Field(Source source, String name, Node value) {}

  /**
   * Named values, in the order of the document; one that says a name twice has it twice.
   *
   * @param source where it begins
   */
  record Mapping(Source source, List<Field> fields) implements Node {

    /** Returns one with nothing in it. */
    public static Mapping empty(Source source) {
      return new Mapping(source, List.of());
    }

    private @Nullable Field field(String name) {
      for (Field field : fields) {
        if (field.name().equals(name)) {
          return field;
        }
      }
      return null;
    }

    /** Returns the value of a name, or null. */
    public @Nullable Node get(String name) {
      Field field = field(name);
      return field == null ? null : field.value();
    }

    /** Returns the text under a name; nothing where there is none, or something else. */
    public Optional<String> text(String name) {
      return get(name) instanceof Scalar scalar && scalar.is(Scalar.Kind.TEXT)
          ? Optional.of(scalar.text())
          : Optional.empty();
    }

    /** Returns whether there is a value of a name. */
    public boolean has(String name) {
      return field(name) != null;
    }

    /** Returns where a name stands; where it does not, where the mapping begins. */
    public Source at(String name) {
      Field field = field(name);
      return field == null ? source : field.source();
    }

    /** Returns the names, in the order of the document. */
    public List<String> names() {
      return fields.stream().map(Field::name).toList();
    }

    /** Takes every name with its value, in the order of the document. */
    public void each(BiConsumer<String, Node> take) {
      fields.forEach(field -> take.accept(field.name(), field.value()));
    }

    /** Returns the mapping with a field, which takes the place of one of the same name. */
    public Mapping with(Field changed) {
      List<Field> all = new ArrayList<>(fields);
      Field before = field(changed.name());
      if (before == null) {
        all.add(changed);
      } else {
        all.set(all.indexOf(before), changed);
      }
      return new Mapping(source, all);
    }

    /** Returns the mapping without a name. */
    public Mapping without(String name) {
      return new Mapping(
          source, fields.stream().filter(field -> !field.name().equals(name)).toList());
    }

    @Override
    public String inJson() {
      return "an object";
    }

    @Override
    public String inYaml() {
      return "a mapping";
    }
  }

  /**
   * A list.
   *
   * @param source where it begins
   * @param items what is in it
   */
  record Items(Source source, List<Node> items) implements Node {
    @Override
    public String inJson() {
      return "a list";
    }

    @Override
    public String inYaml() {
      return "a list";
    }
  }

  /**
   * A single value.
   *
   * @param source where it begins
   * @param text the value as it is written, without quotes; empty for nothing
   * @param kind what it is in JSON
   */
  record Scalar(Source source, String text, Kind kind) implements Node {

    /** What a single value is in JSON. */
    public enum Kind {
      /** A string. */
      TEXT,
      /** A number, as written. */
      NUMBER,
      /** True or false. */
      BOOLEAN,
      /** Null, or nothing at all. */
      NOTHING
    }

    @Override
    public String inJson() {
      return switch (kind) {
        case TEXT -> Fault.quote(text);
        case NUMBER -> Fault.shorten(text);
        case BOOLEAN -> text.toLowerCase(Locale.ROOT);
        case NOTHING -> "null";
      };
    }

    @Override
    public String inYaml() {
      return text.isEmpty() ? "nothing" : "\"" + text + "\"";
    }
  }
}
