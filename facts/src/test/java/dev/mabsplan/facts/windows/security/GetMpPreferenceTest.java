package dev.mabsplan.facts.windows.security;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static dev.mabsplan.facts.format.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Antivirus;
import dev.mabsplan.facts.AntivirusExclusion;
import dev.mabsplan.facts.ExclusionType;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.InfectedFileAction;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetMpPreferenceTest {

  private static final Antivirus DEFENDER = Antivirus.of(SERVER, "Microsoft Defender");

  @Test
  void exclusionsWatchingAndActionsAreFacts() {
    Sample sample = read(new GetMpPreference(), file("get-mp-preference/full.json"));

    assertEquals(
        List.of(
            AntivirusExclusion.of(
                "MABS01",
                ExclusionType.FOLDER,
                "C:\\Program Files\\Microsoft Azure Backup Server\\DPM\\DPM\\Temp"),
            AntivirusExclusion.of("MABS01", ExclusionType.FOLDER, "E:\\"),
            AntivirusExclusion.of("MABS01", ExclusionType.PROCESS, "csc.exe"),
            Antivirus.of("MABS01", "Microsoft Defender"),
            Antivirus.of("MABS01", "Microsoft Defender")
                .withInfectedFiles(InfectedFileAction.QUARANTINE)),
        sample.facts());
    assertEquals(List.of(12, 12, 16, 8, 19), sample.lines());
    assertEquals(
        List.of(
            "9: exclusions of file name extensions",
            "8: what is set for real-time monitoring; whether Microsoft Defender watches files,"
                + " Get-MpComputerStatus tells"),
        sample.unused());
    assertEquals(List.of(FactKind.ANTIVIRUS_EXCLUSIONS), sample.notes().collected());
  }

  @Test
  void exclusionsInAnObjectThatWindowsPowerShellPutAroundThemAreRead() {
    Sample sample =
        read(
            new GetMpPreference(),
            text(
                "{\"ExclusionPath\":{\"value\":[\"E:\\\\\"],\"Count\":1},\"ExclusionProcess\":null}"));

    assertEquals(
        List.of(AntivirusExclusion.of(SERVER, ExclusionType.FOLDER, "E:\\")), sample.facts());
    assertEquals(List.of(FactKind.ANTIVIRUS_EXCLUSIONS), sample.notes().collected());
  }

  @Test
  void exclusionsThatAreNoTextsLeaveItOpenWhetherAllAreKnown() {
    Sample sample =
        read(new GetMpPreference(), text("{\"ExclusionPath\":[7],\"ExclusionProcess\":null}"));

    assertEquals(List.of("1: ExclusionPath is no list of texts"), sample.unread());
    assertEquals(List.of(), sample.notes().collected());
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void whatIsSetForRealTimeMonitoringNeverContradictsWhetherDefenderWatches(String off) {
    Sample sample =
        read(new GetMpPreference(), text("{\"DisableRealtimeMonitoring\":" + off + "}"));

    assertEquals(List.of(DEFENDER), sample.facts());
  }

  @Test
  void theServerIsTheOneThatTheObjectComesFrom() {
    Sample sample = read(new GetMpPreference(), file("get-mp-preference/full.json"));

    assertEquals(
        List.of("MABS01"), sample.notes().hosts().stream().map(Notes.NotedHost::name).toList());
  }

  @Test
  void exclusionsThatOnlyAdministratorsSeeAreUnknown() {
    Sample sample = read(new GetMpPreference(), file("get-mp-preference/not-elevated.json"));

    assertEquals(List.of(), sample.facts());
    assertEquals(List.of("1: ExclusionPath is shown to administrators only"), sample.unread());
    assertEquals(List.of(), sample.notes().collected());
  }

  @Test
  void noExclusionAtAllIsKnownToBeNone() {
    Sample sample =
        read(new GetMpPreference(), text("{\"ExclusionPath\":null,\"ExclusionProcess\":null}"));

    assertEquals(List.of(FactKind.ANTIVIRUS_EXCLUSIONS), sample.notes().collected());
  }

  @ParameterizedTest
  @ValueSource(strings = {"%ProgramFiles%\\\\DPM", "C:\\\\*\\\\DPM"})
  void whatAWildcardOrVariableCoversIsUnknown(String path) {
    Sample sample =
        read(
            new GetMpPreference(),
            text("{\"ExclusionPath\":\"" + path + "\",\"ExclusionProcess\":null}"));

    assertEquals(1, sample.facts().size());
    assertEquals(List.of(), sample.notes().collected());
  }

  @Test
  void infectedFilesAreDeletedOnlyWhereTheyAreAtEveryLevel() {
    Sample all =
        read(
            new GetMpPreference(),
            text(
                "{\"LowThreatDefaultAction\":3,\"ModerateThreatDefaultAction\":3,"
                    + "\"HighThreatDefaultAction\":\"Remove\",\"SevereThreatDefaultAction\":3}"));
    Sample some =
        read(
            new GetMpPreference(),
            text(
                "{\"LowThreatDefaultAction\":0,\"ModerateThreatDefaultAction\":3,"
                    + "\"HighThreatDefaultAction\":3,\"SevereThreatDefaultAction\":3}"));

    assertEquals(List.of(DEFENDER.withInfectedFiles(InfectedFileAction.DELETE)), all.facts());
    assertEquals(List.of(), some.facts());
    assertEquals(
        List.of("1: an action for threats that leaves open what becomes of an infected file"),
        some.unused());
  }

  @Test
  void theStateOfDefenderSaysWhetherItWatches() {
    Sample sample = read(new GetMpComputerStatus(), file("get-mp-computer-status/watching.json"));

    assertEquals(List.of(DEFENDER.withRealTimeMonitoring(true)), sample.facts());
    assertEquals(List.of(4), sample.lines());
  }

  @Test
  void besideAnotherProductItIsUnknownWhetherDefenderWatches() {
    Sample sample =
        read(
            new GetMpComputerStatus(),
            text("{\"AMRunningMode\":\"Passive Mode\",\"RealTimeProtectionEnabled\":true}"));

    assertEquals(List.of(DEFENDER), sample.facts());
  }
}
