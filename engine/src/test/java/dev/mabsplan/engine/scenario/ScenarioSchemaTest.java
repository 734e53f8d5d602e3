package dev.mabsplan.engine.scenario;

import static dev.mabsplan.engine.scenario.SmallScenario.GOOD;
import static dev.mabsplan.engine.scenario.SmallScenario.faults;
import static dev.mabsplan.engine.scenario.SmallScenario.read;
import static dev.mabsplan.engine.scenario.SmallScenario.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.facts.document.FactsDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioSchemaTest {

  private static final String OF_SERVER = "facts.schema.json#/$defs/server/properties/";

  private static final JsonNode SCHEMA = parse(ScenarioReader.schema());
  private static final JsonNode FACTS = parse(FactsDocument.schema());
  private static final Schema VALIDATOR =
      SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              builder ->
                  builder.schemas(Map.of(FACTS.path("$id").asText(), FactsDocument.schema())))
          .getSchema(ScenarioReader.schema(), InputFormat.JSON);

  private static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static List<Error> errors(String file) {
    return VALIDATOR.validate(file, InputFormat.YAML);
  }

  private static Set<String> properties(JsonNode definition) {
    Set<String> names = new TreeSet<>();
    definition.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(word -> words.add(word.asText()));
    return words;
  }

  private static List<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Kebab::word).toList();
  }

  @Test
  void acceptsAFileWithEverythingInIt() {
    assertEquals(List.of(), errors(GOOD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{scenario: a, expect: {steps: []}}",
        "{scenario: 3106, expect: {steps: []}}",
        "{scenario: a, given: {}, expect: {steps: []}, cases: [{name: b}]}",
        "{scenario: a, given: {observedAt: '2026-01-15T08:00:00Z'}, expect: {steps: []}, cases: [{name: b, unknown: [observedAt]}]}",
        "{scenario: a, expect: {steps: {contains: []}}}",
        "{scenario: a, expect: {steps: []}, after: [{expect: {steps: []}}]}"
      })
  void acceptsWhatReadingAccepts(String file) {
    assertFalse(read(file).isEmpty());
    assertEquals(List.of(), errors(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scenario: vss | a: b",
        "scenario: vss | scenario:",
        "scenario: vss | scenario: ' '",
        "covers: [small/vss-disabled] | covers: small/vss-disabled",
        "covers: [small/vss-disabled] | covers: [vss-disabled]",
        "covers: [small/vss-disabled] | covers: [[]]",
        "silent: [small/vss-may-start] | silent:",
        "silent: | silence:",
        "base: ../servers.yaml | base: []",
        "base: ../servers.yaml | base: ''",
        "services: | service:",
        "startType: disabled | startTyp: disabled",
        "startType: disabled | startType: enabled",
        "name: FS01 | role: protectedServer",
        "id: 3106 | id: many",
        "errors: | error:",
        "unknown: [\" | unknown: [\"server",
        "unknown: [\" | unknown: [3106, \"",
        "unknown: [errors] | unknown: errors",
        "unknown: [errors] | unknown: ['errors[3106]']",
        "problems: [small/inconsistent] | problems: small/inconsistent",
        "problems: [small/inconsistent] | problem: [small/inconsistent]",
        "remedy: small/let-vss-start, number: 1 | number: 1",
        "remedy: small/let-vss-start, number | remedy: let-vss-start, number",
        "- {remedy: small/let-vss-start | - small/let-vss-start #",
        "number: 1 | number: [1]",
        "on: FS01 | on:",
        "on: FS01 | on: 007",
        "status: confirmed | status: confirm",
        "status: confirmed | state: confirmed",
        "path: checklist 1 of 2 | path: {}",
        "because: [small/vss-disabled, | because: [vss-disabled,",
        "because: [small/vss-disabled, | because: [\"server[FS01]\",",
        "items: ['C:\\Temp'] | items: 'C:\\Temp'",
        "items: ['C:\\Temp'] | items: [1.10]",
        "questions: [\" | questions: [\"server",
        "looks: [small/start-agent] | looks: {}",
        "unexplained: 1 | unexplained: some",
        "unexplained: 1 | unexplained: -1",
        "apply: [small/let-vss-start] | apply: small/let-vss-start",
        "apply: [small/let-vss-start] | done: [small/let-vss-start]",
        "steps: {contains: [{remedy: small/make-folders}]} | steps: {}",
        "steps: {contains: [{remedy: small/make-folders}]} | steps: {contains: small/make-folders}",
        "steps: {contains: | steps: {some: [], contains:",
        "steps: {contains: [{remedy: small/make-folders}]} | problems: []",
        "excluded: [{remedy: small/let-vss-start, | excluded: [{",
        "verdict: satisfied | verdict: satisfies",
        "verdict: satisfied | verdicts: satisfied",
        "expect: {problems: [], steps: [], unexplained: 1} | expect: []",
        "expect: {problems: [], steps: [], unexplained: 1} | apply: []",
        "name: may start | title: may start",
        "after: [] | after:",
        "after: [] | base: ../servers.yaml"
      })
  void refusesWhatReadingRefuses(String text, String by) {
    String file = with(text, by == null ? "" : by);
    assertFalse(faults(() -> read(file)).isEmpty());
    assertFalse(errors(file).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "case | - {",
        "expectation | expect: {",
        "step | steps: [{",
        "someSteps | steps: {",
        "exclusion | excluded: [{",
        "stage | after: [{"
      })
  void knowsTheKeysThatAreRead(String definition, String at) {
    String file =
        """
        scenario: a
        expect: {steps: [{remedy: small/check}], excluded: [{remedy: small/check}]}
        after: [{expect: {steps: {contains: []}}}]
        cases:
          - {name: b}
        """;
    String fault =
        faults(() -> read(file.replaceFirst(Pattern.quote(at), at + "surprise: 1, "))).get(0);
    assertEquals(properties(SCHEMA.path("$defs").path(definition)), keys(fault));
  }

  @Test
  void knowsTheKeysOfAFile() {
    String fault = faults(() -> read("surprise: 1\n" + GOOD)).get(0);
    assertEquals(properties(SCHEMA), keys(fault));
  }

  private static Set<String> keys(String fault) {
    Matcher keys = Pattern.compile("expected one of (.*); found \"surprise\"").matcher(fault);
    assertEquals(true, keys.find(), fault);
    return new TreeSet<>(List.of(keys.group(1).split(", ")));
  }

  @Test
  void namesTheWordsOfEachEnum() {
    assertEquals(words(Status.values()), words(SCHEMA.at("/$defs/step/properties/status/enum")));
    assertEquals(
        words(Excluded.Verdict.values()),
        words(SCHEMA.at("/$defs/exclusion/properties/verdict/enum")));
  }

  @Test
  void givesFactsAsAFactsDocumentDoes() {
    assertEquals(properties(FACTS), properties(SCHEMA.at("/$defs/given")));
    assertEquals(properties(FACTS.at("/$defs/server")), properties(SCHEMA.at("/$defs/server")));
    for (String name : properties(SCHEMA.at("/$defs/server"))) {
      assertEquals(
          OF_SERVER + name, SCHEMA.at("/$defs/server/properties/" + name + "/$ref").asText());
    }
  }

  /** {@code -Dgolden.update=true} writes them anew. */
  @Test
  void hasTheKindsOfFactThatAFactsDocumentHas() throws IOException {
    Path file = Path.of("src/main/resources/dev/mabsplan/engine/scenario/scenario.schema.json");
    String text = Files.readString(file);
    String kinds =
        FACTS.at("/$defs/server/properties").properties().stream()
            .map(Map.Entry::getKey)
            .map(name -> "        \"%1$s\": { \"$ref\": \"%2$s%1$s\" }".formatted(name, OF_SERVER))
            .collect(Collectors.joining(",\n"));
    String one = " {8}\"\\w+\": \\{ \"\\$ref\": \"" + Pattern.quote(OF_SERVER) + "\\w+\" }";
    String generated =
        text.replaceFirst(one + "(,\n" + one + ")*", Matcher.quoteReplacement(kinds));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, generated);
    }
    assertEquals(generated, Files.readString(file));
  }

  @Test
  void describesEverything() {
    List<String> bare = new ArrayList<>();
    described(SCHEMA, "", bare);
    assertEquals(List.of(), bare);
  }

  private static void described(JsonNode schema, String pointer, List<String> bare) {
    for (var definition : schema.path("$defs").properties()) {
      if (definition.getValue().path("description").asText().isBlank()) {
        bare.add(definition.getKey());
      }
      described(definition.getValue(), pointer + "/" + definition.getKey(), bare);
    }
    for (var property : schema.path("properties").properties()) {
      // facts are described where they are defined
      if (property.getValue().path("description").asText().isBlank()
          && !property.getValue().path("$ref").asText().startsWith("facts.schema.json#")) {
        bare.add(pointer + "/" + property.getKey());
      }
    }
  }

  @Test
  void isPublishedUnderItsName() {
    assertEquals("https://mabsplan.dev/schema/scenario.schema.json", SCHEMA.path("$id").asText());
    assertEquals("https://json-schema.org/draft/2020-12/schema", SCHEMA.path("$schema").asText());
  }
}
