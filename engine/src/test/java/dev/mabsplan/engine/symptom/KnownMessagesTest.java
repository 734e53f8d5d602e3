package dev.mabsplan.engine.symptom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.privacy.Secrets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownMessagesTest {

  private static final KnownMessages KNOWN =
      new KnownMessages(
          List.of(
              "Operation failed.",
              "Åtgärden misslyckades.",
              "The encryption passphrase for this server is not set. Please configure an encryption"
                  + " passphrase.",
              "The passphrase of {server} doesn't fit the vault {vault}."));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Operation failed. ID: 120002",
        "OPERATION FAILED",
        "operation\nfailed. What now?",
        "Operation failed (ID 120002)",
        "Operation failed ID 120002",
        "Operation failed, ID 120002",
        "Error 120002: Operation failed.",
        "\"Operation failed.\", \"id\": 1",
        "Fel: Åtgärden misslyckades.",
        "The encryption passphrase for this server is not set.",
        "The encryption passphrase for this server is not set. FS01 has one",
        "The encryption passphrase for this server is not set. Please conf…",
        "The encryption passphrase for this server is not set. Please\nID 1",
        "The passphrase of FS01 doesn't fit the vault v1.",
        "The passphrase of FS01 doesn\\u0027t fit the vault v1.\""
      })
  void aMessageIsKnownAsPeopleCopyIt(String text) {
    assertEquals("Passphrase: " + text, clean("Passphrase: " + text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Operation failed to hunter2",
        "Operation failedhunter2",
        "Operation: hunter2",
        "hunter2 Operation failed.",
        "The encryption passphrase for this server is hunter2",
        "The passphrase of FS01 hunter2",
        "hunter2"
      })
  void whatOnlyBeginsLikeAMessageIsNone(String text) {
    assertEquals("Passphrase: [secret]", clean("Passphrase: " + text));
  }

  private static String clean(String text) {
    return Secrets.removedFromMessage(text, KNOWN).text();
  }
}
