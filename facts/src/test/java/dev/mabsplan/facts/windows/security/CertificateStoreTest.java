package dev.mabsplan.facts.windows.security;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Certificate;
import dev.mabsplan.facts.format.Sample;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateStoreTest {

  @Test
  void certificatesOfTheMachineHaveNameStoreAndEnd() {
    Sample sample = read(new CertificateStore(), file("certificate-store/5.1.json"));

    assertEquals(
        List.of(
            Certificate.of(SERVER, "Windows Azure Tools")
                .withStore("My")
                .withExpiresAt(Instant.parse("2027-01-15T08:00:00Z")),
            Certificate.of(SERVER, "mabs01.contoso.example")
                .withStore("My")
                .withExpiresAt(Instant.parse("2027-05-11T01:46:40Z"))),
        sample.facts());
    assertEquals(List.of(3, 9), sample.lines());
    assertEquals(List.of("15: a certificate of no store of the machine"), sample.unused());
    assertEquals(List.of(), sample.notes().collected());
  }

  @Test
  void ofTwoWithOneNameOnlyWhatTheyShareIsKnown() {
    Sample sample = read(new CertificateStore(), file("certificate-store/two-of-one-name-7.json"));

    assertEquals(
        List.of(Certificate.of(SERVER, "Windows Azure Tools").withStore("My")), sample.facts());
  }

  @Test
  void aFileThatIsCutOffGivesWhatStandsBefore() {
    Sample sample = read(new CertificateStore(), file("certificate-store/damaged.json"));

    assertEquals(
        List.of(Certificate.of(SERVER, "Windows Azure Tools").withStore("My")), sample.facts());
    assertEquals(2, sample.unread().size());
    assertEquals("6: NotAfter is no time with its zone", sample.unread().get(1));
  }
}
