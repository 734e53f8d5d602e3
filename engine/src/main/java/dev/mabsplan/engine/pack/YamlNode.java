package dev.mabsplan.engine.pack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A piece of YAML that knows where it stands. */
public sealed interface YamlNode {

  /** Returns where it stands. */
  Source source();

  /** Returns what it is, in words. */
  String describe();

  /**
   * Named values.
   *
   * @param source where it stands
   * @param fields the values by name, in the order of the file
   * @param keys where each name stands
   */
  record Mapping(Source source, Map<String, YamlNode> fields, Map<String, Source> keys)
      implements YamlNode {
    @Override
    public String describe() {
      return "a mapping";
    }

    /** Returns a fault for every key that is none of those known. */
    public List<Fault> unknownKeys(String... known) {
      List<String> names = List.of(known);
      return keys.entrySet().stream()
          .filter(key -> !names.contains(key.getKey()))
          .map(
              key ->
                  new Fault(
                      "one of " + String.join(", ", names),
                      "\"" + key.getKey() + "\"",
                      key.getValue(),
                      Meant.hint(key.getKey(), names)))
          .toList();
    }
  }

  /**
   * A list.
   *
   * @param source where it stands
   * @param items what is in it
   */
  record Items(Source source, List<YamlNode> items) implements YamlNode {
    @Override
    public String describe() {
      return "a list";
    }
  }

  /**
   * A single value.
   *
   * @param source where it stands
   * @param text the value as it is written, without quotes; empty for nothing
   * @param kind what it is in JSON
   */
  record Scalar(Source source, String text, Kind kind) implements YamlNode {

    /** What a single value is in JSON. */
    public enum Kind {
      /** A string. */
      TEXT,
      /** A number. */
      NUMBER,
      /** True or false. */
      BOOLEAN,
      /** Null, or nothing at all. */
      NOTHING;

      static Kind of(JsonToken token) {
        return switch (token) {
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NUMBER;
          case VALUE_TRUE, VALUE_FALSE -> BOOLEAN;
          case VALUE_NULL -> NOTHING;
          default -> TEXT;
        };
      }
    }

    @Override
    public String describe() {
      return text.isEmpty() ? "nothing" : "\"" + text + "\"";
    }
  }

  /** What is wrong with a text that is no YAML, and where. */
  final class NotYaml extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Source source;

    NotYaml(String message, Source source) {
      super(message);
      this.source = source;
    }

    /** Returns where it is wrong. */
    public Source source() {
      return source;
    }
  }

  /**
   * Reads a file.
   *
   * @throws NotYaml where it is no YAML, or says one thing twice
   */
  static YamlNode read(String file, String text) throws NotYaml {
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        return new Mapping(new Source(file, "", 1, 1), Map.of(), Map.of());
      }
      YamlNode node = value(file, "", parser);
      if (parser.nextToken() != null) {
        throw new NotYaml("a second document in one file", here(file, "", parser));
      }
      return node;
    } catch (JsonProcessingException e) {
      Source source =
          e.getLocation() == null
              ? new Source(file, "", 1, 1)
              : new Source(file, "", e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw new NotYaml(withoutExcerpts(e.getOriginalMessage()), source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parser shows pieces of the text, indented, between what it was doing and what it met. */
  private static String withoutExcerpts(String message) {
    return message.lines().filter(line -> !line.startsWith(" ")).collect(Collectors.joining(": "));
  }

  private static YamlNode value(String file, String pointer, YAMLParser parser)
      throws IOException, NotYaml {
    Source source = here(file, pointer, parser);
    if (parser.isCurrentAlias()) {
      throw new NotYaml("\"*" + parser.getText() + "\", which stands for something else", source);
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, YamlNode> fields = new LinkedHashMap<>();
      Map<String, Source> keys = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        String below = pointer + "/" + name;
        Source key = here(file, below, parser);
        parser.nextToken();
        YamlNode child = value(file, below, parser);
        if (fields.put(name, child) != null) {
          throw new NotYaml("\"" + name + "\" stands here a second time", key);
        }
        keys.put(name, key);
      }
      return new Mapping(source, fields, keys);
    }
    if (token == JsonToken.START_ARRAY) {
      List<YamlNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(file, pointer + "/" + items.size(), parser));
      }
      return new Items(source, items);
    }
    Scalar.Kind kind = Scalar.Kind.of(token);
    String text = kind == Scalar.Kind.NOTHING ? "" : parser.getText();
    return new Scalar(source, text, kind);
  }

  private static Source here(String file, String pointer, JsonParser parser) {
    return new Source(
        file,
        pointer,
        parser.currentTokenLocation().getLineNr(),
        parser.currentTokenLocation().getColumnNr());
  }
}
