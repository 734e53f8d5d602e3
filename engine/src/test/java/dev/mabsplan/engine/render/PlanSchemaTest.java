package dev.mabsplan.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Likelihood;
import dev.mabsplan.engine.pack.Place;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.Severity;
import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.symptom.Recognition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanSchemaTest {

  private static final JsonNode SCHEMA = parse(PlanJson.schema());
  private static final Schema VALIDATOR =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(PlanJson.schema(), InputFormat.JSON);

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

  private static String full() {
    return PlanJson.write(Plans.full(Language.ENGLISH), Detail.LEDGER);
  }

  /** Returns where the objects of a document are, as JSON Pointers. */
  private static List<String> objects(JsonNode node, String pointer) {
    List<String> pointers = new ArrayList<>();
    if (node.isObject()) {
      pointers.add(pointer);
      node.fieldNames()
          .forEachRemaining(
              name -> pointers.addAll(objects(node.path(name), pointer + "/" + name)));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      pointers.addAll(objects(node.path(i), pointer + "/" + i));
    }
    return pointers;
  }

  static Stream<String> objectsOfAPlan() {
    return objects(parse(full()), "").stream();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode followed(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty()
        ? schema
        : SCHEMA.path("$defs").path(reference.replace("#/$defs/", ""));
  }

  /** Writes down which properties of the schema a document has, each as {@code object.property}. */
  private static void used(JsonNode schema, JsonNode node, String name, Set<String> used) {
    if (node.isObject()) {
      names(node)
          .forEach(
              property -> {
                JsonNode declared = schema.path("properties").path(property);
                if (!declared.isMissingNode()) {
                  used.add(name + "." + property);
                  JsonNode items = declared.path("items");
                  JsonNode next = items.isMissingNode() ? declared : items;
                  String to = next.path("$ref").asText().replace("#/$defs/", "");
                  node.path(property)
                      .forEach(
                          item -> used(followed(next), item, to.isEmpty() ? property : to, used));
                  used(followed(next), node.path(property), to.isEmpty() ? property : to, used);
                }
              });
    }
  }

  static Stream<Plan> plansOfAllShapes() {
    return Plans.ofAllShapes().stream();
  }

  static Stream<Arguments> enums() {
    return Stream.of(
        Arguments.of("/$defs/problem/properties/severity/enum", words(Severity.values())),
        Arguments.of("/$defs/recognized/properties/by/enum", words(Recognition.By.values())),
        Arguments.of("/$defs/step/properties/kind/enum", words(Step.Kind.values())),
        Arguments.of("/$defs/step/properties/place/enum", words(Place.values())),
        Arguments.of("/$defs/step/properties/status/enum", words(Status.values())),
        Arguments.of("/$defs/step/properties/likelihood/enum", words(Likelihood.values())),
        Arguments.of("/$defs/step/properties/risk/enum", words(Risk.values())),
        Arguments.of("/$defs/excluded/properties/verdict/enum", words(Excluded.Verdict.values())),
        Arguments.of("/$defs/shell/enum", words(Shell.values())));
  }

  private static List<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("plansOfAllShapes")
  void acceptsWhatIsWritten(Plan plan) {
    for (Detail detail : Detail.values()) {
      assertEquals(List.of(), errors(PlanJson.write(plan, detail)));
    }
  }

  @ParameterizedTest
  @MethodSource("objectsOfAPlan")
  void refusesAFieldNobodyKnows(String pointer) {
    JsonNode plan = parse(full());
    ((ObjectNode) plan.at(pointer)).put("surprise", "!");

    assertFalse(errors(plan.toString()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("objectsOfAPlan")
  void refusesAFieldOfAnotherKind(String pointer) {
    for (String name : names(parse(full()).at(pointer))) {
      JsonNode plan = parse(full());
      ((ObjectNode) plan.at(pointer)).putNull(name);

      assertFalse(errors(plan.toString()).isEmpty(), () -> pointer + "/" + name);
    }
  }

  @Test
  void requiresJustWhatIsAlwaysWritten() {
    Set<String> left = new TreeSet<>();
    for (String pointer : objects(parse(full()), "")) {
      for (String name : names(parse(full()).at(pointer))) {
        JsonNode plan = parse(full());
        ((ObjectNode) plan.at(pointer)).remove(name);
        if (errors(plan.toString()).isEmpty()) {
          left.add(name);
        }
      }
    }

    left.removeIf(name -> name.contains("["));
    assertEquals(
        new TreeSet<>(
            Set.of(
                "because",
                "effortHere",
                "expired",
                "likelihoodHere",
                "rulesOff",
                "server",
                "site",
                "waived",
                "weighed",
                "candidates",
                "catalogue",
                "catalogued",
                "certificates",
                "codes",
                "command",
                "commands",
                "dataSource",
                "decides",
                "entries",
                "elevated",
                "escalation",
                "excluded",
                "facts",
                "gainPerMinute",
                "ids",
                "instructions",
                "items",
                "lastRecoveryPoint",
                "ledger",
                "likelihood",
                "looks",
                "loses",
                "missing",
                "named",
                "next",
                "observedAt",
                "packs",
                "paths",
                "possible",
                "problems",
                "question",
                "questions",
                "reasons",
                "recognizedBy",
                "probe",
                "remedy",
                "rule",
                "says",
                "send",
                "services",
                "shell",
                "slips",
                "sources",
                "text",
                "then",
                "together",
                "tried",
                "undo",
                "unexplained",
                "unusedFacts",
                "verification",
                "wanted")),
        left);
  }

  @Test
  void declaresNothingThatIsNeverWritten() {
    Set<String> declared = new TreeSet<>();
    names(SCHEMA.path("properties")).forEach(property -> declared.add("plan." + property));
    names(SCHEMA.path("$defs"))
        .forEach(
            name ->
                names(SCHEMA.path("$defs").path(name).path("properties"))
                    .forEach(property -> declared.add(name + "." + property)));
    Set<String> used = new TreeSet<>();
    used(SCHEMA, parse(full()), "plan", used);

    assertEquals(declared, used);
  }

  @Test
  void describesEverything() {
    List<String> bare = new ArrayList<>();
    for (String pointer : objects(SCHEMA, "")) {
      boolean described =
          pointer.matches("(/[$]defs/[^/]+)?/properties/[^/]+")
              || pointer.matches("/[$]defs/[^/]+");
      if (described && SCHEMA.at(pointer).path("description").asText().isBlank()) {
        bare.add(pointer);
      }
    }

    assertEquals(List.of(), bare);
  }

  @Test
  void isFoundWhereAPlanSaysItIs() {
    assertEquals(SCHEMA.path("$id").asText(), parse(full()).path("$schema").asText());
  }

  @Test
  void namesNoLanguageSinceWordsMakeOne() {
    String tags = SCHEMA.at("/properties/language/pattern").asText();

    assertTrue(Language.all().stream().allMatch(language -> language.tag().matches(tags)));
    assertFalse("English".matches(tags));
  }

  @ParameterizedTest
  @MethodSource("enums")
  void namesTheWordsOfEachEnum(String pointer, List<String> words) {
    List<String> named = new ArrayList<>();
    SCHEMA.at(pointer).forEach(word -> named.add(word.asText()));

    assertEquals(words, named);
  }
}
