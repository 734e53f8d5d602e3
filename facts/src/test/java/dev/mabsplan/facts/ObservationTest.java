package dev.mabsplan.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationTest {

  private static Observation of(String value) {
    return Observation.of("FS01", "queue", value);
  }

  @ParameterizedTest
  @CsvSource({"9, false", "99, false", "100, false", "100.5, true", "' 150 ', true", "-101, false"})
  void aValueIsAboveAnotherAsANumberAndNotByItsLetters(String value, boolean above) {
    assertEquals(above, of(value).isAbove("100"));
  }

  @ParameterizedTest
  @CsvSource({"99, false", "100, true", "100.0, true", "1000, true"})
  void aValueIsAtLeastItself(String value, boolean atLeast) {
    assertEquals(atLeast, of(value).isAtLeast("100"));
  }

  @ParameterizedTest
  @CsvSource({"-3, true", "-2.5, false", "0, false"})
  void aValueIsBelowAnother(String value, boolean below) {
    assertEquals(below, of(value).isBelow("-2.5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "100 %", "1,5", "1e99999999", "0x10", "NaN"})
  void whatIsNoNumberIsNeitherAboveNorBelow(String value) {
    Observation observation = of(value);
    assertEquals(
        false, observation.isAbove("1") || observation.isBelow("1") || observation.isAtLeast("1"));
  }
}
