package dev.mabsplan.facts.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.shape.RecordShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsSchemaTest {

  private static final JsonNode SCHEMA = parse(FactsDocument.schema());
  private static final Schema VALIDATOR =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(FactsDocument.schema(), InputFormat.JSON);

  private static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static List<Error> errors(String document) {
    return VALIDATOR.validate(document, InputFormat.JSON);
  }

  private static JsonNode definition(String name) {
    return SCHEMA.path("$defs").path(name);
  }

  private static JsonNode followed(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : definition(reference.replace("#/$defs/", ""));
  }

  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(word -> words.add(word.asText()));
    return words;
  }

  private static Set<String> properties(JsonNode definition) {
    Set<String> names = new TreeSet<>();
    definition.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void acceptsADocumentWithEverythingInIt() {
    assertEquals(List.of(), errors(FactsDocument.write(AllKinds.facts())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":[]}",
        "{\"servers\":[{\"name\":\"A\",\"role\":\"unknown\",\"service\":[]}]}",
        "{\"servers\":[{\"name\":\"A\"}]}",
        "{\"servers\":[{\"name\":\"A\",\"role\":\"unknown\",\"services\":[{\"name\":\"x\",\"y\":1}]}]}",
        "{\"servers\":[{\"name\":\"A\",\"role\":\"unknown\",\"services\":[{\"name\":\" \"}]}]}",
        "{\"servers\":[{\"name\":\"A\",\"role\":\"unknown\",\"mail\":{\"port\":0}}]}",
        "{\"servers\":[{\"name\":\"A\",\"role\":\"unknown\",\"collected\":[\"service\"]}]}",
        "{\"servers\":[{\"name\":\"A\",\"role\":\"unknown\",\"software\":[{\"product\":\"x\",\"version\":\"v2\"}]}]}",
        "{\"errors\":[{\"server\":\"A\"}]}",
        "{\"attempts\":[{\"remedy\":\"a/b\",\"outcome\":\"maybe\"}]}",
        "{\"observedAt\":null}"
      })
  void rejectsWhatReadingRejects(String document) {
    assertFalse(errors(document).isEmpty());
    assertThrows(InvalidFactsException.class, () -> FactsDocument.parse(document));
  }

  @Test
  void hasAPropertyOfAServerForEachKindOfFact() {
    Set<String> expected = new TreeSet<>(Set.of("name", "role", "backupServer", "collected"));
    for (FactKind kind : FactKind.values()) {
      expected.add(kind.property());
    }

    assertEquals(expected, properties(definition("server")));
    assertEquals(List.of("name", "role"), words(definition("server").path("required")));
    assertEquals(
        Arrays.stream(FactKind.values()).map(FactKind::property).toList(),
        words(definition("server").at("/properties/collected/items/enum")));
    assertEquals(
        List.of("backupServer", "agentServer", "protectedServer", "unknown"),
        words(definition("server").at("/properties/role/enum")));
  }

  @ParameterizedTest
  @EnumSource(FactKind.class)
  void aKindIsAListWhereAServerHasSeveral(FactKind kind) {
    JsonNode property = definition("server").path("properties").path(kind.property());
    String record = kind.type().getSimpleName();
    String reference = "#/$defs/" + Character.toLowerCase(record.charAt(0)) + record.substring(1);

    assertEquals(kind.many() ? "array" : "", property.path("type").asText());
    assertEquals(
        reference, (kind.many() ? property.path("items") : property).path("$ref").asText());
  }

  static Stream<Class<? extends Record>> records() {
    return Stream.concat(
        Arrays.stream(FactKind.values()).map(FactKind::type),
        Stream.of(ReportedError.class, Attempt.class));
  }

  @ParameterizedTest
  @MethodSource("records")
  void aRecordAndItsDefinitionAreEqual(Class<? extends Record> type) {
    String name = type.getSimpleName();
    JsonNode definition = definition(Character.toLowerCase(name.charAt(0)) + name.substring(1));
    boolean fact = Fact.class.isAssignableFrom(type);
    List<RecordShape.Component> components =
        RecordShape.of(type).components().stream()
            .filter(component -> !fact || !component.name().equals("server"))
            .toList();

    assertEquals("object", definition.path("type").asText());
    assertFalse(definition.path("additionalProperties").asBoolean(true));
    assertEquals(
        new TreeSet<>(components.stream().map(RecordShape.Component::name).toList()),
        properties(definition));
    assertEquals(
        components.stream()
            .filter(RecordShape.Component::required)
            .map(RecordShape.Component::name)
            .toList(),
        words(definition.path("required")));
    for (RecordShape.Component component : components) {
      assertDescribes(definition.path("properties").path(component.name()), component);
    }
  }

  private static void assertDescribes(JsonNode property, RecordShape.Component component) {
    String name = component.name();
    Class<?> type = component.type();
    JsonNode target = followed(property);
    if (type.isEnum()) {
      assertEquals(words(type), words(target.path("enum")), name);
    } else if (component.element().isPresent()) {
      assertEquals("array", target.path("type").asText(), name);
      assertEquals(
          words(component.element().get()), words(followed(target.path("items")).path("enum")));
    } else if (type == Integer.class || type == Long.class) {
      assertEquals("integer", target.path("type").asText(), name);
      assertEquals(component.minimum(), target.path("minimum").asLong(Long.MIN_VALUE), name);
      assertEquals(component.maximum(), target.path("maximum").asLong(Long.MAX_VALUE), name);
    } else if (type == boolean.class || type == Boolean.class) {
      assertEquals("boolean", target.path("type").asText(), name);
      assertEquals(type == boolean.class, target.path("default").asBoolean(false), name);
    } else {
      assertEquals("string", target.path("type").asText(), name);
      assertEquals(type == Instant.class ? "date-time" : "", target.path("format").asText(), name);
      assertEquals(
          type == Version.class, property.path("$ref").asText().endsWith("/version"), name);
      assertEquals(
          component.key(),
          target.path("pattern").asText().equals("\\S") && !name.equals("remedy"),
          name);
    }
  }

  private static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> Camel.word((Enum<?>) constant))
        .toList();
  }

  @Test
  void describesEveryDefinitionAndProperty() {
    List<String> without = new ArrayList<>();
    for (var definition : SCHEMA.path("$defs").properties()) {
      if (definition.getValue().path("description").asText().isBlank()) {
        without.add(definition.getKey());
      }
      for (var property : definition.getValue().path("properties").properties()) {
        JsonNode node = property.getValue();
        JsonNode target = followed(node.has("items") ? node.path("items") : node);
        if (node.path("description").asText().isBlank()
            && target.path("description").asText().isBlank()) {
          without.add(definition.getKey() + "." + property.getKey());
        }
      }
    }

    assertEquals(List.of(), without);
  }

  @Test
  void describesNothingThatIsNotUsed() {
    String text = FactsDocument.schema();
    SCHEMA
        .path("$defs")
        .fieldNames()
        .forEachRemaining(
            name -> assertTrue(text.contains("\"#/$defs/" + name + "\""), () -> name));
  }

  @Test
  void isPublishedUnderItsName() {
    assertEquals("https://mabsplan.dev/schema/facts.schema.json", SCHEMA.path("$id").asText());
    assertEquals("https://json-schema.org/draft/2020-12/schema", SCHEMA.path("$schema").asText());
  }
}
