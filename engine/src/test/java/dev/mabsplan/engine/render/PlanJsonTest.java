package dev.mabsplan.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanJsonTest {

  private static JsonNode read(Plan plan) {
    try {
      return new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readTree(PlanJson.write(plan));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<Plan> plans() {
    return Plans.ofAllShapes().stream();
  }

  private static List<String> names(JsonNode object) {
    return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void isOneJsonObject(Plan plan) {
    assertTrue(read(plan).isObject());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void endsWithOneLineFeedAndHasNoOtherBreakThanThat(Plan plan) {
    String json = PlanJson.write(plan);

    assertTrue(json.endsWith("}\n"));
    assertFalse(json.contains("\r"));
  }

  @Test
  void leavesOutWhatAPlanDoesNotHave() {
    assertEquals(
        List.of(
            "$schema",
            "language",
            "problems",
            "steps",
            "excluded",
            "questions",
            "candidates",
            "unexplained",
            "catalogued",
            "unusedFacts",
            "packs"),
        names(read(Plans.empty(Language.ENGLISH))));
  }

  @Test
  void leavesOutWhatAStepDoesNotHave() {
    JsonNode step = read(Plans.of(Language.ENGLISH, Plans.bare("1", Status.TRY))).at("/steps/0");

    assertEquals(
        List.of(
            "number",
            "id",
            "kind",
            "remedy",
            "title",
            "place",
            "server",
            "status",
            "problems",
            "items",
            "reasons",
            "instructions",
            "verification",
            "undo",
            "effortMinutes",
            "likelihood",
            "risk",
            "entries",
            "looks",
            "ledger"),
        names(step));
  }

  @Test
  void leavesOutTheRemedyOfTheBasicChecksAndTheRuleOfAReasonWithoutOne() {
    JsonNode step = read(Plans.of(Language.ENGLISH, Plans.lookFirst("1"))).at("/steps/0");

    assertFalse(step.has("remedy"));
    assertFalse(step.at("/reasons/0").has("rule"));
  }

  @Test
  void writesWordsInKebabCase() {
    JsonNode plan = read(Plans.full(Language.ENGLISH));

    assertEquals("look-first", plan.at("/steps/2/kind").asText());
    assertEquals("azure-portal", plan.at("/steps/3/place").asText());
    assertEquals("very-likely", plan.at("/steps/0/likelihood").asText());
    assertEquals("dpm-shell", plan.at("/questions/0/shell").asText());
  }

  @Test
  void writesTimesInUtcAndGainsAsNumbers() {
    JsonNode plan = read(Plans.full(Language.ENGLISH));

    assertEquals("2026-01-15T03:10:00Z", plan.path("observedAt").asText());
    assertEquals(12.5, plan.at("/questions/0/gainPerMinute").numberValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[31mred\u001b[0m",
        "bell\u0007",
        "back\bspace",
        "null\u0000",
        "two\r\nlines",
        "c1\u009b31m",
        "right\u202eto left",
        "isolate\u2066",
        "mark\u200f",
        "zero\u200bwidth",
        "line\u2028separator"
      })
  void holdsNothingThatATerminalObeys(String text) {
    String json = PlanJson.write(Plans.full(Language.ENGLISH, text));

    assertEquals(List.of(), Obeyed.in(json));
    assertEquals(List.of(), Obeyed.inEscapes(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"quoted\"", "back\\slash", "å ä ö", "日本", "😀", "a\u00a0b"})
  void holdsEveryOtherTextAsItIs(String text) {
    assertEquals(
        text, read(Plans.full(Language.ENGLISH, text)).at("/problems/0/dataSource").asText());
  }
}
