package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.format.TextFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopiedErrorTest {

  private static List<ReportedError> errors(String text) {
    return NativeOutput.of(new TextFile("error.txt", text)).stream()
        .flatMap(output -> output.errors().stream())
        .map(noted -> noted.error())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DPM failed to communicate with the protection agent on FS02 because access is denied. (ID"
            + " 42 Details: Access is denied (0x80070005))",
        "DPM kunde inte kommunicera med skyddsagenten på FS02. (ID 42 Information: Åtkomst nekad"
            + " (0x80070005))",
        "The backup of FS02 failed: access was denied.",
        "Replica is inconsistent for D:\\ on FS01",
        "We get Unable to configure protection when we modify the group of SQL01",
        "CBPSourceSnapshotFailedReplicaInconsistent",
        "Pre-backup script: ERROR 2013 (HY000): Lost connection to MySQL server during query",
        "The replica of D:\\ on FS01 is inconsistent. (ID 3106)\n\n1. one\n2. two\n\n3. three"
      })
  void aFileWithAnErrorSaysWhatItsTextSays(String text) {
    assertEquals(List.of(ReportedError.ofText(text)), errors(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR: Access is denied.\n",
        "FEL: Åtkomst nekad.\n",
        "Access is denied. (0x80070005)\n",
        "Dear colleague,\n",
        "The administrator ran vssadmin list writers and fltmc filters: all was stable.",
        "$x = Get-DPMAlert\nif (!$x) { throw 'backup failed (ID 3106)' }\n"
      })
  void whatIsNoErrorOfBackupIsNone(String text) {
    assertEquals(List.of(), errors(text));
  }

  @Test
  void anErrorAboveAPromptIsOneToo() {
    String text = "The replica of D:\\ on FS01 is inconsistent. (ID 3106)";
    assertEquals(
        List.of(ReportedError.ofText(text)),
        errors(text + "\nPS C:\\> Get-Service -Name obengine | ConvertTo-Json\nPS C:\\>\n"));
  }

  @Test
  void anErrorPastedAtAPromptIsOneToo() {
    String text = "The replica of D:\\ on FS01 is inconsistent. (ID 3106)";
    assertEquals(List.of(ReportedError.ofText(text)), errors("PS C:\\>\n" + text + "\n"));
  }

  @Test
  void whatIsAMessageIsNoSecret() {
    String copied = "Change passphrase: Operation failed. ID: 120002";
    List<NativeOutput> outputs =
        NativeOutput.of(
            new TextFile("error.txt", copied),
            text -> text.startsWith("Operation failed.") ? 17 : 0,
            Probes.NONE);
    assertEquals(copied, outputs.get(0).errors().get(0).error().text());
  }
}
