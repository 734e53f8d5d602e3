package dev.mabsplan.facts.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.mabsplan.facts.Observation;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Service;
import org.junit.jupiter.api.Test;

class RecordSecretsTest {

  private static <R extends Record> R clean(R of) {
    return RecordSecrets.removedFrom(of, Messages.NONE);
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
  void whereAnErrorWasHoldsNoSecret() {
    assertEquals(
        ReportedError.ofId(3106).withReportedBy("MABS01 pin: [secret]"),
        clean(ReportedError.ofId(3106).withReportedBy("MABS01 pin: 4711")));
  }

  @Test
  void aFactWithoutASecretStaysAsItIs() {
    Service fact = Service.of("FS01", "VSS");
    assertSame(fact, clean(fact));
  }
}
