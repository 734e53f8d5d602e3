package dev.mabsplan.facts.dpm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class DpmAlertShownTest {

  @Test
  void aListOfAlertsIsReadAsTheConsoleWrapsIt() {
    assertEquals(
        List.of(
            "2: message The replica of Volume D:\\ on FS01.example.com is inconsistent with the"
                + " protected data source. (ID 3106) | product dpm | reportedBy MABS01.example.com"
                + " | server FS01.example.com | dataSource D:\\"),
        Sample.fitting(new DpmAlertShown(), "alerts/get-dpmalert-list.txt").errorLines());
  }
}
