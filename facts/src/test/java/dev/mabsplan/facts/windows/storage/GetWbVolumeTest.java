package dev.mabsplan.facts.windows.storage;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetWbVolumeTest {

  @Test
  void criticalVolumesAreVolumes() {
    Sample sample = read(StorageFormats.GET_WB_VOLUME, file("get-wb-volume/critical.json"));

    assertEquals(
        List.of(
            Volume.of(SERVER, "C:").withSizeBytes(136_365_211_648L).withFreeBytes(5_368_709_120L)),
        sample.facts());
    assertEquals(List.of(3), sample.lines());
    assertEquals(
        List.of("8: a volume without a drive letter or a folder to reach it by"), sample.unused());
  }
}
