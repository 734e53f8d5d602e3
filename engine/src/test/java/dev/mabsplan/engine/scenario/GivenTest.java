package dev.mabsplan.engine.scenario;

import static dev.mabsplan.engine.scenario.SmallScenario.FILE;
import static dev.mabsplan.engine.scenario.SmallScenario.GOOD;
import static dev.mabsplan.engine.scenario.SmallScenario.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenTest {

  private final Given main = read(GOOD).get(0).given();
  private final Given other = read(GOOD).get(1).given();

  @Nested
  class AFactKnowsWhereItIsWritten {

    private static Optional<String> place(Given given, String address) {
      return given.source(Address.parse(address)).map(Source::toString);
    }

    @ParameterizedTest
    @CsvSource({
      "servers[FS01].services[VSS].startType, 10:23",
      "servers[FS01].services[VSS], 10:11",
      "servers[fs01].folders[c:\\temp].present, 8:35",
      "'errors[3106 on FS01, D:\\]', 12:7",
      "errors[99999].id, 13:8"
    })
    void inTheMainCase(String address, String at) {
      assertEquals(Optional.of(FILE + ":" + at), place(main, address));
    }

    @Test
    void inTheCaseThatReplacesIt() {
      assertEquals(
          Optional.of(FILE + ":35:59"), place(other, "servers[FS01].services[VSS].startType"));
    }

    @Test
    void inTheMainCaseThatTheOtherLiesOver() {
      assertEquals(
          Optional.of(FILE + ":8:35"), place(other, "servers[FS01].folders[C:\\Temp].present"));
    }

    @Test
    void inTheBase() {
      assertEquals(Optional.of("small/servers.yaml:2:5"), place(main, "servers[MABS01]"));
    }

    @Test
    void orIsNotGiven() {
      assertEquals(Optional.empty(), place(main, "servers[FS01].services[BITS].state"));
    }
  }

  @Test
  void isAFactsDocument() {
    assertEquals(main.facts(), FactsDocument.parse(main.json()));
  }

  @Test
  void isTheSameInAnyOrder() {
    for (int seed = 0; seed < 20; seed++) {
      assertEquals(main.facts(), main.shuffled(new Random(seed)));
    }
  }

  @Test
  void isInAnotherOrderOnceShuffled() {
    Set<Source> first = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      Facts facts = main.shuffled(new Random(seed));
      first.add(facts.source(Address.parse("errors[99999]")).orElseThrow());
    }
    assertNotEquals(1, first.size());
  }
}
