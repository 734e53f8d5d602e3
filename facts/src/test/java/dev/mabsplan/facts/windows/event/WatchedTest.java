package dev.mabsplan.facts.windows.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchedTest {

  private static Sample event(String provider, String level, String message) {
    return Sample.pasted(
        new EventText(),
        "Log Name:      System",
        "Source:        " + provider,
        "Event ID:      7031",
        "Level:         " + level,
        "Computer:      SRV01",
        "Description:",
        message);
  }

  @ParameterizedTest
  @CsvSource({
    "Service Control Manager, The MSDPM service terminated unexpectedly.",
    "Service Control Manager, The DPM AccessManager Service service failed to start.",
    "Service Control Manager, Tjänsten DPMAMService avslutades oväntat.",
    "Service Control Manager, The SQL Server Agent (MSDPM2012) service terminated.",
    "Service Control Manager,"
        + " The Microsoft Azure Recovery Services Agent service terminated unexpectedly.",
    "Application Error, 'Faulting application name: msdpm.exe, version: 4.2.1417.0'",
    "Application Error, 'Faulting application name: cbengine.exe, version: 2.0'",
    ".NET Runtime, 'Application: msdpm.exe'",
    "SQLAgent$MSDPM2012, The job failed.",
    "MSSQL$MSDPM2012, The transaction log is full.",
    "SQLSERVERAGENT,"
        + " SQL Server Scheduled Job '00000000-0000-0000-0000-000000000001' (0x1) - Status: Failed",
    "MSSQLSERVER, Login failed. Reason: Failed to open the database DPMDB_MABS01."
  })
  void whatNamesAServiceOfTheBackupServerIsItsError(String provider, String message) {
    assertEquals(
        List.of(
            "1: id 7031 | message " + message + " | product " + provider + " | reportedBy SRV01"),
        event(provider, "Error", message).errorLines());
  }

  @ParameterizedTest
  @CsvSource({
    "Service Control Manager, The DPMRA service terminated unexpectedly.",
    "Service Control Manager, The Volume Shadow Copy service failed to start.",
    "Application Error, 'Faulting application name: DPMRA.exe, version: 4.2'"
  })
  void whatNamesAServiceOfEveryServerIsOfTheServerItself(String provider, String message) {
    assertEquals(
        List.of("1: id 7031 | message " + message + " | product " + provider + " | server SRV01"),
        event(provider, "Error", message).errorLines());
  }

  @Test
  void aCrashIsAnErrorThoughWindowsOnlyInformsOfIt() {
    assertEquals(
        1, event("Windows Error Reporting", "Information", "P1: msdpm.exe").errors().size());
  }

  @ParameterizedTest
  @CsvSource({
    "Service Control Manager, The Print Spooler service terminated unexpectedly.",
    "Application Error, 'Faulting application name: notepad.exe, version: 1.0'",
    "MSSQL$PROD, The transaction log is full.",
    "disk, MSDPM could not read."
  })
  void whatNamesNoneIsNotAboutBackup(String provider, String message) {
    Sample sample = event(provider, "Error", message);
    assertEquals(List.of(), sample.errorLines());
    assertEquals(
        List.of("1: events of providers that are not about backup: " + provider + " (1)"),
        sample.unused());
  }

  @Test
  void theDataOfXmlNameTheServiceWhereNoMessageDoes() {
    assertEquals(
        List.of("1: id 7031 | message DPMRA⏎1 | product Service Control Manager | server FS01"),
        Sample.read(
                new EventXml(),
                "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
                    + "<Provider Name='Service Control Manager'/><EventID>7031</EventID>"
                    + "<Level>2</Level><Computer>FS01</Computer></System><EventData>"
                    + "<Data Name='param1'>DPMRA</Data><Data Name='param2'>1</Data>"
                    + "</EventData></Event>")
            .errorLines());
  }
}
