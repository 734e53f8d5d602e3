package dev.mabsplan.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.scenario.Difference.Row;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTest {

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''    | ''    | ''",
        "a     | a     | a=a",
        "a     | ''    | a=",
        "''    | a     | =a",
        "a b c | a c   | a=a b= c=c",
        "a c   | a b c | a=a =b c=c",
        "a     | b     | a= =b",
        "a b   | b a   | a= b=b =a",
        "a a   | a     | a=a a=",
        "a b c | c b a | a= b= c=c =b =a",
        "a b c d | b d | a= b=b c= d=d"
      })
  void asManyAsCanStandBesideTheirEqual(String expected, String got, String rows) {
    assertEquals(
        rows,
        Alignment.of(words(expected), words(got)).stream()
            .map(row -> row.expected() + "=" + row.got())
            .collect(Collectors.joining(" ")));
  }

  @Test
  void theFirstLineThatDiffersIsFound() {
    assertEquals(
        new Row("\"b\"", "\"c\""), Alignment.firstDifference("{\n  \"b\"\n}", "{\n  \"c\"\n}"));
  }

  @Test
  void aTextThatIsOverHasNothingThere() {
    assertEquals(new Row("b", ""), Alignment.firstDifference("a\nb", "a"));
    assertEquals(new Row("", "b"), Alignment.firstDifference("a", "a\nb"));
  }
}
