package dev.mabsplan.facts.tree;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.mabsplan.facts.tree.Node.Field;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object in the making, and the one place that writes JSON. What is empty or absent is left
 * out where it is said so.
 */
public final class JsonObject {

  private static final String INDENT = "  ";

  /** Characters that there is room for from the beginning: a plan has some thousands. */
  private static final int ROOM = 4096;

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /** Returns a tree as it was read, without where. */
  public static JsonObject of(Mapping tree) {
    JsonObject object = new JsonObject();
    for (Field field : tree.fields()) {
      object.fields.put(field.name(), value(field.value()));
    }
    return object;
  }

  private static @Nullable Object value(Node node) {
    if (node instanceof Mapping map) {
      return of(map);
    }
    if (node instanceof Items list) {
      return list.items().stream().map(JsonObject::value).toList();
    }
    Scalar scalar = (Scalar) node;
    return switch (scalar.kind()) {
      case TEXT -> scalar.text();
      case NUMBER -> new BigDecimal(scalar.text());
      case BOOLEAN -> Boolean.valueOf(scalar.text());
      case NOTHING -> null;
    };
  }

  /** Adds a text. */
  public JsonObject text(String name, Object value) {
    fields.put(name, value.toString());
    return this;
  }

  /** Adds a text where there is one. */
  public JsonObject optional(String name, Optional<?> value) {
    value.ifPresent(present -> text(name, present));
    return this;
  }

  /** Adds a text where there is one that is not empty. */
  public JsonObject textUnlessEmpty(String name, @Nullable String value) {
    return value == null || value.isEmpty() ? this : text(name, value);
  }

  /** Adds a number. */
  public JsonObject number(String name, Number value) {
    fields.put(name, value);
    return this;
  }

  /** Adds true or false. */
  public JsonObject flag(String name, boolean value) {
    fields.put(name, value);
    return this;
  }

  /** Adds an object. */
  public JsonObject object(String name, JsonObject value) {
    fields.put(name, value);
    return this;
  }

  /** Adds the fields of another. */
  public JsonObject all(JsonObject other) {
    fields.putAll(other.fields);
    return this;
  }

  /** Adds a list of texts where there are any. */
  public JsonObject texts(String name, Collection<?> values) {
    return list(name, values, Object::toString);
  }

  /** Adds a list of texts, empty as it may be. */
  public JsonObject textsOrEmpty(String name, Collection<?> values) {
    return listOrEmpty(name, values, Object::toString);
  }

  /** Adds a list of numbers where there are any. */
  public JsonObject numbers(String name, Collection<? extends Number> values) {
    return list(name, values, number -> number);
  }

  /**
   * Adds a list where there is anything in it.
   *
   * @param part makes a text, a number, true or false, or an object of each
   */
  public <T> JsonObject list(String name, Collection<T> values, Function<? super T, ?> part) {
    return values.isEmpty() ? this : listOrEmpty(name, values, part);
  }

  /**
   * Adds a list, empty as it may be.
   *
   * @param part makes a text, a number, true or false, or an object of each
   */
  public <T> JsonObject listOrEmpty(
      String name, Collection<T> values, Function<? super T, ?> part) {
    List<Object> parts = new ArrayList<>(values.size());
    for (T value : values) {
      parts.add(part.apply(value));
    }
    fields.put(name, parts);
    return this;
  }

  /** Returns whether there is nothing in it. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** Returns it on one line, without a line feed. */
  public String oneLine() {
    return oneLine(UnaryOperator.identity());
  }

  /**
   * Returns it on one line, without a line feed.
   *
   * @param said what becomes of each text
   */
  public String oneLine(UnaryOperator<String> said) {
    StringBuilder json = new StringBuilder(ROOM);
    new Line(json, said).add(this);
    return json.toString();
  }

  /**
   * Returns it with a line for each field, and for each part of a list of objects; a line feed at
   * its end.
   *
   * @param said what becomes of each text
   */
  public String inLines(UnaryOperator<String> said) {
    StringBuilder json = new StringBuilder(ROOM);
    Line line = new Line(json, said);
    String before = "{\n";
    for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
      json.append(before);
      line.quote(field.getKey());
      json.append(':');
      if (field.getValue() instanceof List<?> list
          && list.stream().anyMatch(JsonObject.class::isInstance)) {
        line.add(list, "[\n", ",\n", "\n]");
      } else {
        line.add(field.getValue());
      }
      before = ",\n";
    }
    return json.append(fields.isEmpty() ? "{\n\n}\n" : "\n}\n").toString();
  }

  /** Returns it indented by two, with a line feed at its end: a line for each value. */
  public String indented() {
    StringBuilder json = new StringBuilder();
    new Indented(json).add(this);
    return json.append('\n').toString();
  }

  /** Writes on one line. */
  private static class Line {

    final StringBuilder json;
    private final UnaryOperator<String> said;

    Line(StringBuilder json, UnaryOperator<String> said) {
      this.json = json;
      this.said = said;
    }

    void add(@Nullable Object value) {
      if (value instanceof JsonObject object) {
        add(object.fields);
      } else if (value instanceof List<?> list) {
        add(list, "[", ",", "]");
      } else if (value instanceof String text) {
        quote(said.apply(text));
      } else {
        json.append(value);
      }
    }

    void add(Map<String, @Nullable Object> fields) {
      String before = "{";
      for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
        json.append(before);
        quote(field.getKey());
        json.append(':');
        add(field.getValue());
        before = ",";
      }
      json.append(fields.isEmpty() ? "{}" : "}");
    }

    void add(List<?> list, String opening, String between, String closing) {
      if (list.isEmpty()) {
        json.append("[]");
        return;
      }
      String before = opening;
      for (Object part : list) {
        json.append(before);
        add(part);
        before = between;
      }
      json.append(closing);
    }

    void quote(String text) {
      json.append('"');
      int written = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < ' ' || c == '"' || c == '\\') {
          // a piece at a time, which costs a fraction of letter by letter
          json.append(text.substring(written, i));
          JsonStringEncoder.getInstance().quoteAsString(String.valueOf(c), json);
          written = i + 1;
        }
      }
      json.append(written == 0 ? text : text.substring(written)).append('"');
    }
  }

  /** Writes a line for each value. */
  private static final class Indented extends Line {

    private String margin = "\n";

    Indented(StringBuilder json) {
      super(json, UnaryOperator.identity());
    }

    @Override
    void add(Map<String, @Nullable Object> fields) {
      String outer = margin;
      margin += INDENT;
      String before = "{";
      for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
        json.append(before).append(margin);
        quote(field.getKey());
        json.append(": ");
        add(field.getValue());
        before = ",";
      }
      margin = outer;
      json.append(fields.isEmpty() ? "{}" : margin + "}");
    }

    @Override
    void add(List<?> list, String opening, String between, String closing) {
      String outer = margin;
      margin += INDENT;
      super.add(list, opening + margin, between + margin, outer + closing);
      margin = outer;
    }
  }
}
