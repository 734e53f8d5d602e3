package dev.mabsplan.facts.windows.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ShadowStorage;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.Sample.At;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ShadowStorageListTest {

  private static final long GB = 1L << 30;

  private final ShadowStorageList format = new ShadowStorageList();

  @Test
  void eachVolumeHasItsLimitAndWhatIsUsed() {
    Sample reading = Sample.fitting(format, "vssadmin-list-shadowstorage/english.txt");

    assertEquals(
        List.of(
            new At(5, new ShadowStorage("FS01", "C:", false, 2 * GB, 2072321720L)),
            new At(12, new ShadowStorage("FS01", "D:", true, null, 16837345542L)),
            new At(
                19,
                new ShadowStorage(
                    "FS01",
                    "\\\\?\\Volume{6f0f1f0a-2d0b-4f0c-9d3f-1a2b3c4d5e6f}\\",
                    false,
                    320L << 20,
                    0L))),
        reading.factsAt());
    assertEquals(List.of(), reading.notes().remarks());
  }

  @Test
  void aListWithoutACommandLineIsOfAllVolumes() {
    Sample reading = Sample.fitting(format, "vssadmin-list-shadowstorage/english.txt");

    assertEquals(List.of(FactKind.SHADOW_STORAGE), reading.notes().collected());
  }

  @Test
  void aListOfOneVolumeSaysNothingOfTheOthers() {
    Sample reading = Sample.fitting(format, "vssadmin-list-shadowstorage/one-volume.txt");

    assertEquals(1, reading.factsAt().size());
    assertEquals(List.of(), reading.notes().collected());
  }

  @Test
  void aSwedishListIsReadByTheOrderOfItsLines() {
    Sample reading = Sample.fitting(format, "vssadmin-list-shadowstorage/swedish.txt");

    assertEquals(
        List.of(
            new At(5, new ShadowStorage("FS01", "C:", false, 1074266112L, 2072321720L)),
            new At(12, new ShadowStorage("FS01", "D:", true, null, 0L))),
        reading.factsAt());
  }

  @Test
  void aVolumeThatTheConsoleWrappedIsReadWhole() {
    Sample reading = Sample.fitting(format, "vssadmin-list-shadowstorage/wrapped.txt");

    assertEquals(
        List.of(new At(5, new ShadowStorage("FS01", "C:", false, 20 * GB, 13314398618L))),
        reading.factsAt());
  }

  @Test
  void ofTwoAssociationsOfAVolumeNoLimitIsKept() {
    Sample reading = Sample.fitting(format, "vssadmin-list-shadowstorage/two-for-one-volume.txt");

    assertEquals(List.of(new At(5, ShadowStorage.of("FS01", "C:"))), reading.factsAt());
    assertEquals(
        List.of(
            new At(
                12, "C: has shadow storage on 2 volumes; which of them has a limit is not kept")),
        reading.remarks(Remark.Kind.UNUSED));
  }

  @Test
  void aListThatIsCutOffKeepsWhatWasReadAndIsNotWhole() {
    Sample reading = Sample.fitting(format, "vssadmin-list-shadowstorage/damaged.txt");

    assertEquals(
        List.of(
            new At(5, new ShadowStorage("FS01", "C:", false, 2 * GB, 2072321720L)),
            new At(12, new ShadowStorage("FS01", "D:", null, null, 16837345542L))),
        reading.factsAt());
    assertEquals(
        List.of(
            new At(
                12,
                "the shadow storage of D: is cut off: expected used, allocated and maximum space")),
        reading.remarks(Remark.Kind.UNREAD));
    assertEquals(List.of(), reading.notes().collected());
  }

  @Test
  void aConsoleThatIsNotElevatedListsNothing() {
    Sample reading = Sample.fitting(format, "vssadmin-list-shadowstorage/refused.txt");

    assertEquals(List.of(), reading.factsAt());
    assertEquals(List.of(), reading.notes().collected());
    assertEquals(
        List.of(
            new At(
                5,
                "expected what vssadmin lists, run as administrator; found neither writers nor"
                    + " shadow storage")),
        reading.remarks(Remark.Kind.UNREAD));
  }

  @Test
  void sizesAreReadWithPointOrComma() {
    assertEquals(OptionalLong.of(1536), ShadowStorageList.bytes("1,5 KB"));
    assertEquals(OptionalLong.of(1048064), ShadowStorageList.bytes("1,023.5 KB"));
    assertEquals(OptionalLong.of(2L << 40), ShadowStorageList.bytes("2 TB"));
    assertEquals(OptionalLong.empty(), ShadowStorageList.bytes("... GB"));
    assertEquals(OptionalLong.empty(), ShadowStorageList.bytes("99999999999 EB"));
  }
}
