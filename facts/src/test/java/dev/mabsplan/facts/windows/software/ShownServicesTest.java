package dev.mabsplan.facts.windows.software;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownServicesTest {

  private static final String STOPPED =
      ": Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=null]";

  @Test
  void theTableOfTheConsoleHasStates() {
    assertEquals(
        List.of(
            "4" + STOPPED,
            "5: Service[server=FS01, name=MSSQL$PROD, present=true, state=RUNNING, startType=null]"),
        Sample.fitting(new ShownServices(), "get-service/table.txt").factLines());
  }

  @Test
  void aNameThatIsCutOffIsUnread() {
    assertEquals(
        List.of("6: a service whose name is cut off"),
        Sample.fitting(new ShownServices(), "get-service/table.txt").unread());
  }

  @Test
  void aListHasStartTypesToo() {
    assertEquals(
        List.of(
            "2: Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=DISABLED]",
            "11: Service[server=FS01, name=DPMRA, present=true, state=RUNNING, startType=MANUAL]"),
        Sample.fitting(new ShownServices(), "get-service/list.txt").factLines());
  }

  @Test
  void selectedPropertiesComeInAnyOrder() {
    assertEquals(
        List.of(
            "3: Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=DISABLED]"),
        Sample.pasted(
                new ShownServices(),
                "Name StartType  Status",
                "---- ---------  ------",
                "VSS   Disabled Stopped")
            .factLines());
  }

  @Test
  void wmiHasAStatusBesideTheState() {
    assertEquals(
        List.of(
            "3: Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=DISABLED]"),
        Sample.pasted(
                new ShownServices(),
                "ProcessId Name StartMode State   Status ExitCode",
                "--------- ---- --------- -----   ------ --------",
                "0         VSS  Disabled  Stopped OK     1077")
            .factLines());
  }

  @Test
  void aTableWhoseBlanksWereLostIsRead() {
    assertEquals(
        List.of("3" + STOPPED),
        Sample.pasted(
                new ShownServices(),
                "Status Name DisplayName",
                "------ ---- -----------",
                "Stopped VSS Volume Shadow Copy")
            .factLines());
  }

  @Test
  void otherThingsWithNameAndStatusAreNoServices() {
    assertFalse(
        new ShownServices()
            .fits(Sample.text("Name Status\n---- ------\nEthernet Up\nWi-Fi Disconnected\n")));
  }
}
