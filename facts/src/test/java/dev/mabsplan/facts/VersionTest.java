package dev.mabsplan.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

  @Test
  void partsCompareAsNumbersNotAsLetters() {
    assertTrue(Version.parse("2.0.9249.0").compareTo(Version.parse("2.0.9083.0")) > 0);
    assertTrue(Version.parse("14.10").compareTo(Version.parse("14.9")) > 0);
    assertTrue(Version.parse("9").isBelow("10"));
  }

  @Test
  void missingPartsAreZero() {
    assertEquals(Version.parse("2.0.9052"), Version.parse("2.0.9052.0"));
    assertEquals(Version.parse("2.0.9052").hashCode(), Version.parse("2.0.9052.0").hashCode());
    assertNotEquals(Version.parse("2.0.9052"), Version.parse("2.0.9052.1"));
  }

  @Test
  void aVersionIsAtLeastItself() {
    assertTrue(Version.parse("13.0.657.0").isAtLeast("13.0.657"));
    assertFalse(Version.parse("13.0.657.0").isBelow("13.0.657"));
    assertFalse(Version.parse("13.0.656.9").isAtLeast("13.0.657"));
  }

  @Test
  void isWrittenAsItWasRead() {
    assertEquals("2.0.9052.0", Version.parse("2.0.9052.0").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2.", ".2", "v2", "2.0-beta", "1.2.3.4.5.6.7", "-1", " 2", "1234567890"})
  void refusesWhatIsNoVersion(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Version.parse(text));

    assertTrue(String.valueOf(e.getMessage()).contains("such as 2.0.9249.0"), e::getMessage);
  }
}
