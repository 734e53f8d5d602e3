package dev.mabsplan.facts.windows.storage;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static dev.mabsplan.facts.format.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class Win32VolumeTest {

  private static final Volume SYSTEM =
      Volume.of(SERVER, "C:")
          .withPurposes(Set.of(VolumePurpose.SYSTEM))
          .withSizeBytes(136_365_211_648L)
          .withFreeBytes(5_368_709_120L);

  private static final Volume POOL =
      Volume.of(SERVER, "E:")
          .withPurposes(Set.of(VolumePurpose.STORAGE_POOL))
          .withSizeBytes(2_199_023_255_552L)
          .withFreeBytes(109_951_162_777L);

  @Test
  void theListOfAllVolumesTellsWhichHoldsWindows() {
    Sample sample = read(new Win32Volume(), file("win32-volume/all-5.1.json"));

    assertEquals(
        List.of(
            SYSTEM,
            Volume.of(SERVER, "C:\\Mounts\\Data")
                .withSizeBytes(1_099_511_627_776L)
                .withFreeBytes(549_755_813_888L)),
        sample.facts());
    assertEquals(List.of(5, 10), sample.lines());
    assertEquals(List.of(FactKind.VOLUMES), sample.notes().collected());
    assertEquals(
        List.of("15: a volume without a drive letter or a folder to reach it by"), sample.unused());
  }

  @Test
  void aListWithoutTheSystemDriveIsNotAll() {
    Sample sample =
        read(
            new Win32Volume(),
            text(
                """
                {"SystemDrive":"C:","Volumes":{"Name":"D:\\\\","Capacity":9,"FreeSpace":5}}
                """));

    assertEquals(
        List.of(Volume.of(SERVER, "D:").withSizeBytes(9).withFreeBytes(5)), sample.facts());
    assertEquals(List.of(), sample.notes().collected());
    assertEquals(
        List.of("1: the list of volumes is not whole, or lacks the system drive"), sample.unread());
  }

  @Test
  void volumesOfTheStoragePoolAreOfThePool() {
    Sample sample = read(new Win32Volume(), file("win32-volume/pool-7.json"));

    assertEquals(
        List.of(
            POOL,
            Volume.of(SERVER, "F:\\Pool\\1")
                .withPurposes(Set.of(VolumePurpose.STORAGE_POOL))
                .withSizeBytes(2_199_023_255_552L)),
        sample.facts());
    assertEquals(List.of(3, 8), sample.lines());
    assertEquals(List.of(), sample.notes().collected());
  }

  @Test
  void aWholeObjectSaysItselfThatItHoldsWindows() {
    Sample sample = read(new Win32Volume(), file("win32-volume/whole.json"));

    assertEquals(List.of(SYSTEM), sample.facts());
  }

  @Test
  void moreFreeSpaceThanThereIsIsUnread() {
    Sample sample =
        read(
            new Win32Volume(),
            text("{\"StoragePoolVolume\":\"E:\\\\\",\"Capacity\":5,\"FreeSpace\":6}"));

    assertEquals(
        List.of(
            Volume.of(SERVER, "E:")
                .withPurposes(Set.of(VolumePurpose.STORAGE_POOL))
                .withSizeBytes(5)),
        sample.facts());
    assertEquals(List.of("1: more is free than the volume holds"), sample.unread());
  }

  @Test
  void aFileThatIsCutOffGivesWhatStandsBefore() {
    Sample sample = read(new Win32Volume(), file("win32-volume/damaged.json"));

    assertEquals(List.of(POOL), sample.facts());
    assertEquals(1, sample.unread().size());
  }
}
