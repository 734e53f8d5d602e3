package dev.mabsplan.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.pack.PackSchema;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.engine.site.SiteReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeysTextTest {

  /** The schemas of all YAML files that somebody writes. */
  static Stream<String> ofWhatIsWritten() {
    return Stream.concat(
        Stream.of(PackSchema.values()).map(PackSchema::text),
        Stream.of(ScenarioReader.schema(), SiteReader.schema()));
  }

  @ParameterizedTest
  @MethodSource("ofWhatIsWritten")
  void everyKeyOfEveryFileIsExplained(String schema) {
    List<String> silent =
        SchemaKeys.of(schema).stream()
            .filter(key -> key.about().isBlank())
            .map(SchemaKeys.Key::path)
            .toList();

    assertEquals(List.of(), silent);
  }

  @ParameterizedTest
  @MethodSource("ofWhatIsWritten")
  void everyKeyIsFoundByItsPathAndByItsName(String schema) {
    List<SchemaKeys.Key> keys = SchemaKeys.of(schema);
    for (SchemaKeys.Key key : keys) {
      assertTrue(SchemaKeys.meant(keys, key.path()).contains(key));
      assertTrue(SchemaKeys.meant(keys, key.name()).contains(key));
    }
  }

  @Test
  void aKeyIsToldWithWhatItCanBe() {
    assertEquals(
        """
        remedies.NAME.undo
          How it is undone: words (they say how), impossible (the words say why), or
            commands.
          one of words, impossible or keys with values; must be there
        """,
        KeysText.of(PackSchema.TOPIC.text(), "remedies.let-vss-start.undo", 80, false).orElse(""));
  }

  @Test
  void aNameIsToldWhereverItMayStand() {
    String told = KeysText.of(PackSchema.TOPIC.text(), "entries", 80, false).orElse("");

    for (String path : List.of("entries", "symptoms.NAME.entries", "remedies.NAME.entries")) {
      assertTrue(("\n" + told).contains("\n" + path + "\n"), told);
    }
  }

  @Test
  void whatIsNoKeyIsToldTheNearest() {
    assertEquals(Optional.empty(), KeysText.of(PackSchema.TOPIC.text(), "decidedby", 80, false));
    assertEquals(
        "did you mean \"decidedBy\"?", KeysText.advice(PackSchema.TOPIC.text(), "decidedby"));
  }

  @Test
  void aSchemaThatSpeaksOfItselfComesToAnEnd() {
    String schema =
        "{\"properties\": {\"a\": {\"$ref\": \"#/$defs/x\"}}, \"$defs\": {\"x\": {\"type\":"
            + " \"object\", \"description\": \"An a.\", \"properties\": {\"a\": {\"$ref\":"
            + " \"#/$defs/x\"}}}}}";

    assertEquals(
        List.of("a", "a.a"), SchemaKeys.of(schema).stream().map(SchemaKeys.Key::path).toList());
    assertFalse(KeysText.all(schema, 80, true).isEmpty());
  }
}
