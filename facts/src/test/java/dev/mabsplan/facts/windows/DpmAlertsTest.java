package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.windows.ErrorSamples.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class DpmAlertsTest {

  @Test
  void openAlertsOfJsonAreErrors() {
    assertEquals(
        List.of(
            "2: message The replica of D:\\ on FS01 is inconsistent with the protected data source."
                + " | product dpm | server FS01.contoso.local | dataSource D:\\"
                + " | occurredAt 2026-01-12T21:04:02Z",
            "38: message Recovery point creation failed | product dpm | dataSource E:\\"
                + " | occurredAt 2026-01-11T10:24:02Z"),
        ErrorSamples.errors(Sample.ALERT_JSON.read()));
  }

  @Test
  void whatIsResolvedOrInformsOrSaysNothingIsListed() {
    assertEquals(
        List.of(
            "UNREAD 24: an alert without ErrorInfo.Problem: select it, or give ConvertTo-Json a"
                + " greater -Depth",
            "UNUSED 2: a severity that is a number, which nothing explains, taken as trouble",
            "UNUSED 17: an alert already resolved",
            "UNUSED 31: an alert that only informs"),
        ErrorSamples.remarks(Sample.ALERT_JSON.read()));
  }

  @Test
  void openAlertsOfCsvAreErrorsAtTheLineTheyBeginIn() {
    assertEquals(
        List.of(
            "3: message The replica of D:\\ on FS01 is inconsistent with the protected data"
                + " source.⏎Run a \"consistency check\". (ID 3106) | product dpm"
                + " | reportedBy MABS01 | dataSource D:\\ | occurredAt 2026-01-12T11:24:02Z",
            "5: message Recovery point creation failed. (ID 3114) | product dpm"
                + " | reportedBy MABS01 | dataSource E:\\"),
        ErrorSamples.errors(Sample.ALERT_CSV.read()));
  }

  @Test
  void aSemicolonSeparatesWhereTheLanguageWantsIt() {
    assertEquals(
        List.of("2: message Replica is inconsistent; see console | product dpm | dataSource D:\\"),
        ErrorSamples.errors(Sample.ALERT_CSV_SV.read()));
  }

  @Test
  void aLineOfCsvWithOtherColumnsHidesNoOther() {
    Notes notes =
        ErrorSamples.read(
            new DpmAlertCsv(),
            """
            OccurredSince,Severity,Message
            x,Error,"one"
            junk
            x,Error,"two"
            x,Err""");
    assertEquals(
        List.of("2: message one | product dpm", "4: message two | product dpm"),
        ErrorSamples.errors(notes));
    assertEquals(
        List.of(
            "UNREAD 3: a line with other columns than the head has (and 1 more)",
            "UNUSED 2: OccurredSince without a time zone (and 1 more)"),
        ErrorSamples.remarks(notes));
  }

  @Test
  void aQuoteThatIsNeverClosedHidesNothingBeforeIt() {
    Notes notes =
        ErrorSamples.read(
            new DpmAlertCsv(), "OccurredSince,Severity,Message\nx,Error,one\n\"x,Error,two\n");
    assertEquals(List.of("2: message one | product dpm"), ErrorSamples.errors(notes));
    assertEquals(
        "UNREAD 3: a line with other columns than the head has",
        ErrorSamples.remarks(notes).get(0));
  }

  @Test
  void ofJsonThatIsCutOffTheAlertsBeforeAreRead() {
    String text = Sample.ALERT_JSON.file().text();
    TextFile cut = new TextFile("sample", text.substring(0, text.length() - 40));
    assertTrue(new DpmAlertJson().fits(cut));
    Notes notes = ErrorSamples.read(new DpmAlertJson(), cut);
    assertTrue(
        notes.remarks.stream()
            .anyMatch(remark -> remark.text().endsWith("nothing is read from here on")),
        notes.remarks.toString());
    assertTrue(
        ErrorSamples.errors(notes).get(0).contains("The replica of D:\\ on FS01"),
        ErrorSamples.errors(notes).toString());
  }
}
