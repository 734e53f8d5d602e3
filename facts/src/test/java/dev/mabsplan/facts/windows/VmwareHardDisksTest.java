package dev.mabsplan.facts.windows;

import static dev.mabsplan.facts.windows.NativeSample.SERVER;
import static dev.mabsplan.facts.windows.NativeSample.file;
import static dev.mabsplan.facts.windows.NativeSample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.DiskMode;
import dev.mabsplan.facts.VmwareDisk;
import java.util.List;
import org.junit.jupiter.api.Test;

class VmwareHardDisksTest {

  @Test
  void disksOfAMachineHaveTheirMode() {
    NativeSample sample = read(new VmwareHardDisks(), file("vmware-hard-disks/5.1.json"));

    assertEquals(
        List.of(
            VmwareDisk.of(SERVER, "WEB01", "Hard disk 1").withMode(DiskMode.DEPENDENT),
            VmwareDisk.of(SERVER, "WEB01", "Hard disk 2").withMode(DiskMode.INDEPENDENT_PERSISTENT),
            VmwareDisk.of(SERVER, "WEB01", "Hard disk 3")
                .withMode(DiskMode.INDEPENDENT_NONPERSISTENT)),
        sample.facts());
    assertEquals(List.of(4, 9, 14), sample.lines());
    assertEquals(List.of(), sample.notes().collected);
  }

  @Test
  void aModeThatIsANumberIsUnknown() {
    NativeSample sample = read(new VmwareHardDisks(), file("vmware-hard-disks/number-7.json"));

    assertEquals(List.of(VmwareDisk.of(SERVER, "WEB01", "Hard disk 1")), sample.facts());
    assertEquals(
        List.of("4: Persistence is none of Persistent and the two Independent ones"),
        sample.unread());
  }

  @Test
  void aFileThatIsCutOffGivesWhatStandsBefore() {
    NativeSample sample = read(new VmwareHardDisks(), file("vmware-hard-disks/damaged.json"));

    assertEquals(
        List.of(VmwareDisk.of(SERVER, "WEB01", "Hard disk 1").withMode(DiskMode.DEPENDENT)),
        sample.facts());
    assertEquals(1, sample.unread().size());
  }
}
