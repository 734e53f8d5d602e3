package dev.mabsplan.facts.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.shape.RecordShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The schema is what the records say. {@code -Dgolden.update=true} writes it anew: what a record or
 * a component is comes from its type, and what it means from its Javadoc where the schema does not
 * say it yet.
 */
class FactsSchemaTextTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/mabsplan/facts");
  private static final Path FILE =
      Path.of("src/main/resources/dev/mabsplan/facts/facts.schema.json");

  private final ObjectNode schema = (ObjectNode) new ObjectMapper().readTree(read(FILE));
  private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();
  private final Set<Class<?>> enums = new LinkedHashSet<>();

  FactsSchemaTextTest() throws IOException {}

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theSchemaIsWhatTheRecordsSay() throws IOException {
    String text = SchemaText.of(generated());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, text);
    }
    assertEquals(text, read(FILE));
  }

  private JsonNode generated() {
    definitions.set("server", server());
    for (Class<? extends Record> type : List.of(ReportedError.class, Attempt.class)) {
      definitions.set(name(type), definition(type));
    }
    for (FactKind kind : FactKind.values()) {
      definitions.set(name(kind.type()), definition(kind.type()));
    }
    TreeMap<String, JsonNode> words = new TreeMap<>();
    enums.forEach(type -> words.put(name(type), words(type)));
    words.forEach(definitions::set);
    for (String shared : List.of("time", "version")) {
      definitions.set(shared, schema.at("/$defs/" + shared));
    }
    return schema.deepCopy().set("$defs", definitions);
  }

  private ObjectNode server() {
    ObjectNode server = ((ObjectNode) schema.at("/$defs/server")).deepCopy();
    ObjectNode properties = server.putObject("properties");
    for (String own : List.of("name", "role", "backupServer", "collected")) {
      properties.set(own, schema.at("/$defs/server/properties/" + own).deepCopy());
    }
    ArrayNode roles = ((ObjectNode) properties.path("role")).putArray("enum");
    Stream.of(ServerRole.values()).map(Camel::word).forEach(roles::add);
    roles.add(FactsDocument.UNKNOWN_ROLE);
    ArrayNode kinds = ((ObjectNode) properties.at("/collected/items")).putArray("enum");
    for (FactKind kind : FactKind.values()) {
      kinds.add(kind.property());
      ObjectNode property = properties.putObject(kind.property());
      ObjectNode of = kind.many() ? property.put("type", "array").putObject("items") : property;
      reference(of, name(kind.type()));
    }
    return server;
  }

  private ObjectNode definition(Class<? extends Record> type) {
    JsonNode before = schema.at("/$defs/" + name(type));
    ObjectNode definition = JsonNodeFactory.instance.objectNode();
    definition.put("description", meaning(before, Javadoc.of(type).text()));
    definition.put("type", "object").put("additionalProperties", false);
    List<RecordShape.Component> components =
        RecordShape.of(type).components().stream()
            .filter(part -> !Fact.class.isAssignableFrom(type) || !part.name().equals("server"))
            .toList();
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    components.stream()
        .filter(RecordShape.Component::required)
        .forEach(part -> required.add(part.name()));
    if (!required.isEmpty()) {
      definition.set("required", required);
    }
    ObjectNode properties = definition.putObject("properties");
    for (RecordShape.Component component : components) {
      JsonNode described = before.path("properties").path(component.name());
      ObjectNode property = properties.putObject(component.name());
      property.put("description", meaning(described, Javadoc.of(type).parameter(component.name())));
      describe(component, property);
      keep(described, property);
    }
    keep(before, definition);
    return definition;
  }

  private static String meaning(JsonNode before, String javadoc) {
    return before.path("description").asText(javadoc);
  }

  /** What only the schema says, such as that one of several must be there. */
  private static void keep(JsonNode before, ObjectNode now) {
    before
        .properties()
        .forEach(
            field -> {
              if (Set.of("anyOf", "pattern").contains(field.getKey()) && !now.has(field.getKey())) {
                now.set(field.getKey(), field.getValue());
              }
            });
  }

  private void describe(RecordShape.Component component, ObjectNode property) {
    Class<?> type = component.type();
    if (component.element().isPresent()) {
      reference(
          property.put("type", "array").putObject("items"), enumeration(component.element().get()));
    } else if (type.isEnum()) {
      reference(property, enumeration(type));
    } else if (type == Instant.class) {
      reference(property, "time");
    } else if (type == Version.class) {
      reference(property, "version");
    } else if (type == Integer.class || type == Long.class) {
      property.put("type", "integer");
      if (component.minimum() != Long.MIN_VALUE) {
        property.put("minimum", component.minimum());
      }
      if (component.maximum() != Long.MAX_VALUE) {
        property.put("maximum", component.maximum());
      }
    } else if (type == String.class) {
      property.put("type", "string");
      if (component.key()) {
        property.put("pattern", "\\S");
      }
    } else {
      property.put("type", "boolean");
      if (type == boolean.class) {
        property.put("default", true);
      }
    }
  }

  private static void reference(ObjectNode node, String definition) {
    node.put("$ref", "#/$defs/" + definition);
  }

  private String enumeration(Class<?> type) {
    enums.add(type);
    return name(type);
  }

  private JsonNode words(Class<?> type) {
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    StringBuilder meaning = new StringBuilder(Javadoc.of(type).text());
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Object constant : type.getEnumConstants()) {
      String word = Camel.word((Enum<?>) constant);
      meaning
          .append(all.isEmpty() ? " " : "; ")
          .append(word)
          .append(": ")
          .append(Javadoc.of(type).constant((Enum<?>) constant));
      all.add(word);
    }
    JsonNode before = schema.at("/$defs/" + name(type));
    words.put("description", meaning(before, meaning + "."));
    return words.set("enum", all);
  }

  private static String name(Class<?> type) {
    String name = type.getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** What the source of a type says of it. */
  private record Javadoc(String source) {

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");

    static Javadoc of(Class<?> type) {
      return new Javadoc(read(SOURCES.resolve(type.getSimpleName() + ".java")));
    }

    private static String plain(String comment) {
      return comment
          .replaceAll("(?m)^\\s*\\* ?", "")
          .replaceAll("\\{@(?:code|link) #?([^}]*)\\}", "$1")
          .replaceAll("\\s+", " ")
          .strip();
    }

    String text() {
      Matcher comment = COMMENT.matcher(source);
      return comment.find() ? plain(comment.group(1).split("@param|<p>", 2)[0]) : "";
    }

    String parameter(String name) {
      Matcher comment = COMMENT.matcher(source);
      String all = comment.find() ? comment.group(1) : "";
      Matcher parameter =
          Pattern.compile("(?s)@param " + name + "\\s(.*?)(?=@param|$)").matcher(all);
      String said = parameter.find() ? plain(parameter.group(1)).split("; null ", 2)[0] : "";
      return said.isEmpty()
          ? ""
          : said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + ".";
    }

    String constant(Enum<?> constant) {
      String said =
          Optional.of(
                  Pattern.compile(
                      "(?s)/\\*\\*((?:(?!/\\*\\*).)*?)\\*/\\s*" + constant.name() + "\\b"))
              .map(pattern -> pattern.matcher(source))
              .filter(Matcher::find)
              .map(found -> plain(found.group(1)))
              .orElse("");
      String bare = said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
      return bare.isEmpty()
          ? ""
          : bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }
  }
}
