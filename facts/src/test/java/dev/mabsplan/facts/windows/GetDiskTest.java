package dev.mabsplan.facts.windows;

import static dev.mabsplan.facts.windows.NativeSample.SERVER;
import static dev.mabsplan.facts.windows.NativeSample.file;
import static dev.mabsplan.facts.windows.NativeSample.read;
import static dev.mabsplan.facts.windows.NativeSample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Disk;
import dev.mabsplan.facts.MountedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetDiskTest {

  @Test
  void disksHaveTheNamesOfDiskManagementAndImagesAreMounted() {
    NativeSample sample = read(new GetDisk(), file("get-disk/array.json"));

    assertEquals(
        List.of(
            Disk.of(SERVER, "Disk 0").withPartitions(3).withSizeBytes(136_365_211_648L),
            Disk.of(SERVER, "Disk 2").withPartitions(0).withSizeBytes(2_199_023_255_552L),
            MountedImage.of(SERVER, "E:\\Replicas\\5f1e0d52.vhdx")),
        sample.facts());
    assertEquals(List.of(3, 10, 21), sample.lines());
  }

  @Test
  void aDiskWithoutANumberIsUnread() {
    NativeSample sample = read(new GetDisk(), text("{\"Number\":\"x\",\"NumberOfPartitions\":1}"));

    assertEquals(List.of(), sample.facts());
    assertEquals(List.of("1: a disk without a number"), sample.unread());
  }
}
