package dev.mabsplan.facts.dpm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.Sample.At;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectorRegistryTest {

  private static final String MARS = "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\";

  private final CollectorRegistry format = new CollectorRegistry();

  @Test
  void theFoldersOfTheBackupServerAndTheAgentAreRead() {
    Sample reading = Sample.fitting(format, "collector-registry/DPM_Registry_Info.txt");

    assertEquals(
        List.of(
            new At(
                4,
                RegistryValue.of(
                        "FS01",
                        "HKLM\\SOFTWARE\\Microsoft\\Microsoft Data Protection Manager\\Setup",
                        "InstallPath")
                    .withData("C:\\Program Files\\Microsoft Azure Backup Server\\DPM\\DPM\\")),
            new At(
                39,
                RegistryValue.of("FS01", MARS + "Config", "ScratchLocation")
                    .withData("D:\\Scratch")),
            new At(
                30,
                RegistryValue.of("FS01", MARS + "Setup", "InstallPath")
                    .withData("C:\\Program Files\\Microsoft Azure Recovery Services Agent\\"))),
        reading.factsAt());
  }

  @Test
  void connectionStringsAndNamesOfTheVaultAreLeftOut() {
    Sample reading = Sample.fitting(format, "collector-registry/DPM_Registry_Info.txt");

    assertEquals(2, reading.remarks(Remark.Kind.UNUSED).size());
    assertFalse((reading.factsAt() + "" + reading.notes().remarks()).contains("hunter2"));
  }

  @Test
  void valuesWhoseKeyIsCutOffAreListed() {
    Sample reading = Sample.fitting(format, "collector-registry/damaged.txt");

    assertEquals(2, reading.factsAt().size());
    assertEquals(
        List.of(new At(37, "expected PSPath, the key, below \"MachineID\"; it is cut off")),
        reading.remarks(Remark.Kind.UNREAD));
  }
}
