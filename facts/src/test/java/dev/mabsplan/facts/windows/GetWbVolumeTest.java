package dev.mabsplan.facts.windows;

import static dev.mabsplan.facts.windows.NativeSample.SERVER;
import static dev.mabsplan.facts.windows.NativeSample.file;
import static dev.mabsplan.facts.windows.NativeSample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Volume;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetWbVolumeTest {

  @Test
  void criticalVolumesAreVolumes() {
    NativeSample sample = read(new GetWbVolume(), file("get-wb-volume/critical.json"));

    assertEquals(
        List.of(
            Volume.of(SERVER, "C:").withSizeBytes(136_365_211_648L).withFreeBytes(5_368_709_120L)),
        sample.facts());
    assertEquals(List.of(3), sample.lines());
    assertEquals(
        List.of("8: a volume without a drive letter or a folder to reach it by"), sample.unused());
  }
}
