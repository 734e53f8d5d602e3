package dev.mabsplan.facts.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of the table does what its own lines say. */
class SecretFormTest {

  static Stream<Arguments> taken() {
    return SecretForm.all().stream()
        .flatMap(form -> form.takes().stream().map(line -> Arguments.of(form.what(), line)));
  }

  static Stream<String> left() {
    return SecretForm.all().stream().flatMap(form -> form.leaves().stream());
  }

  @ParameterizedTest
  @MethodSource("taken")
  void whatStandsBetweenMarksGoesAndNothingElse(String what, String line) {
    String expected =
        line.replaceAll("«[^»]*»", java.util.regex.Matcher.quoteReplacement(Secrets.MARK));
    Secrets.Cleaned cleaned = Secrets.removedFrom(line.replace("«", "").replace("»", ""));

    assertEquals(expected, cleaned.text());
    assertEquals(List.of(new Secrets.Removal(1, what)), cleaned.removals());
    assertEquals(expected, Secrets.removedFrom(expected).text(), "what was read once before");
  }

  @ParameterizedTest
  @MethodSource("left")
  void whatIsNoSecretStays(String line) {
    assertEquals(line, Secrets.removedFrom(line).text());
  }

  @Test
  void everyFormHasALineThatItTakesAndOneThatItLeaves() {
    for (SecretForm form : SecretForm.all()) {
      assertFalse(form.takes().isEmpty(), form::toString);
      assertFalse(form.leaves().isEmpty(), form::toString);
    }
  }
}
