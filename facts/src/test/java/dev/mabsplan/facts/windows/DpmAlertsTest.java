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
            "UNREAD 24: 1 alert without ErrorInfo.Problem: select it, or give ConvertTo-Json a"
                + " greater -Depth",
            "UNUSED 17: 1 alert already resolved",
            "UNUSED 31: 1 alert that only inform",
            "UNUSED 2: severity as a number, which nothing explains, of 1 alert: taken as trouble"),
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
            "UNREAD 3: 2 lines with other columns than the head has",
            "UNUSED 2: OccurredSince without a time zone, of 2 alerts"),
        ErrorSamples.remarks(notes));
  }

  @Test
  void aQuoteThatIsNeverClosedHidesNothingBeforeIt() {
    Notes notes =
        ErrorSamples.read(
            new DpmAlertCsv(), "OccurredSince,Severity,Message\nx,Error,one\n\"x,Error,two\n");
    assertEquals(List.of("2: message one | product dpm"), ErrorSamples.errors(notes));
    assertEquals(
        "UNREAD 3: 1 line with other columns than the head has",
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
