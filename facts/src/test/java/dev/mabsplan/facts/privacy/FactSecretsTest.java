package dev.mabsplan.facts.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.Observation;
import dev.mabsplan.facts.Service;
import org.junit.jupiter.api.Test;

class FactSecretsTest {

  private static Fact clean(Fact fact) {
    return FactSecrets.removedFrom(fact, Messages.NONE);
  }

  @Test
  void aNameOrAValueHoldsNoSecret() {
    assertEquals(
        Observation.of("FS01", "note", "the password is [secret]"),
        clean(Observation.of("FS01", "note", "the password is hunter2")));
  }

  @Test
  void whatIsNamedForASecretIsOne() {
    assertEquals(
        Observation.of("FS01", "passphrase", "[secret]"),
        clean(Observation.of("FS01", "passphrase", "hunter2")));
  }

  @Test
  void aFactWithoutASecretStaysAsItIs() {
    Fact fact = Service.of("FS01", "VSS");
    assertSame(fact, clean(fact));
  }
}
