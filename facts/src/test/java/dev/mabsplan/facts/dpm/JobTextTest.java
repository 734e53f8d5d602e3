package dev.mabsplan.facts.dpm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mabsplan.facts.DataSource;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobTextTest {

  @Test
  void aFailedJobIsAnErrorOfItsDataSource() {
    assertEquals(
        List.of(
            "1: message The replica of Volume D:\\ on FS01.example.com is inconsistent with the"
                + " protected data source. (ID 3106) | operation Recovery point | product dpm"
                + " | server FS01.example.com | dataSource D:\\"),
        Sample.fitting(new JobText(), "alerts/job-pane.txt").errorLines());
  }

  @Test
  void theProtectionGroupIsThatOfTheDataSource() {
    assertEquals(
        List.of(DataSource.of("FS01.example.com", "D:\\").withProtectionGroup("File servers")),
        Sample.fitting(new JobText(), "alerts/job-pane.txt").facts());
  }

  @Test
  void ofTwoGroupsOfADataSourceTheFirstIsTaken() {
    String job =
        """
        Type: Recovery point
        Status: Failed
        Description: It failed.
        Source: D:\\ on FS01
        """;
    Sample sample =
        Sample.fitting(
            new JobText(),
            Sample.text(job + "Protection group: New\n\n" + job + "Protection group: Old\n"));
    assertEquals(List.of(DataSource.of("FS01", "D:\\").withProtectionGroup("New")), sample.facts());
    assertEquals(List.of("7: another protection group of D:\\ than above"), sample.unused());
  }

  @Test
  void aJobThatDidNotFailIsUnused() {
    assertEquals(
        List.of("5: a time without a time zone", "14: a job that did not fail"),
        Sample.fitting(new JobText(), "alerts/job-pane.txt").unused());
  }

  @Test
  void swedishLabelsAreKnown() {
    assertEquals(
        List.of(
            "1: message Repliken är inkonsekvent. (ID 3106) | operation Konsekvenskontroll"
                + " | product dpm | server FS01 | dataSource D:\\"),
        Sample.pasted(
                new JobText(),
                "Typ: Konsekvenskontroll",
                "Status: Misslyckades",
                "Beskrivning: Repliken är inkonsekvent. (ID 3106)",
                "Sluttid: 2026-01-15 02:04:02",
                "Datakälla: D:\\ på FS01")
            .errorLines());
  }

  @Test
  void anotherListWithATypeIsNoJob() {
    assertFalse(
        new JobText().fits(Sample.text("Type: Volume\nStatus: OK\nDriveLetter: D\nSize: 1\n")));
  }
}
