package dev.mabsplan.facts.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Passphrase;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.SecurityPin;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.privacy.SecretNames;
import dev.mabsplan.facts.shape.RecordShape;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSecretsTest {

  private static FactsDocument.Reading reading(String json) {
    return FactsDocument.reading(
        "f.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static String refused(String json) {
    return assertThrows(InvalidFactsException.class, () -> reading(json)).faults().toString();
  }

  private static String server(String fields) {
    return "{\"servers\": [{\"name\": \"FS01\", \"role\": \"unknown\", " + fields + "}]}";
  }

  @Test
  void whatIsAMessageIsNoSecret() {
    String json = "{\"errors\": [{\"text\": \"Change passphrase: Operation failed. ID: 120002\"}]}";
    Facts facts =
        FactsDocument.reading(
                "f.json",
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                text -> text.startsWith("Operation failed.") ? 17 : 0)
            .facts();
    assertEquals("Change passphrase: Operation failed. ID: 120002", facts.errors().get(0).text());
  }

  @Test
  void theTextOfAnErrorLosesASignatureAndKeepsTheRest() {
    FactsDocument.Reading read =
        reading(
            """
            {"errors": [
              {"text": "x"},
              {"text": "no https://a/b?sv=1&sig=aB%2Bc&se=2 (ID 3106)"}]}
            """);

    assertEquals(
        List.of(
            ReportedError.ofText("no https://a/b?sv=1&sig=[secret]&se=2 (ID 3106)"),
            ReportedError.ofText("x")),
        read.facts().errors());
    assertEquals(
        "[f.json:3:12 the signature of a shared access token 1]",
        read.leftOut().stream()
            .map(left -> left.source() + " " + left.what() + " " + left.count())
            .toList()
            .toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"observations\": [{\"name\": \"SmtpPassword\", \"value\": \"hunter2\"}]",
        "\"observations\": [{\"name\": \"proxy\", \"value\": \"http://u:hunter2@proxy\"}]",
        "\"observations\": [{\"name\": \"said\", \"value\": \"password=hunter2\"}]",
        "\"registryValues\": [{\"key\": \"HKLM\\\\A\", \"name\": \"Pin\", \"data\": \"hunter2\"}]",
        "\"folders\": [{\"path\": \"net use \\\\\\\\a\\\\b hunter2 /user:anna\"}]"
      })
  void noFactHoldsASecret(String fields) {
    FactsDocument.Reading read = reading(server(fields));
    String written = FactsDocument.write(read.facts());

    assertFalse(written.contains("hunter2"), written);
    assertTrue(written.contains("[secret]"), written);
    assertEquals(1, read.leftOut().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"passphrase\": \"hunter2\"",
        "\"passphrase\": {\"configured\": \"hunter2\", \"password\": \"hunter2\"}",
        "\"securityPin\": 7654321",
        "\"services\": [{\"name\": \"VSS\", \"state\": \"password=hunter2\"}]",
        "\"password\": hunter2"
      })
  void noFaultShowsASecretButWhereItStands(String fields) {
    String refused = refused(server("\n" + fields));

    assertFalse(refused.contains("7654321"), refused);
    assertFalse(refused.contains("hunter2"), refused);
    assertTrue(refused.contains("f.json:2:"), refused);
  }

  @Test
  void whatIsKnownOfASecretIsAFact() {
    Facts facts =
        reading(
                server(
                    "\"passphrase\": {\"configured\": true}, \"securityPin\": {\"ageMinutes\": 7}"))
            .facts();

    assertEquals(
        List.of(
            Passphrase.of("FS01").withConfigured(true), SecurityPin.of("FS01").withAgeMinutes(7)),
        facts.facts());
  }

  @ParameterizedTest
  @EnumSource(FactKind.class)
  void noComponentOfAFactIsCalledAsASecretIs(FactKind kind) {
    assertEquals(
        List.of(),
        RecordShape.of(kind).components().stream()
            .map(RecordShape.Component::name)
            .filter(SecretNames::isSecret)
            .toList());
  }
}
