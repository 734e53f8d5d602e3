package dev.mabsplan.facts.windows.storage;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static dev.mabsplan.facts.format.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Disk;
import dev.mabsplan.facts.MountedImage;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetDiskTest {

  @Test
  void disksHaveTheNamesOfDiskManagementAndImagesAreMounted() {
    Sample sample = read(new GetDisk(), file("get-disk/array.json"));

    assertEquals(
        List.of(
            Disk.of(SERVER, "Disk 0")
                .withPartitions(3)
                .withBoot(true)
                .withSystem(true)
                .withSizeBytes(136_365_211_648L),
            Disk.of(SERVER, "Disk 2")
                .withPartitions(0)
                .withInStoragePool(false)
                .withBoot(false)
                .withSystem(false)
                .withSizeBytes(2_199_023_255_552L),
            MountedImage.of(SERVER, "E:\\Replicas\\5f1e0d52.vhdx")),
        sample.facts());
    assertEquals(List.of(3, 13, 27), sample.lines());
  }

  @Test
  void onTheBusOfImagesEveryDiskIsAnImage() {
    Sample sample = read(new GetDisk(), file("get-disk/images.json"));

    assertEquals(
        List.of(
            MountedImage.of(
                SERVER, "\\\\?\\Volume{6a1c7f11-0000-4b0a-9a31-1f0c5d9a7e22}\\replica\\3b1f.avhdx"),
            MountedImage.of(SERVER, "E:\\DPM\\Vols\\77c0.vhdx"),
            Disk.of(SERVER, "Disk 0")),
        sample.facts());
    assertEquals(
        List.of("15: a mounted image that does not say which file it is"), sample.unused());
  }

  @Test
  void aDiskWithoutANumberIsUnread() {
    Sample sample = read(new GetDisk(), text("{\"Number\":\"x\",\"NumberOfPartitions\":1}"));

    assertEquals(List.of(), sample.facts());
    assertEquals(List.of("1: a disk without a number"), sample.unread());
  }
}
