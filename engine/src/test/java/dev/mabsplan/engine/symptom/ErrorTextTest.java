package dev.mabsplan.engine.symptom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.ReportedError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorTextTest {

  private static ErrorText of(String text) {
    return ErrorText.of(ReportedError.ofText(text));
  }

  @Test
  void allNumbersOfAnAlertAreKeptInOrder() {
    ErrorText text = of(RecognizerTest.COPIED_ALERT);
    assertEquals(List.of(3106, 30172), text.ids());
    assertEquals(List.of("0x80990f75"), text.codes());
    assertEquals(List.of(3106, 40003), of(RecognizerTest.EVENT).ids());
    assertEquals(
        List.of(100050, 100091, 170036),
        of("It failed. (ID: 100050) And (0x186FB) for [0x29834]").ids());
    assertEquals(
        List.of(30229),
        of("It failed (WSB Event ID: 517, WSB Error Code: 0x6B48C3A0). (ID 30229 Details: x)")
            .ids());
  }

  @Test
  void fieldsComeFirst() {
    ErrorText text =
        ErrorText.of(
            new ReportedError(
                5, "-2147024891", "CBPx", null, null, null, null, null, null, "(ID 6)", null));
    assertEquals(List.of(5, 6), text.ids());
    assertEquals(List.of("0x80070005"), text.codes());
    assertEquals(List.of("CBPx"), text.names());
  }

  @Test
  void aNameInACodeFieldIsAName() {
    ErrorText text =
        ErrorText.of(
            new ReportedError(
                null,
                "CBPGenericOperationFailure",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    assertEquals(List.of("CBPGenericOperationFailure"), text.names());
    assertEquals("CBPGenericOperationFailure", text.headline());
  }

  @Test
  void aNameThatAnErrorRecordBreaksIsPutTogether() {
    ErrorText text =
        of(
            """
            WARNING: Vault credentials validation failed.
            Start-OBRegistration : Vault credentials file provided has expired. We recommend more.
            At line:1 char:1
                + CategoryInfo          : NotSpecified: (:) [Start-OBRegistration], DlsException
                + FullyQualifiedErrorId : CBPUserExpiredVaultCred
            ential,Microsoft.Internal.CloudBackup.Commands.StartCBREgistrationCommand
            """);
    assertEquals(List.of("CBPUserExpiredVaultCredential"), text.names());
    assertEquals("WARNING: Vault credentials validation failed.", text.headline());
  }

  @Test
  void theHeadlineIsTheFirstSentenceOfTheDescription() {
    assertEquals(
        "The replica of SQL Server 2016 database TT-SQL01\\VirtualManagerDB on"
            + " TT-SQL01.TT-SQL01-FC.corp.technologytoolbox.com is inconsistent with the protected"
            + " data source.",
        of(RecognizerTest.MARKDOWN_ALERT).headline());
    assertEquals("It failed.", of("**It\n  failed.** (ID 5)").headline());
  }

  @Test
  void theHeadlineIsNoHeading() {
    assertEquals(
        "The agent did not answer.",
        of("Error:\\\nData Protection Manager Error ID: 307\\\nThe agent did not answer.\nSo there.")
            .headline());
    assertEquals("Error ID: 307", of("Error ID: 307").headline());
  }

  @Test
  void theHeadlineHoldsNothingThatATerminalWouldObey() {
    String headline = of("\u001b[31mIt\u0007 \u202efailed\u001b]0;x").headline();
    assertEquals("It failed]0;x", headline);
  }

  @Test
  void theHeadlineIsShort() {
    String headline = of("word ".repeat(1000)).headline();
    assertTrue(headline.length() <= 200, headline);
    assertTrue(headline.endsWith("word…"), headline);
    assertTrue(of("😀".repeat(1000)).headline().length() <= 200);
  }

  @Test
  void withoutWordsTheNumberNamesTheError() {
    assertEquals("ID 3106", ErrorText.of(ReportedError.ofId(3106)).headline());
  }
}
