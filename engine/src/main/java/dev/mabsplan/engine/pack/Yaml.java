package dev.mabsplan.engine.pack;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Field;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import dev.mabsplan.facts.tree.Node.Scalar.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads YAML into a {@link Node}. */
public final class Yaml {

  private final String file;
  private final YAMLParser parser;

  private Yaml(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads a file.
   *
   * @throws NotYaml where it is no YAML, or says one thing twice
   */
  public static Node read(String file, String text) throws NotYaml {
    Source start = new Source(file, "", 1, 1);
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      return parser.nextToken() == null ? Mapping.empty(start) : new Yaml(file, parser).document();
    } catch (JsonProcessingException e) {
      throw new NotYaml(
          withoutExcerpts(e.getOriginalMessage()),
          e.getLocation() == null ? start : source(file, "", e.getLocation()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parser shows pieces of the text, indented, between what it was doing and what it met. */
  private static String withoutExcerpts(String message) {
    return message.lines().filter(line -> !line.startsWith(" ")).collect(Collectors.joining(": "));
  }

  private Node document() throws IOException, NotYaml {
    Node node = value("");
    if (parser.nextToken() != null) {
      throw new NotYaml("a second document in one file", here(""));
    }
    return node;
  }

  private Node value(String pointer) throws IOException, NotYaml {
    Source source = here(pointer);
    if (parser.isCurrentAlias()) {
      throw new NotYaml("\"*" + parser.getText() + "\", which stands for something else", source);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(source);
      case START_ARRAY -> items(source);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Scalar(source, parser.getText(), Kind.NUMBER);
      case VALUE_TRUE, VALUE_FALSE -> new Scalar(source, parser.getText(), Kind.BOOLEAN);
      case VALUE_NULL -> new Scalar(source, "", Kind.NOTHING);
      default -> new Scalar(source, parser.getText(), Kind.TEXT);
    };
  }

  private Mapping mapping(Source source) throws IOException, NotYaml {
    List<Field> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String below = source.pointer() + "/" + name;
      Source key = here(below);
      parser.nextToken();
      Node child = value(below);
      if (!names.add(name)) {
        throw new NotYaml("\"" + name + "\" stands here a second time", key);
      }
      fields.add(new Field(key, name, child));
    }
    return new Mapping(source, fields);
  }

  private Items items(Source source) throws IOException, NotYaml {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(source.pointer() + "/" + items.size()));
    }
    return new Items(source, items);
  }

  private Source here(String pointer) {
    return source(file, pointer, parser.currentTokenLocation());
  }

  private static Source source(String file, String pointer, JsonLocation location) {
    return new Source(file, pointer, location.getLineNr(), location.getColumnNr());
  }
}
