package dev.mabsplan.facts.dpm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.DataSource;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffectedTest {

  @ParameterizedTest
  @CsvSource({
    "D:\\ on FS01.example.com, D:\\, FS01.example.com",
    "Volume D:\\ on FS01, D:\\, FS01",
    "D:\\ på FS01, D:\\, FS01",
    "SQL01\\Sales on SQL01.example.com, SQL01\\Sales, SQL01.example.com",
    "System Protection on DC01, System Protection, DC01",
    "Sales on Tour on SQL01, Sales on Tour, SQL01"
  })
  void theServerStandsBehindTheDataSource(String written, String dataSource, String server) {
    assertEquals(
        new Affected(Optional.of(dataSource), Optional.of(server)),
        Affected.of(written, Optional.empty()));
  }

  @Test
  void aNameThatNamesAnotherThanTheKnownServerStaysWhole() {
    assertEquals(
        new Affected(Optional.of("Sales on Tour"), Optional.of("SQL01")),
        Affected.of("Sales on Tour", Optional.of("SQL01")));
  }

  @Test
  void aRowOfCsvNamesDataSourceAndServer() {
    assertEquals(
        List.of(
            "2: message The replica of Volume D:\\ on FS01.example.com is inconsistent with the"
                + " protected data source. | product dpm | reportedBy MABS01.example.com"
                + " | server FS01.example.com | dataSource D:\\ | occurredAt 2026-01-15T02:04:02Z"),
        Sample.pasted(
                new DpmAlertCsv(),
                "\"DPMServer\",\"OccurredSince\",\"Severity\",\"Type\",\"DataSource\",\"Message\"",
                "\"MABS01.example.com\",\"2026-01-15T02:04:02Z\",\"Error\",\"ReplicaInvalid\","
                    + "\"D:\\ on FS01.example.com\",\"The replica of Volume D:\\ on"
                    + " FS01.example.com is inconsistent with the protected data source.\"")
            .errorLines());
  }

  @Test
  void anObjectOfJsonNamesTheProtectionGroup() {
    assertEquals(
        List.of(DataSource.of("FS01", "D:\\").withProtectionGroup("File servers")),
        Sample.pasted(
                new DpmAlertJson(),
                "{\"OccurredSince\": \"2026-01-15T02:04:02Z\", \"Severity\": \"Error\","
                    + " \"Datasource\": {\"Name\": \"D:\\\\ on FS01\"},"
                    + " \"ProtectionGroup\": \"File servers\", \"Message\": \"It failed.\"}")
            .facts());
  }

  @Test
  void anAlertOfTheConsoleNamesDataSourceServerAndGroup() {
    Sample sample =
        Sample.pasted(
            new AlertText(),
            "Affected area:\tD:\\ on FS01.example.com",
            "Occurred since:\t1/15/2026 2:04:02 AM",
            "Protection group:\tFile servers",
            "Description:\tThe replica is inconsistent. (ID 3106)");
    assertEquals(
        List.of(
            "1: product dpm | server FS01.example.com | dataSource D:\\ | text Affected area: D:\\"
                + " on FS01.example.com⏎Description: The replica is inconsistent. (ID 3106)"),
        sample.errorLines());
    assertEquals(
        List.of(DataSource.of("FS01.example.com", "D:\\").withProtectionGroup("File servers")),
        sample.facts());
  }
}
