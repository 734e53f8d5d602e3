package dev.mabsplan.facts.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  private static final List<String> KNOWN =
      List.of("Operation failed.", "Säkerhets-PIN-koden som angavs är felaktig.");

  private static final Messages MESSAGES =
      text -> KNOWN.stream().filter(text::startsWith).mapToInt(String::length).max().orElse(0);

  private static String clean(String text) {
    return Secrets.removedFrom(text, MESSAGES).text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Change passphrase: Operation failed. ID: 120002",
        "Change passphrase: Operation failed. (0x80070005)",
        "Passphrase for vault v1: Operation failed.",
        "The passphrase is: Operation failed.",
        "Passphrase: \"Operation failed.\"",
        "{\"passphrase\": \"Operation failed.\", \"id\": 120002}",
        "<Passphrase>Operation failed.</Passphrase>",
        "Ändra lösenfras: Säkerhets-PIN-koden som angavs är felaktig.",
        "Lösenord: Säkerhets-PIN-koden som angavs är felaktig. Försök igen."
      })
  void whatIsAMessageStaysWhateverStandsBeforeIt(String text) {
    assertEquals(text, clean(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Change passphrase: Operation failed. ID: 120002",
        "Ändra lösenfras: Säkerhets-PIN-koden som angavs är felaktig."
      })
  void whereNoMessageIsKnownItMayBeASecret(String text) {
    assertEquals(
        text.substring(0, text.indexOf(':') + 2) + Secrets.MARK, Secrets.removedFrom(text).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Change passphrase: Operation failed. The password was hunter2"
            + "|Change passphrase: Operation failed. The password was [secret]",
        "Passphrase: Operation failed. Password=hunter2|Passphrase: Operation failed. Password=[secret]",
        "Passphrase: Operation failed. hunter2|Passphrase: Operation failed. [secret]",
        "Lösenfras: Säkerhets-PIN-koden som angavs är felaktig. PIN: 123456"
            + "|Lösenfras: Säkerhets-PIN-koden som angavs är felaktig. PIN: [secret]",
        "Operation failed. Lösenordet är hunter2|Operation failed. Lösenordet är [secret]",
        "password=hunter2 Operation failed.|password=[secret]"
      })
  void aSecretBesideAMessageGoes(String text, String expected) {
    assertEquals(expected, clean(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Operation failed.|Operation failed.",
        "Operation failed. hunter2|Operation failed. [secret]",
        "Operation failed. The PIN is 123456|Operation failed. The PIN is [secret]",
        "hunter2|[secret]"
      })
  void aFieldOfASecretKeepsOnlyTheMessage(String value, String expected) {
    assertEquals(expected, Secrets.removedFromValue("passphrase", value, MESSAGES).text());
  }
}
