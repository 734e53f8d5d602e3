package dev.mabsplan.engine.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

  private static void assertCondition(
      String text, String binding, String component, String operator, String... values) {
    assertEquals(
        new Condition(text, binding, component, operator, List.of(values)), Condition.read(text));
  }

  @Test
  void aComparisonHasComponentOperatorAndValue() {
    assertCondition("name == \"VSS\"", "", "name", "==", "\"VSS\"");
    assertCondition("freeBytes<-5", "", "freeBytes", "<", "-5");
    assertCondition("server == $server", "", "server", "==", "$server");
    assertCondition("present == true", "", "present", "==", "true");
    assertCondition("startType != StartType.DISABLED", "", "startType", "!=", "StartType.DISABLED");
    assertCondition("purposes not  contains X.Y", "", "purposes", "not contains", "X.Y");
  }

  @Test
  void aChoiceHasSeveralValues() {
    assertCondition(
        "startType not in ( StartType.MANUAL,\"x, (y)\" )",
        "",
        "startType",
        "not in",
        "StartType.MANUAL",
        "\"x, (y)\"");
  }

  @Test
  void aBindingHasAVariableAndAComponent() {
    assertCondition("$server : server", "server", "server", "");
  }

  @Test
  void aBindingCanCompareToo() {
    assertCondition("$free : freeBytes < 5", "free", "freeBytes", "<", "5");
  }

  @Test
  void aCallOnAComponentHasAMethod() {
    assertCondition("version.isBelow(\"2.0\")", "", "version", ".isBelow", "\"2.0\"");
  }

  @Test
  void aCallOnTheFactIsTheMethod() {
    assertCondition("freeBelow( 5 )", "", "freeBelow", "()", "5");
    assertCondition("$percent : freePercent()", "percent", "freePercent", "()");
  }

  @Test
  void aTextIsMeantWithoutItsEscapes() {
    assertEquals(
        List.of("C:\\Windows\\Temp", "say \"so\""),
        Condition.read("path in ( \"C:\\\\Windows\\\\Temp\", \"say \\\"so\\\"\" )").texts());
  }

  @Test
  void variablesAreNamedWithoutTheirSign() {
    assertEquals(List.of("a", "b"), Condition.read("name in ( $a, \"$c\", $b )").variables());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name matches \"V.*\"",
        "name str[startsWith] \"V\"",
        "name == \"a\" && present == true",
        "name == \"a\" || == \"b\"",
        "freeBytes > 5 < 9",
        "freeBytes < sizeBytes / 2",
        "name == other.name.length",
        "name == foo()",
        "name == \"a\\n\"",
        "name.trim().isEmpty()",
        "name[0] == \"V\"",
        "startType!.name == \"x\"",
        "$server := server",
        "server : name",
        "\"FS01\"",
        "name",
      })
  void nothingElseHasAFormThatRulesMayUse(String text) {
    assertNull(Condition.read(text).operator());
  }
}
