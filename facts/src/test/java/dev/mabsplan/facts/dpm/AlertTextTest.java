package dev.mabsplan.facts.dpm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.TextFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertTextTest {

  @Test
  void eachAlertIsAnErrorWithoutMarkdownAndWithoutAdvice() {
    assertEquals(
        List.of(
            "1: product dpm | text Affected area: SQL01\\Sales⏎Description: The replica of SQL"
                + " Server 2016 database SQL01\\Sales on SQL01.contoso.local is inconsistent with"
                + " the protected data source. (ID 3106)⏎The DPM job failed for SQL Server 2016"
                + " database SQL01\\Sales on SQL01.contoso.local because the SQL Server instance"
                + " refused a connection to the protection agent. (ID 30172 Details: Internal error"
                + " code: 0x80990F75)",
            "11: product dpm | text Affected area: D:\\⏎Description: The storage pool has no room."
                + " (ID 58)"),
        Sample.read(new AlertText(), Sample.file("alerts/copied-markdown.txt")).errorLines());
  }

  @Test
  void timesAndAdviceAreUnused() {
    assertEquals(
        List.of(
            "UNUSED 2: a time without a time zone (and 1 more)",
            "UNUSED 6: what the console recommends (and 1 more)"),
        Sample.read(new AlertText(), Sample.file("alerts/copied-markdown.txt")).remarkLines());
  }

  @Test
  void swedishLabelsAreKnown() {
    assertEquals(
        List.of(
            "1: product dpm | text Affected area: D:\\⏎Description: Repliken av D:\\ på FS01 är"
                + " inkonsekvent med den skyddade datakällan. (ID 3106)"),
        Sample.read(new AlertText(), Sample.file("alerts/copied-sv.txt")).errorLines());
  }

  @Test
  void anAlertThatIsCutOffBeforeItsDescriptionIsListed() {
    Sample sample =
        Sample.read(new AlertText(), "Affected area:\tD:\\\nOccurred since:\t1/12/2026 1");
    assertEquals(List.of(), sample.errorLines());
    assertEquals(
        List.of("UNREAD 1: an alert without a description", "UNUSED 2: a time without a time zone"),
        sample.remarkLines());
  }

  @Test
  void proseThatNamesAnAreaIsNoAlert() {
    assertFalse(
        new AlertText().fits(new TextFile("x", "Affected area: Europe\nNothing works today.")));
  }
}
