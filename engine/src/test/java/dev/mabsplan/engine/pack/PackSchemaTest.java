package dev.mabsplan.engine.pack;

import static dev.mabsplan.engine.pack.SmallPack.good;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mabsplan.facts.fault.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PackSchemaTest {

  private static JsonNode parse(PackSchema schema) {
    try {
      return new ObjectMapper().readTree(schema.text());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(schema.text(), e);
    }
  }

  private static List<String> errors(PackSchema schema, String yaml) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema.text(), InputFormat.JSON)
        .validate(yaml, InputFormat.YAML)
        .stream()
        .map(String::valueOf)
        .toList();
  }

  private static String properties(JsonNode definition) {
    TreeSet<String> names = new TreeSet<>();
    definition.path("properties").fieldNames().forEachRemaining(names::add);
    return String.join(", ", names);
  }

  /** What the reader says is known where it meets a key that is not, by where it stands. */
  private static Map<String, String> known(SmallPack pack) {
    List<Fault> faults = new ArrayList<>();
    PackReader.read(pack.files(), faults);
    Map<String, String> known = new TreeMap<>();
    for (Fault fault : faults) {
      if (fault.found().equals("\"zzz\"") && fault.source() != null) {
        String where = fault.source().pointer().replace("/zzz", "");
        known.put(
            where,
            String.join(
                ", ", new TreeSet<>(List.of(fault.expected().replace("one of ", "").split(", ")))));
      }
    }
    return known;
  }

  @ParameterizedTest
  @CsvSource({"PACK, pack.yaml", "TOPIC, small/topic.yaml", "WORDS, small/words.en.yaml"})
  void acceptsAFileInWhichNothingIsWrong(PackSchema schema, String file) {
    assertEquals(List.of(), errors(schema, good().text(file)));
    assertFalse(errors(schema, good().text(file) + "\nzzz: 1\n").isEmpty());
  }

  @Test
  void acceptsWordsOfAPack() {
    assertEquals(List.of(), errors(PackSchema.WORDS, good().text("words.en.yaml")));
  }

  @Test
  void ofATopicHasTheKeysThatAreRead() {
    Map<String, String> known =
        known(
            good()
                .with(
                    "small/topic.yaml",
                    """
                    zzz: 1
                    symptoms: {s: {zzz: 1, says: [{zzz: 1}]}}
                    statements: {s: {zzz: 1}}
                    problems: {p: {zzz: 1, treatment: {zzz: 1}}}
                    remedies: {r: {zzz: 1, verify: {zzz: 1}, undo: {zzz: 1}, decidedBy: [{zzz: 1}, {probe: p, zzz: 1}]}}
                    checks: [{zzz: 1}]
                    """));
    JsonNode schema = parse(PackSchema.TOPIC);
    JsonNode parts = schema.path("$defs");
    Map<String, String> described = new TreeMap<>();
    described.put("", properties(schema));
    described.put("/symptoms/s", properties(parts.path("symptom")));
    described.put("/symptoms/s/says/0", properties(parts.path("telling")));
    described.put("/statements/s", properties(parts.path("statement")));
    described.put("/problems/p", properties(parts.path("problem")));
    described.put("/problems/p/treatment", properties(parts.path("shape")));
    described.put("/remedies/r", properties(parts.path("remedy")));
    described.put(
        "/remedies/r/verify", properties(parts.path("remedy").path("properties").path("verify")));
    described.put("/remedies/r/undo", properties(parts.path("undo")));
    described.put("/remedies/r/decidedBy/0", properties(parts.path("decidingSight")));
    described.put("/remedies/r/decidedBy/1", properties(parts.path("decidingProbe")));
    described.put("/checks/0", properties(parts.path("check")));
    assertEquals(described, known);
  }

  @Test
  void ofAPackHasTheKeysThatAreRead() {
    Map<String, String> known =
        known(
            good()
                .with(
                    "pack.yaml",
                    """
                    zzz: 1
                    id: test
                    version: 1
                    languages: [en]
                    buildsOn: [mabs]
                    dataSources: [{zzz: 1}]
                    codes: {zzz: 1}
                    """));
    JsonNode schema = parse(PackSchema.PACK);
    assertEquals(
        Map.of(
            "", properties(schema),
            "/codes", properties(schema.path("$defs").path("codes")),
            "/dataSources/0", properties(schema.path("$defs").path("dataSource"))),
        known);
  }

  @Test
  void namesTheOperationsThatThereAre() {
    List<String> words = new ArrayList<>();
    parse(PackSchema.TOPIC)
        .path("$defs")
        .path("operations")
        .path("items")
        .path("enum")
        .forEach(word -> words.add(word.asText()));
    assertEquals(Arrays.stream(Operation.values()).map(Kebab::word).toList(), words);
  }

  @ParameterizedTest
  @EnumSource
  void explainsEveryKey(PackSchema schema) {
    List<String> silent = new ArrayList<>();
    silent(parse(schema), "", silent);
    assertEquals(List.of(), silent);
  }

  private static void silent(JsonNode node, String path, List<String> silent) {
    node.path("properties")
        .properties()
        .forEach(
            key -> {
              if (key.getValue().path("description").asText().isBlank()) {
                silent.add(path + "/" + key.getKey());
              }
            });
    node.properties().forEach(f -> silent(f.getValue(), path + "/" + f.getKey(), silent));
  }
}
