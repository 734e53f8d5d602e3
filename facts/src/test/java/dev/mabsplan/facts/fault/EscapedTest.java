package dev.mabsplan.facts.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Facts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapedTest {

  @ParameterizedTest
  @CsvSource({
    "0x1b, '\\u001b'",
    "0x202e, '\\u202e'",
    "0x3164, '\\u3164'",
    "0x2800, '\\u2800'",
    "0xe0041, '\\udb40\\udc41'"
  })
  void whatIsObeyedOrShowsNothingIsSpelledOut(int character, String spelled) {
    assertEquals("a" + spelled + "b", Escaped.of("a" + Character.toString(character) + "b"));
  }

  @Test
  void whatIsSeenStays() {
    assertEquals("å “ö” \u00a0 😀", Escaped.of("å “ö” \u00a0 😀"));
  }

  @ParameterizedTest
  @CsvSource({"0xe0041", "0x1d173", "0x3164"})
  void aDocumentWithItReadsBack(int character) {
    String json = "{\"errors\": [{\"text\": \"a" + Character.toString(character) + "b failed\"}]}";
    Facts facts = read(json);
    assertEquals(facts.errors(), read(FactsDocument.write(facts)).errors());
  }

  private static Facts read(String json) {
    return FactsDocument.read(
        "facts.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
