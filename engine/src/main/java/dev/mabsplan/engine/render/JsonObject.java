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
    List<String> parts = new ArrayList<>();
    fields.forEach((name, value) -> parts.add(quoted(name) + ":" + inLines(value)));
    return "{\n" + String.join(",\n", parts) + "\n}\n";
  }

  /** Returns it on one line. */
  String oneLine() {
    return line(this);
  }

  private static String inLines(Object value) {
    return value instanceof List<?> list && list.stream().anyMatch(JsonObject.class::isInstance)
        ? "[\n" + String.join(",\n", list.stream().map(JsonObject::line).toList()) + "\n]"
        : line(value);
  }

  private static String line(Object value) {
    if (value instanceof JsonObject object) {
      List<String> parts = new ArrayList<>();
      object.fields.forEach((name, part) -> parts.add(quoted(name) + ":" + line(part)));
      return "{" + String.join(",", parts) + "}";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(",", list.stream().map(JsonObject::line).toList()) + "]";
    }
    return value instanceof String text ? quoted(text) : value.toString();
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
