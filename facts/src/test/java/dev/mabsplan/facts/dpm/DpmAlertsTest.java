package dev.mabsplan.facts.dpm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.TextFile;
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
        Sample.read(new DpmAlertJson(), Sample.file("alerts/get-dpmalert.json")).errorLines());
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
        Sample.read(new DpmAlertJson(), Sample.file("alerts/get-dpmalert.json")).remarkLines());
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
        Sample.read(new DpmAlertCsv(), Sample.file("alerts/get-dpmalert.csv")).errorLines());
  }

  @Test
  void aSemicolonSeparatesWhereTheLanguageWantsIt() {
    assertEquals(
        List.of("2: message Replica is inconsistent; see console | product dpm | dataSource D:\\"),
        Sample.read(new DpmAlertCsv(), Sample.file("alerts/get-dpmalert-sv.csv")).errorLines());
  }

  @Test
  void aLineOfCsvWithOtherColumnsHidesNoOther() {
    Sample sample =
        Sample.read(
            new DpmAlertCsv(),
            """
            OccurredSince,Severity,Message
            x,Error,"one"
            junk
            x,Error,"two"
            x,Err""");
    assertEquals(
        List.of("2: message one | product dpm", "4: message two | product dpm"),
        sample.errorLines());
    assertEquals(
        List.of(
            "UNREAD 3: a line with other columns than the head has (and 1 more)",
            "UNUSED 2: OccurredSince without a time zone (and 1 more)"),
        sample.remarkLines());
  }

  @Test
  void aQuoteThatIsNeverClosedHidesNothingBeforeIt() {
    Sample sample =
        Sample.read(
            new DpmAlertCsv(), "OccurredSince,Severity,Message\nx,Error,one\n\"x,Error,two\n");
    assertEquals(List.of("2: message one | product dpm"), sample.errorLines());
    assertEquals(
        "UNREAD 3: a line with other columns than the head has", sample.remarkLines().get(0));
  }

  @Test
  void ofJsonThatIsCutOffTheAlertsBeforeAreRead() {
    String text = Sample.file("alerts/get-dpmalert.json").text();
    TextFile cut = new TextFile("sample", text.substring(0, text.length() - 40));
    assertTrue(new DpmAlertJson().fits(cut));
    Sample sample = Sample.read(new DpmAlertJson(), cut);
    assertTrue(
        sample.notes().remarks().stream()
            .anyMatch(remark -> remark.text().endsWith("nothing is read from here on")),
        sample.notes().remarks().toString());
    assertTrue(
        sample.errorLines().get(0).contains("The replica of D:\\ on FS01"),
        sample.errorLines().toString());
  }
}
