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
import dev.mabsplan.engine.plan.Reason;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanJsonTest {

  private static JsonNode read(Plan plan) {
    return read(plan, Detail.ALL);
  }

  private static JsonNode read(Plan plan, Detail detail) {
    try {
      return new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readTree(PlanJson.write(plan, detail));
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
        List.of("$schema", "language", "problems", "steps"),
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
            "reasons",
            "instructions",
            "verification",
            "undo",
            "effortMinutes",
            "risk"),
        names(step));
  }

  @Test
  void leavesOutTheRemedyOfTheBasicChecksAndTheRuleOfAReasonWithoutOne() {
    JsonNode step = read(Plans.of(Language.ENGLISH, Plans.lookFirst("1"))).at("/steps/0");

    assertFalse(step.has("remedy"));
    assertFalse(step.at("/reasons/0").has("rule"));
  }

  @Test
  void tellsTheLedgerAndSourcesOnlyWhereAsked() {
    String brief = PlanJson.write(Plans.full(Language.ENGLISH));
    JsonNode whole = read(Plans.full(Language.ENGLISH), Detail.LEDGER);

    for (String name : List.of("ledger", "paths", "likelihood", "gainPerMinute", "sources")) {
      assertFalse(brief.contains('"' + name + '"'), name);
    }
    assertEquals("Confirmed by facts.", whole.at("/steps/0/ledger/0").asText());
    assertEquals("checklist 3 of 4", whole.at("/steps/0/paths/0/path").asText());
    assertEquals("FS01/services.json:5", whole.path("sources").path(Plans.VSS.toString()).asText());
  }

  @ParameterizedTest
  @MethodSource("dev.mabsplan.engine.pack.Language#all")
  void saysNoSentenceTwice(Language language) {
    String json = PlanJson.write(Plans.full(language));

    for (String said :
        List.of(
            "\"text\":\"VSS is disabled, and so is D:",
            "free space of the storage pool of D:",
            "Get-DPMDiskStorage",
            "is inconsistent with the protected data source.")) {
      assertEquals(1, json.split(Pattern.quote(said), -1).length - 1, said);
    }
  }

  @Test
  void basicChecksReferToQuestionsByTheirNumber() {
    JsonNode plan = read(Plans.full(Language.ENGLISH));
    int number = plan.at("/steps/2/looks/0/questions/0").asInt();

    assertEquals(
        "the state of the service", plan.path("questions").path(number - 1).path("label").asText());
  }

  @Test
  void whatCanBeUndoneDoesNotSaySo() {
    JsonNode plan = read(Plans.full(Language.ENGLISH));

    assertTrue(plan.at("/steps/0/undo/possible").isMissingNode());
    assertTrue(plan.at("/steps/0/undo/commands").isArray());
  }

  @Test
  void aProblemLeavesTheSentenceToTheStepThatSaysIt() {
    JsonNode plan = read(Plans.confirmedBy(Plans.reason("VSS is disabled")));

    assertEquals("VSS is disabled", plan.at("/steps/0/reasons/0/text").asText());
    assertFalse(plan.at("/problems/0/reasons/0").has("text"));
    assertEquals("replica/vss-disabled", plan.at("/problems/0/reasons/0/rule").asText());
    assertEquals("disabled", plan.path("facts").path(Plans.VSS.toString()).asText());
  }

  @Test
  void whatFollowsFromAProblemNamesNoFactAgain() {
    JsonNode plan =
        read(
            Plans.confirmedBy(
                new Reason("It stays so until a check has run.", "", Plans.reason("").facts())));

    assertTrue(plan.at("/problems/0/reasons/0").has("facts"));
    assertFalse(plan.at("/steps/0/reasons/0").has("facts"));
  }

  @Test
  void hasALineForEachStep() {
    List<String> lines = PlanJson.write(Plans.full(Language.ENGLISH)).lines().toList();

    assertEquals(6, lines.stream().filter(line -> line.startsWith("{\"number\"")).count());
  }

  @Test
  void writesWordsInKebabCase() {
    JsonNode plan = read(Plans.full(Language.ENGLISH), Detail.LEDGER);

    assertEquals("look-first", plan.at("/steps/2/kind").asText());
    assertEquals("azure-portal", plan.at("/steps/3/place").asText());
    assertEquals("very-likely", plan.at("/steps/0/likelihood").asText());
    assertEquals("dpm-shell", plan.at("/questions/0/shell").asText());
  }

  @Test
  void writesTimesInUtcAndGainsAsNumbers() {
    JsonNode plan = read(Plans.full(Language.ENGLISH), Detail.LEDGER);

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
    String json = PlanJson.write(Plans.full(Language.ENGLISH, text), Detail.LEDGER);

    assertEquals(List.of(), Obeyed.in(json));
    assertEquals(List.of(), Obeyed.inEscapes(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"quoted\"", "back\\slash", "å ä ö", "日本", "😀", "5\u00a0GB"})
  void holdsEveryOtherTextAsItIs(String text) {
    assertEquals(
        text, read(Plans.full(Language.ENGLISH, text)).at("/problems/0/dataSource").asText());
  }
}
