package dev.mabsplan.facts.dpm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScomAlertTest {

  @Test
  void theNameHasTheNumberTheSourceWhatIsAffectedAndThePathTheBackupServer() {
    assertEquals(
        List.of(
            "1: id 3106 | message DPM: Replica is inconsistent (3106) | product dpm"
                + " | reportedBy MABS01.example.com | server FS01 | dataSource D:\\"),
        Sample.pasted(
                new ScomAlert(),
                "Alert: DPM: Replica is inconsistent (3106)",
                "Source: D:\\ on FS01",
                "Path: MABS01.example.com")
            .errorLines());
  }

  @Test
  void theDescriptionOfAMailIsTheMessage() {
    assertEquals(
        List.of(
            "1: id 3106 | message The replica of Volume D:\\ on FS01 is inconsistent with the"
                + " protected data source.⏎All protection activities will fail until it is"
                + " synchronized. (ID: 3106) | product dpm | reportedBy MABS01.example.com"
                + " | server FS01 | dataSource D:\\"),
        Sample.fitting(new ScomAlert(), "alerts/scom-mail.txt").errorLines());
  }

  @Test
  void theNameAloneIsAnAlert() {
    assertEquals(
        List.of("1: id 3114 | message DPM: Recovery point creation failed (3114) | product dpm"),
        Sample.pasted(new ScomAlert(), "DPM: Recovery point creation failed (3114)").errorLines());
  }

  @Test
  void aSourceThatIsAServerIsNoDataSource() {
    assertEquals(
        List.of(
            "1: id 370 | message DPM: Agent operation failed (370) | product dpm"
                + " | reportedBy MABS01 | server FS01.example.com"),
        Sample.pasted(
                new ScomAlert(),
                "Alert: DPM: Agent operation failed (370)",
                "Source: FS01.example.com",
                "Path: MABS01")
            .errorLines());
  }

  @Test
  void anAlertOfAnotherProductIsNone() {
    assertFalse(
        new ScomAlert().fits(Sample.text("Alert: SQL Server: Job failed (208)\nPath: SQL01\n")));
  }
}
