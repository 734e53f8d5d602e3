package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.format.TextFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedComputersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invoke-Command -ComputerName FS01 { sc.exe qc VSS }",
        "icm FS01 {sc.exe qc VSS}",
        "psexec.exe \\\\FS01 sc qc VSS",
        "winrs -r:FS01 sc qc VSS",
        "wmic /node:\"FS01\" service list",
        "reg query \\\\FS01\\HKLM\\SOFTWARE",
        "Get-Service VSS -ComputerName FS01 | ConvertTo-Json",
        "Get-Service VSS -Comp FS01",
        "Get-Volume -CimSession FS01",
        "Get-Service VSS -ComputerName:FS01",
        "Invoke-Command -VMName FS01 -ScriptBlock { sc.exe query swprv }",
        "Invoke-Command -ComputerName FS01 { Get-Service VSS | ConvertTo-Json -Compress }",
        "$found = (Get-DPMDiskStorage -Volumes -DPMServerName FS01)"
      })
  void anotherComputerIsAskedByItsName(String typed) {
    assertEquals(List.of("FS01"), AskedComputers.of(TypedCommand.parse(typed)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Get-Service VSS",
        "Get-Service -ComputerName localhost",
        "Get-DPMJob -DPMServerName $env:COMPUTERNAME",
        "$all = (Get-DPMDiskStorage -DPMServerName $env:COMPUTERNAME)",
        "Test-NetConnection -ComputerName FS01 -Port 135",
        "Invoke-Command { sc.exe qc VSS }",
        "Invoke-Command -ScriptBlock { Get-Service VSS | ConvertTo-Json }",
        "& { Get-Service VSS | ConvertTo-Json -Compress }",
        "ConvertTo-Json -Compress (Get-Service VSS)",
        "reg query HKLM\\SOFTWARE",
        "psexec -s sc qc VSS"
      })
  void whatIsAskedHereIsOfThisComputer(String typed) {
    assertEquals(List.of(), AskedComputers.of(TypedCommand.parse(typed)));
  }

  @Test
  void aSessionIsAnotherComputerWithoutItsName() {
    assertEquals(
        List.of("$s"),
        AskedComputers.of(TypedCommand.parse("Invoke-Command -Session $s { Get-Service VSS }")));
  }

  @Test
  void whatAnotherComputerAnswersIsNotOfTheOneItWasTypedOn() {
    NativeOutput answered =
        answered("Invoke-Command -ComputerName FS01 { sc.exe qc VSS }", "START_TYPE : 4 DISABLED");
    assertEquals("FS01", answered.hosts().get(0).name());
    assertEquals(1, answered.facts().size());
  }

  @Test
  void ofSeveralComputersNothingIsReadThatDoesNotSayWhoseItIs() {
    NativeOutput answered =
        answered(
            "Invoke-Command -ComputerName FS01, FS02 { sc qc VSS }", "START_TYPE : 4 DISABLED");
    assertEquals(List.of(), answered.facts());
    assertEquals(
        List.of(
            "typed.txt:3: an answer of several computers, or of one without its name, that does not"
                + " say whose it is; ask each computer by its name"),
        answered.remarks().stream().map(Remark::toString).toList());
  }

  private static NativeOutput answered(String command, String startType) {
    String session =
        """
        PS C:\\> hostname
        MABS01
        PS C:\\> %s
        [SC] QueryServiceConfig SUCCESS

        SERVICE_NAME: VSS
                TYPE               : 10  WIN32_OWN_PROCESS
                %s
        PS C:\\>
        """
            .formatted(command, startType);
    return NativeOutput.of(new TextFile("typed.txt", session)).get(1);
  }
}
