package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.windows.FormatReading.At;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectorRegistryTest {

  private static final String MARS = "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\";

  private final CollectorRegistry format = new CollectorRegistry();

  @Test
  void theFoldersOfTheBackupServerAndTheAgentAreRead() {
    FormatReading reading = FormatReading.of(format, "collector-registry/DPM_Registry_Info.txt");

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
        reading.facts());
  }

  @Test
  void connectionStringsAndNamesOfTheVaultAreLeftOut() {
    FormatReading reading = FormatReading.of(format, "collector-registry/DPM_Registry_Info.txt");

    assertEquals(2, reading.remarks(Remark.Kind.UNUSED).size());
    assertFalse((reading.facts() + "" + reading.notes().remarks).contains("hunter2"));
  }

  @Test
  void valuesWhoseKeyIsCutOffAreListed() {
    FormatReading reading = FormatReading.of(format, "collector-registry/damaged.txt");

    assertEquals(2, reading.facts().size());
    assertEquals(
        List.of(new At(37, "expected PSPath, the key, below \"MachineID\"; it is cut off")),
        reading.remarks(Remark.Kind.UNREAD));
  }
}
