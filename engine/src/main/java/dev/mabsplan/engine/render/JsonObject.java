package dev.mabsplan.engine.render;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.mabsplan.engine.pack.Kebab;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A JSON object in the making. What is empty or absent is left out, unless it is asked for. */
final class JsonObject {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  JsonObject text(String name, Object value) {
    fields.put(name, Printable.of(value.toString()));
    return this;
  }

  JsonObject optional(String name, Optional<?> value) {
    value.ifPresent(present -> text(name, present));
    return this;
  }

  JsonObject textUnlessEmpty(String name, String value) {
    return value.isEmpty() ? this : text(name, value);
  }

  JsonObject word(String name, Enum<?> constant) {
    return text(name, Kebab.word(constant));
  }

  JsonObject number(String name, Number value) {
    fields.put(name, value);
    return this;
  }

  JsonObject flag(String name, boolean value) {
    fields.put(name, value);
    return this;
  }

  JsonObject object(String name, JsonObject value) {
    fields.put(name, value);
    return this;
  }

  JsonObject texts(String name, Collection<?> values) {
    return list(name, values, value -> Printable.of(value.toString()));
  }

  JsonObject numbers(String name, Collection<? extends Number> values) {
    return list(name, values, number -> number);
  }

  <T> JsonObject list(String name, Collection<T> values, Function<T, ?> part) {
    return values.isEmpty() ? this : listOrEmpty(name, values, part);
  }

  <T> JsonObject listOrEmpty(String name, Collection<T> values, Function<T, ?> part) {
    List<Object> parts = new ArrayList<>();
    values.forEach(value -> parts.add(part.apply(value)));
    fields.put(name, parts);
    return this;
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  /**
   * Returns it as a document with a line feed at its end: a line for each field, and for each part
   * of a list of objects.
   */
  String document() {
    StringBuilder json = new StringBuilder();
    String before = "{\n";
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      json.append(before);
      quote(field.getKey(), json);
      json.append(':');
      inLines(field.getValue(), json);
      before = ",\n";
    }
    return json.append(fields.isEmpty() ? "{\n\n}\n" : "\n}\n").toString();
  }

  /** Returns it on one line. */
  String oneLine() {
    StringBuilder json = new StringBuilder();
    line(this, json);
    return json.toString();
  }

  private static void inLines(Object value, StringBuilder json) {
    if (value instanceof List<?> list && holdsObject(list)) {
      String before = "[\n";
      for (Object part : list) {
        json.append(before);
        line(part, json);
        before = ",\n";
      }
      json.append("\n]");
    } else {
      line(value, json);
    }
  }

  private static boolean holdsObject(List<?> list) {
    for (Object part : list) {
      if (part instanceof JsonObject) {
        return true;
      }
    }
    return false;
  }

  private static void line(Object value, StringBuilder json) {
    if (value instanceof JsonObject object) {
      String before = "{";
      for (Map.Entry<String, Object> field : object.fields.entrySet()) {
        json.append(before);
        quote(field.getKey(), json);
        json.append(':');
        line(field.getValue(), json);
        before = ",";
      }
      json.append(object.fields.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      String before = "[";
      for (Object part : list) {
        json.append(before);
        line(part, json);
        before = ",";
      }
      json.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof String text) {
      quote(text, json);
    } else {
      json.append(value);
    }
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, json);
    json.append('"');
  }
}
