package dev.mabsplan.engine.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mabsplan.facts.fault.InvalidFactsException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GistReaderTest {

  private static final String HEAD =
      "{\"$schema\":\"https://mabsplan.dev/schema/plan.v2.schema.json\",\"language\":\"en\"";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "no JSON at all https://mabsplan.dev/schema/plan.",
        "[\"https://mabsplan.dev/schema/plan.v2.schema.json\"]",
        "{\"errors\":[{\"text\":\"https://mabsplan.dev/schema/plan.v2.schema.json\"}]}",
        "{\"$schema\":\"https://mabsplan.dev/schema/facts.v1.schema.json\"}"
      })
  void whatIsNoPlanIsLeftToOthers(String text) {
    assertEquals(Optional.empty(), PlanGist.read("a.json", text));
  }

  @Test
  void aPlanOfNothingIsOne() {
    assertEquals(
        Optional.of(
            new PlanGist("en", List.of(), List.of(), List.of(), List.of(), List.of(), List.of())),
        PlanGist.read("a.json", HEAD + ",\"problems\":[],\"steps\":[]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",\"steps\":[{\"id\":\"a\"}]}|with \"number\" as a text here",
        ",\"steps\":{}}|a list as \"steps\"",
        ",\"problems\":[3]}|an object in \"problems\"",
        ",\"questions\":[{\"label\":\"a\",\"facts\":[1]}]}|a text in \"facts\"",
      })
  void whatAPlanLacksIsSaidWithItsPlace(String rest, String expected) {
    InvalidFactsException e =
        assertThrows(InvalidFactsException.class, () -> PlanGist.read("a.json", HEAD + rest));

    String message = e.faults().get(0).message();
    assertEquals(true, message.contains(expected) && message.startsWith("a.json:1:"), message);
  }

  @Test
  void aPlanOfAnotherSchemaIsRefused() {
    InvalidFactsException e =
        assertThrows(
            InvalidFactsException.class,
            () -> PlanGist.read("a.json", HEAD.replace("v2", "v1") + "}"));

    assertEquals(
        "a.json:1:12, /$schema: expected a plan of the schema plan.v2, as this mabsplan writes it;"
            + " found \"https://mabsplan.dev/schema/plan.v1.schema.json\"",
        e.faults().get(0).message());
  }
}
