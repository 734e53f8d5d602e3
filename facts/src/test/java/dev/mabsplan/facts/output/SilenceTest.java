package dev.mabsplan.facts.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Address;
import dev.mabsplan.facts.reading.TextFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceTest {

  private static final String SELECTED =
      " | Select-Object Name, Status, StartType | ConvertTo-Json";

  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of(
            "Get-Service -Name obengine -ErrorAction SilentlyContinue" + SELECTED,
            List.of("servers[FS01].services[obengine]")),
        Arguments.of(
            "Get-Service 'SQLAgent$*', SQLSERVERAGENT" + SELECTED,
            List.of("servers[FS01].services[SQLSERVERAGENT]")),
        Arguments.of(
            "Get-Service -Name 'MSSQL$*', MSSQLSERVER" + SELECTED,
            List.of("servers[FS01].services[MSSQLSERVER]", "servers[FS01].software[sqlServer]")),
        Arguments.of(
            "Get-ItemProperty -Path 'HKLM:\\SOFTWARE\\Contoso' -ErrorAction SilentlyContinue"
                + " | Select-Object PSPath, Mode, @{n='Now';e={Get-Date}} | ConvertTo-Json",
            List.of("servers[FS01].registryValues[HKLM\\SOFTWARE\\Contoso, Mode]")),
        Arguments.of(
            "Get-ItemProperty -Path 'HKLM:\\SOFTWARE\\Microsoft\\Microsoft Data Protection"
                + " Manager\\Setup' -ErrorAction SilentlyContinue | ForEach-Object { (Get-Item -Path"
                + " (Join-Path $_.InstallPath 'bin\\dpmra.exe')).VersionInfo } | ConvertTo-Json",
            List.of("servers[FS01].software[dpmAgent]")),
        Arguments.of(
            "Get-ChildItem -Path Cert:\\LocalMachine\\My | Where-Object { $_.Subject -like"
                + " '*Windows Azure Tools*' } | ConvertTo-Json",
            List.of("servers[FS01].certificates[Windows Azure Tools]")),
        Arguments.of(
            "Get-VM -Name 'WEB01' | Get-Annotation -CustomAttribute DPMServer | ConvertTo-Json",
            List.of("servers[FS01].vmwareAttributes[WEB01, DPMServer]")),
        Arguments.of(
            "Get-Disk | Where-Object BusType -eq 'File Backed Virtual' | ConvertTo-Json",
            List.of("all MOUNTED_IMAGES")),
        Arguments.of(
            "Get-MpThreatDetection | ConvertTo-Json", List.of("all ANTIVIRUS_DETECTIONS")));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void printingNothingMeansThatNothingIsThere(String command, List<String> absent) {
    assertEquals(absent, absent(command, ""));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theNullOfJsonIsNothingToo(String command, List<String> absent) {
    assertEquals(absent, absent(command, "null\n"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void whereNoPromptFollowsTheAnswerMayBeCutOff(String command, List<String> absent) {
    assertEquals(List.of(), printed(command, ""), () -> "not even " + absent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Get-Service -Name VSS -ComputerName FS02",
        "Get-Service | Where-Object Name -eq VSS",
        "Get-Service -Name VSS -Exclude VSS",
        "Get-WindowsFeature -Name Windows-Server-Backup",
        "Get-ItemProperty -Path 'HKLM:\\SOFTWARE\\Contoso'",
        "Get-ChildItem -Path Cert:\\LocalMachine\\My",
        // its first answers can be empty while jobs run
        "Get-Service -Name MSDPM | Where-Object Status -eq Running | ConvertTo-Json",
        "Get-Service -Name MSDPM | Select-Object -Skip 1 | ConvertTo-Json",
        "Get-Service -Name $name | ConvertTo-Json",
        "Get-Service -Name obengine; Get-Date",
        "Get-ItemProperty -Path 'HKLM:\\SOFTWARE\\Contoso' | Select-Object Mode | Where-Object Mode",
        "Get-DPMJob -DPMServerName $env:COMPUTERNAME -Status InProgress",
        "Get-MpThreatDetection -ThreatID 5 | ConvertTo-Json",
        "Get-MpThreatDetection | Where-Object ActionSuccess | ConvertTo-Json",
        "Get-Disk"
      })
  void whereNothingCanHaveAnotherReasonItMeansNothing(String command) {
    assertEquals(List.of(), absent(command, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '`',
      textBlock =
          """
          Get-Service -Name VSS | Select-Object Status, StartType ^ {"Status": 4, "StartType": 2}
          Get-Service -Name VSS | Select-Object ServiceName ^ {"ServiceName": "vss"}
          Get-Service -Name VSS | Select-Object -ExpandProperty Status ^ [1]
          Get-ItemProperty -Path 'HKLM:\\SOFTWARE\\Contoso' | Select-Object Mode ^ {"Mode": "on"}
          """)
  void anAnswerWithoutItsNameIsNoSilence(String command, String printed) {
    assertEquals(List.of(), absent(command + " | ConvertTo-Json", printed));
  }

  @Test
  void anErrorIsNoSilence() {
    assertEquals(
        List.of(),
        absent(
            "Get-Service -Name obengine" + SELECTED,
            "Get-Service : Access is denied.\n    + FullyQualifiedErrorId : AccessDenied\n"));
  }

  private static List<String> absent(String command, String printed) {
    return printed(command, printed + "\nPS C:\\>");
  }

  private static List<String> printed(String command, String printed) {
    List<NativeOutput> outputs =
        NativeOutput.of(new TextFile("typed.txt", "PS C:\\> " + command + "\n" + printed));
    return Stream.concat(
            outputs.stream()
                .flatMap(output -> output.facts().stream())
                .map(fact -> Address.of(fact.of().apply("FS01")).toString()),
            outputs.stream()
                .flatMap(output -> output.collected().stream())
                .map(kind -> "all " + kind))
        .toList();
  }
}
