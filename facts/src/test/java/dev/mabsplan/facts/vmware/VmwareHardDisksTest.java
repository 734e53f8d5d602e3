package dev.mabsplan.facts.vmware;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.DiskMode;
import dev.mabsplan.facts.VmwareDisk;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class VmwareHardDisksTest {

  @Test
  void disksOfAMachineHaveTheirMode() {
    Sample sample = read(VmwareFormats.VMWARE_HARD_DISKS, file("vmware-hard-disks/5.1.json"));

    assertEquals(
        List.of(
            VmwareDisk.of(SERVER, "WEB01", "Hard disk 1").withMode(DiskMode.DEPENDENT),
            VmwareDisk.of(SERVER, "WEB01", "Hard disk 2").withMode(DiskMode.INDEPENDENT_PERSISTENT),
            VmwareDisk.of(SERVER, "WEB01", "Hard disk 3")
                .withMode(DiskMode.INDEPENDENT_NONPERSISTENT)),
        sample.facts());
    assertEquals(List.of(4, 9, 14), sample.lines());
    assertEquals(List.of(), sample.notes().collected());
  }

  @Test
  void aModeThatIsANumberIsUnknown() {
    Sample sample = read(VmwareFormats.VMWARE_HARD_DISKS, file("vmware-hard-disks/number-7.json"));

    assertEquals(List.of(VmwareDisk.of(SERVER, "WEB01", "Hard disk 1")), sample.facts());
    assertEquals(
        List.of("4: Persistence is none of Persistent and the two Independent ones"),
        sample.unread());
  }

  @Test
  void aFileThatIsCutOffGivesWhatStandsBefore() {
    Sample sample = read(VmwareFormats.VMWARE_HARD_DISKS, file("vmware-hard-disks/damaged.json"));

    assertEquals(
        List.of(VmwareDisk.of(SERVER, "WEB01", "Hard disk 1").withMode(DiskMode.DEPENDENT)),
        sample.facts());
    assertEquals(1, sample.unread().size());
  }
}
