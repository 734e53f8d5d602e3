package dev.mabsplan.facts.dpm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Antivirus;
import dev.mabsplan.facts.AntivirusExclusion;
import dev.mabsplan.facts.ExclusionType;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.SystemProxy;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.Sample.At;
import dev.mabsplan.facts.format.TextFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollectorInfoTest {

  private static final String DPM = "C:\\Program Files\\Microsoft Azure Backup Server\\DPM\\DPM";
  private static final String STORAGE =
      "HKLM\\SOFTWARE\\Microsoft\\Microsoft Data Protection Manager\\Configuration\\DiskStorage";
  private static final String FILE_SYSTEM = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem";

  private final CollectorInfo format = new CollectorInfo();

  @Test
  void aBackupServerTellsWhatItHas() {
    Sample reading = Sample.fitting(format, "collector-info/DPM_Info.txt");

    assertEquals(
        List.of(
            new At(9, Software.of("MABS01", "mabs").withVersion(Version.parse("13.0.415.0"))),
            new At(10, Software.of("MABS01", "mars").withVersion(Version.parse("2.0.9254.0"))),
            new At(
                37,
                SystemProxy.of("MABS01")
                    .withEnabled(true)
                    .withAddress("http=proxy.contoso.example:3128")),
            new At(47, Antivirus.of("MABS01", "Microsoft Defender")),
            new At(50, AntivirusExclusion.of("MABS01", ExclusionType.FOLDER, DPM + "\\Temp")),
            new At(51, AntivirusExclusion.of("MABS01", ExclusionType.FOLDER, DPM + "\\XSD")),
            new At(54, AntivirusExclusion.of("MABS01", ExclusionType.PROCESS, "csc.exe")),
            new At(55, AntivirusExclusion.of("MABS01", ExclusionType.PROCESS, "dpmra.exe")),
            new At(
                64, RegistryValue.of("MABS01", STORAGE, "DisableReFSStorageComputation").absent()),
            new At(
                69,
                RegistryValue.of("MABS01", STORAGE, "DuplicateExtentBatchSizeinMB")
                    .withData("2000")),
            new At(
                71,
                RegistryValue.of("MABS01", FILE_SYSTEM, "RefsEnableLargeWorkingSetTrim")
                    .withData("1")),
            new At(73, RegistryValue.of("MABS01", FILE_SYSTEM, "RefsEnableInlineTrim").absent()),
            new At(
                76,
                RegistryValue.of(
                        "MABS01", "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Disk", "TimeOutValue")
                    .withData("120"))),
        reading.factsAt());
  }

  @Test
  void itsNameStandsInItAndWithDpmInstalledItIsTheBackupServer() {
    Sample reading = Sample.fitting(format, "collector-info/DPM_Info.txt");

    assertEquals(
        List.of(
            new Notes.NotedHost(
                "MABS01", Optional.empty(), Sample.file("collector-info/DPM_Info.txt").line(5)),
            new Notes.NotedHost(
                "MABS01",
                Optional.of(ServerRole.BACKUP_SERVER),
                Sample.file("collector-info/DPM_Info.txt").line(9))),
        reading.notes().hosts());
  }

  @Test
  void exclusionsThatAreFollowedBySomethingAreAllThereAre() {
    Sample reading = Sample.fitting(format, "collector-info/DPM_Info.txt");

    assertEquals(List.of(FactKind.ANTIVIRUS_EXCLUSIONS), reading.notes().collected());
  }

  @Test
  void aServiceThatIsNotRunningIsNoFactSinceItsStateIsNotSaid() {
    Sample reading = Sample.fitting(format, "collector-info/DPM_Info.txt");

    assertEquals(List.of(), reading.facts(Service.class));
    assertEquals(
        List.of(
            new At(12, "\"DPM Storage Below\" is not read"),
            new At(21, "\"Last Boot Time\" is not read"),
            new At(26, "\"Installed Cumulative Updates\" is not read"),
            new At(
                47,
                "what is set for real-time monitoring; whether Microsoft Defender watches files,"
                    + " Get-MpComputerStatus tells"),
            new At(
                56,
                "DPMAMService Service not Running; DPM Writer Service not in Automatic Startup"
                    + " (stopped, paused or missing is not said)")),
        reading.remarks(Remark.Kind.UNUSED));
  }

  @Test
  void theUserOfAProxyIsLeftOut() {
    Sample reading = Sample.fitting(format, "collector-info/DPM_Info.txt");

    assertEquals(
        List.of(new At(38, "the user of the proxy was left out")),
        reading.remarks(Remark.Kind.SECRET));
  }

  @Test
  void aServerWithTheAgentOnlyIsReadThoughItsFileIsOfTwoEncodings() {
    Sample reading = Sample.fitting(format, "collector-info/agent-mixed-encoding.txt");

    assertEquals(
        List.of(Software.of("FS01", "dpmAgent").withVersion(Version.parse("13.0.415.0"))),
        reading.facts(Software.class));
    assertEquals(
        List.of(SystemProxy.of("FS01").withEnabled(false)), reading.facts(SystemProxy.class));
    assertEquals(
        List.of(Antivirus.of("FS01", "Microsoft Defender").absent()),
        reading.facts(Antivirus.class));
    assertEquals(
        List.of("FS01"), reading.notes().hosts().stream().map(Notes.NotedHost::name).toList());
  }

  @Test
  void theTableOfServicesTellsStateAndStart() {
    Sample reading = Sample.fitting(format, "collector-info/agent-mixed-encoding.txt");

    assertEquals(
        List.of(
            Service.of("FS01", "DPMClientService")
                .withState(ServiceState.STOPPED)
                .withStartType(StartType.MANUAL),
            Service.of("FS01", "DPMRA")
                .withState(ServiceState.RUNNING)
                .withStartType(StartType.MANUAL)),
        reading.facts(Service.class));
    assertEquals(1, reading.remarks(Remark.Kind.UNREAD).size());
  }

  @Test
  void whereOnlyTheUsersProxyIsShownThatOfSystemIsUnknown() {
    TextFile file =
        new TextFile(
            "DPM_Info.txt",
            """
            OS & Application Versions
            -------------------------
            Hostname       : MABS01

            Proxy configuration
            -------------------

            Proxy Not configured for current user
            """);

    Sample reading = Sample.fitting(format, file);

    assertEquals(List.of(), reading.factsAt());
    assertEquals(
        List.of(new At(5, "the proxy of the SYSTEM account was not looked at")),
        reading.remarks(Remark.Kind.UNUSED));
  }

  @Test
  void exclusionsThatDefenderHidesAreUnknown() {
    TextFile file = Sample.file("collector-info/DPM_Info.txt");
    TextFile hidden =
        new TextFile(
            file.name(),
            file.text()
                .replace("csc.exe\ndpmra.exe", "N/A: Must be an administrator to view exclusions"));

    Sample reading = Sample.fitting(format, hidden);

    assertEquals(List.of(), reading.notes().collected());
    assertEquals(
        List.of(
            new At(
                54,
                "Defender did not show its exclusions: N/A: Must be an administrator to view"
                    + " exclusions")),
        reading.remarks(Remark.Kind.UNREAD));
  }

  @Test
  void aFileThatIsCutOffInItsExclusionsDoesNotHaveThemAll() {
    Sample reading = Sample.fitting(format, "collector-info/damaged.txt");

    assertEquals(List.of(), reading.notes().collected());
    assertEquals(4, reading.facts(AntivirusExclusion.class).size());
    assertEquals(
        List.of(
            new At(
                9,
                "expected a product, a hyphen and its version such as 14.0.30.0; found \"Microsoft"
                    + " System Center Data Protection Manager - ?\"")),
        reading.remarks(Remark.Kind.UNREAD));
  }
}
