package dev.mabsplan.facts.windows.storage;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static dev.mabsplan.facts.format.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetVolumeTest {

  @Test
  void everyVolumeWithALetterHasItsSizeAndItsFreeSpace() {
    Sample sample = read(StorageFormats.GET_VOLUME, file("get-volume/array.json"));

    assertEquals(
        List.of(
            Volume.of(SERVER, "C:").withSizeBytes(500_000_000_000L).withFreeBytes(250_000_000_000L),
            Volume.of(SERVER, "D:")
                .withSizeBytes(2_000_000_000_000L)
                .withFreeBytes(41_000_000_000L)),
        sample.facts());
    assertEquals(List.of(3, 10), sample.lines());
    assertEquals(
        List.of("17: a volume that has no drive letter", "27: a drive with nothing in it"),
        sample.unused());
    assertEquals(List.of(), sample.notes().collected(), "a list of volumes may be a filtered one");
  }

  @Test
  void aSingleVolumeStandsInNoList() {
    Sample sample = read(StorageFormats.GET_VOLUME, file("get-volume/single.json"));

    assertEquals(
        List.of(
            Volume.of(SERVER, "S:").withSizeBytes(107_374_182_400L).withFreeBytes(5_368_709_120L)),
        sample.facts());
  }

  @Test
  void aSizeThatIsNoNumberIsUnreadAndTheRestIsRead() {
    Sample sample =
        read(
            StorageFormats.GET_VOLUME,
            text("[{\"DriveLetter\":\"C\",\"Size\":\"big\",\"SizeRemaining\":7}]"));

    assertEquals(List.of(Volume.of(SERVER, "C:").withFreeBytes(7)), sample.facts());
    assertEquals(List.of("1: Size is no number of bytes"), sample.unread());
  }

  @Test
  void moreFreeThanThereIsLeavesTheFreeSpaceUnknown() {
    Sample sample =
        read(
            StorageFormats.GET_VOLUME,
            text("{\"DriveLetter\":\"C\",\"Size\":5,\"SizeRemaining\":7}"));

    assertEquals(List.of(Volume.of(SERVER, "C:").withSizeBytes(5)), sample.facts());
    assertEquals(List.of("1: more is free than the volume holds"), sample.unread());
  }

  @Test
  void volumesOfSeveralServersStayApart() {
    Sample sample =
        read(
            StorageFormats.GET_VOLUME,
            text(
                "[{\"DriveLetter\":\"C\",\"SizeRemaining\":1,\"PSComputerName\":\"FS02\"},"
                    + "{\"DriveLetter\":\"C\",\"SizeRemaining\":2,\"PSComputerName\":\"FS03\"}]"));

    assertEquals(
        List.of("FS02", "FS03"),
        sample.notes().facts().stream().map(fact -> fact.server().orElse("")).toList());
    assertEquals(List.of(), sample.notes().hosts());
  }
}
