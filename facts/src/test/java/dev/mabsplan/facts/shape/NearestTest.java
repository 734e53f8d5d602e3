package dev.mabsplan.facts.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "obengine, obengine, 0",
    "obengine, OBENGINE, 0",
    "obengine, obengin, 1",
    "obengine, obenginee, 1",
    "obengine, obemgine, 1",
    "obengine, boengine, 1",
    "obengine, beongine, 2",
    "'', abc, 3",
    "abc, '', 3",
    "vss, sql, 3"
  })
  void countsEdits(String a, String b, int distance) {
    assertEquals(distance, Nearest.distance(a, b));
    assertEquals(distance, Nearest.distance(b, a));
  }

  @Test
  void findsTheNameWithTheFewestEdits() {
    assertEquals(
        Optional.of("startType"), Nearest.to("starttipe", List.of("state", "name", "startType")));
  }

  @Test
  void ofEquallyNearNamesTakesTheFirstByAlphabet() {
    assertEquals(Optional.of("bat"), Nearest.to("xat", List.of("cat", "bat")));
    assertEquals(Optional.of("bat"), Nearest.to("xat", List.of("bat", "cat")));
  }

  @Test
  void findsNothingWhereAllAreFar() {
    assertEquals(Optional.empty(), Nearest.to("printer", List.of("services", "volumes")));
  }

  @Test
  void aShortWordIsNotTakenForAnotherThatSharesNothing() {
    assertEquals(Optional.empty(), Nearest.to("to", List.of("by", "id")));
  }

  @Test
  void aLongWordMayDifferByAThird() {
    assertEquals(
        Optional.of("automaticConsistencyCheck"),
        Nearest.to("automaticConsistency", List.of("automaticConsistencyCheck")));
  }
}
