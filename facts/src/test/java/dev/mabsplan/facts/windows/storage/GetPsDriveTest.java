package dev.mabsplan.facts.windows.storage;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetPsDriveTest {

  @Test
  void usedAndFreeSpaceTogetherAreTheSize() {
    Sample sample = read(new GetPsDrive(), file("get-psdrive/array.json"));

    assertEquals(
        List.of(
            Volume.of(SERVER, "C:").withSizeBytes(100_000_000_000L).withFreeBytes(40_000_000_000L)),
        sample.facts());
    assertEquals(List.of(9), sample.lines());
  }

  @Test
  void drivesThatAreNoVolumesOfTheServerAreLeftOut() {
    Sample sample = read(new GetPsDrive(), file("get-psdrive/array.json"));

    assertEquals(
        List.of(
            "3: a drive of PowerShell that is no volume",
            "15: a drive with nothing in it",
            "21: a drive that is a share of another server"),
        sample.unused());
  }
}
