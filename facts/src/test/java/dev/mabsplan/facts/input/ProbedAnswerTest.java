package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.VmwareAttribute;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.input.Probe.Meaning;
import dev.mabsplan.facts.input.Probe.Said;
import dev.mabsplan.facts.privacy.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbedAnswerTest {

  private static final String SERVICES = "Get-Service -Name 'MSSQL$*', MSSQLSERVER";

  private static final Probe SQL =
      new Probe(
          "test/sql",
          SERVICES,
          Optional.of("Get-Service | ConvertTo-Json"),
          means((server, filled) -> Software.of(server, "sqlServer").absent()),
          means((server, filled) -> Service.of(server, "MSSQLSERVER").absent()));

  private static final Probe DISKS =
      new Probe(
          "test/images",
          "Get-Disk | Where-Object BusType -match 'Virtual'",
          Optional.of("Get-Disk | ConvertTo-Json"),
          new Meaning(List.of(), List.of(FactKind.MOUNTED_IMAGES)),
          Meaning.NONE);

  private static final Probe MACHINE =
      new Probe(
          "test/machine",
          "Get-VM -Name '{dataSource}' | Get-Annotation | ConvertTo-Json",
          Optional.of("Get-Annotation | ConvertTo-Json"),
          means(
              (server, filled) ->
                  VmwareAttribute.of(server, filled.apply("{dataSource}"), "DPMServer").absent()),
          Meaning.NONE);

  private static final Probe VALUE =
      new Probe(
          "test/value",
          "reg.exe query HKLM\\SOFTWARE\\Contoso /v Mode",
          Optional.of("reg.exe query"),
          Meaning.NONE,
          means(
              (server, filled) ->
                  RegistryValue.of(server, "HKLM\\SOFTWARE\\Contoso", "Mode").absent()));

  private static Meaning means(Said said) {
    return new Meaning(List.of(said), List.of());
  }

  @Nested
  class AnEmptyAnswer {

    @ParameterizedTest
    @ValueSource(strings = {"", "null\n", "[]\n"})
    void meansWhatTheProbeSays(String printed) {
      assertEquals(
          List.of("servers[FS01].software[sqlServer]", "servers[FS01].services[MSSQLSERVER]"),
          told("test/sql", SERVICES, printed));
    }

    @Test
    void canMeanThatThereIsNoneOfAKind() {
      assertEquals(List.of("all MOUNTED_IMAGES"), told("test/images", "Get-Disk", ""));
    }

    @Test
    void speaksOfWhatWasFilledIntoTheCommand() {
      assertEquals(
          List.of("servers[FS01].vmwareAttributes[WEB01, DPMServer]"),
          told("test/machine", "Get-VM -Name 'WEB01' | Get-Annotation | ConvertTo-Json", ""));
    }

    @Test
    void meansNothingWhereNobodyCanTellWhatWasFilledIn() {
      assertEquals(List.of(), told("test/machine", "Get-VM WEB01 | Get-Annotation", ""));
    }

    @Test
    void meansNothingWhereItMayBeCutOff() {
      assertEquals(
          List.of("FS01.txt:2: test/sql printed nothing"),
          remarks(outputs(head("test/sql") + "PS C:\\> " + SERVICES + "\n")));
    }

    @Test
    void meansNothingForACommandThatNoProbeIs() {
      assertEquals(List.of(), told("", "Get-Service -Name VSS", ""));
    }
  }

  @Nested
  class AnAnswer {

    @Test
    void tellsWhatItDoesNotName() {
      assertEquals(
          List.of("servers[FS01].services[MSSQL$HR]", "servers[FS01].services[MSSQLSERVER]"),
          told("test/sql", SERVICES, "{\"Name\": \"MSSQL$HR\", \"Status\": 4, \"StartType\": 2}"));
    }

    @Test
    void isWhatItNames() {
      assertEquals(
          List.of("servers[FS01].services[mssqlserver]"),
          told(
              "test/sql",
              SERVICES,
              "{\"Name\": \"mssqlserver\", \"Status\": 4, \"StartType\": 2}"));
    }

    @Test
    void tellsNothingOfWhatIsMissingBehindDamage() {
      assertEquals(
          List.of("servers[FS01].services[MSSQL$HR]"),
          told(
              "test/sql",
              SERVICES,
              "[{\"Name\": \"MSSQL$HR\", \"Status\": 4, \"StartType\": 2}, {\"Na"));
    }

    @Test
    void isReadInTheFormatOfTheProbeAndInNoOther() {
      String printed = "{\"DriveLetter\": \"D\", \"Size\": 100, \"SizeRemaining\": 50}";
      assertEquals(List.of(), told("test/sql", SERVICES, printed));
      assertEquals(
          List.of("FS01.txt:2: the answer to test/sql is JSON of none of the known formats"),
          remarks(answered("test/sql", SERVICES, printed)));
      assertEquals(List.of("servers[FS01].volumes[D:]"), told("", "Get-Volume", printed));
    }

    @Test
    void ofAProgramIsReadWithItsPrompt() {
      String printed = "\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso\n    Mode    REG_SZ    on\n\n";
      assertEquals(
          List.of("servers[FS01].registryValues[HKLM\\SOFTWARE\\Contoso, Mode]"),
          told("test/value", VALUE.command(), printed));
    }

    @Test
    void canBeAnErrorThatAnyCommandMayEndIn() {
      assertEquals(
          List.of("servers[FS01].services[MSSQLSERVER]"),
          told(
              "test/sql",
              SERVICES,
              """
              Get-Service : Cannot find any service with service name 'MSSQLSERVER'.
                  + CategoryInfo          : ObjectNotFound: (MSSQLSERVER:String) [Get-Service], X
                  + FullyQualifiedErrorId : NoServiceFoundForGivenName,X
              """));
    }

    @Test
    void thatIsARefusalIsNoSilence() {
      List<NativeOutput> outputs = answered("test/value", VALUE.command(), "Access is denied.\n");
      assertEquals(List.of(), told(outputs));
      assertTrue(
          remarks(outputs)
              .get(0)
              .endsWith("says that access was denied; run the command as administrator"),
          () -> remarks(outputs).toString());
    }

    @Test
    void ofADeviceKeepsItsBackslashes() {
      String printed =
          "{\"Number\": 4, \"BusType\": \"File Backed Virtual\", \"Location\": \"E:\\\\a.vhdx\","
              + " \"Path\": \"\\\\\\\\?\\\\scsi\"}";
      assertEquals(
          List.of("servers[FS01].mountedImages[E:\\a.vhdx]"),
          told("test/images", DISKS.command(), printed));
    }
  }

  @Test
  void aCommandTypedAsItStandsInAPlanIsTheProbe() {
    assertEquals(
        List.of("servers[FS01].software[sqlServer]", "servers[FS01].services[MSSQLSERVER]"),
        told(outputs("PS C:\\> " + SERVICES + "\nPS C:\\>\n")));
    assertEquals(List.of(), told(outputs("PS C:\\> " + SERVICES + " -Exclude X\nPS C:\\>\n")));
  }

  @Test
  void aProbeThatNobodyKnowsIsReadAsWhatItLooksLike() {
    assertEquals(
        List.of("servers[FS01].services[VSS]"),
        told(
            "other/vss",
            "Get-Service -Name VSS",
            "{\"Name\": \"VSS\", \"Status\": 1, \"StartType\": 3}"));
  }

  private static List<String> told(String probe, String typed, String printed) {
    return told(answered(probe, typed, printed));
  }

  private static List<NativeOutput> answered(String probe, String typed, String printed) {
    return outputs(head(probe) + "PS C:\\> " + typed + "\n" + printed + "\nPS C:\\>\n");
  }

  private static String head(String probe) {
    return "# mabsplan collect: FS01, protectedServer, 2026-01-15T03:12:00Z"
        + (probe.isEmpty() ? "" : ", " + probe)
        + "\n";
  }

  private static List<NativeOutput> outputs(String text) {
    return NativeOutput.of(
        new TextFile("FS01.txt", text), Messages.NONE, () -> List.of(SQL, DISKS, MACHINE, VALUE));
  }

  private static List<String> told(List<NativeOutput> outputs) {
    return Stream.concat(
            outputs.stream()
                .flatMap(output -> output.facts().stream())
                .map(fact -> Address.of(fact.of().apply("FS01")).toString()),
            outputs.stream()
                .flatMap(output -> output.collected().stream())
                .map(kind -> "all " + kind))
        .toList();
  }

  private static List<String> remarks(List<NativeOutput> outputs) {
    return outputs.stream()
        .flatMap(output -> output.remarks().stream())
        .map(Remark::toString)
        .toList();
  }
}
