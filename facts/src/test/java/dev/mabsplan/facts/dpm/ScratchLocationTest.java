package dev.mabsplan.facts.dpm;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.FolderPurpose;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScratchLocationTest {

  private static final RegistryValue VALUE =
      RegistryValue.of(
          SERVER, "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config", "ScratchLocation");

  private static Folder folder(String path) {
    return Folder.of(SERVER, path).withPurpose(FolderPurpose.SCRATCH);
  }

  @Test
  void itIsAValueAFolderAndAVolume() {
    Sample sample = read(new ScratchLocation(), file("scratch-location/powershell-5.json"));

    assertEquals(
        List.of(
            VALUE.withData("E:\\MARS\\Scratch"),
            folder("E:\\MARS\\Scratch"),
            Volume.of(SERVER, "E:")
                .withPurposes(Set.of(VolumePurpose.SCRATCH))
                .withSizeBytes(536_870_912_000L)
                .withFreeBytes(10_737_418_240L)),
        sample.facts());
    assertEquals(List.of(3, 4, 6), sample.lines());
  }

  @Test
  void aFolderThatIsNotThereIsAbsentAndItsVolumeUnknown() {
    Sample sample = read(new ScratchLocation(), file("scratch-location/missing-folder.json"));

    assertEquals(
        List.of(
            VALUE.withData("E:\\MARS\\Scratch"),
            Folder.of(SERVER, "E:\\MARS\\Scratch").absent().withPurpose(FolderPurpose.SCRATCH)),
        sample.facts());
  }

  @Test
  void aLocationThatIsNotSetIsNoFolder() {
    Sample sample = read(new ScratchLocation(), file("scratch-location/not-set.json"));

    assertEquals(List.of(VALUE.absent()), sample.facts());
    assertEquals(List.of(), sample.unread());
  }

  @Test
  void aVolumeThatIsMountedInAFolderHasNoName() {
    Sample sample = read(new ScratchLocation(), file("scratch-location/mounted-volume.json"));

    assertEquals(
        List.of(VALUE.withData("C:\\Mount\\Scratch"), folder("C:\\Mount\\Scratch")),
        sample.facts());
    assertEquals(List.of("6: a volume that has no drive letter"), sample.unused());
  }

  @Test
  void aSingleObjectThatIsCutOffIsUnread() {
    Sample sample = read(new ScratchLocation(), file("scratch-location/damaged.json"));

    assertEquals(List.of(), sample.facts());
    assertEquals(1, sample.unread().size());
  }
}
