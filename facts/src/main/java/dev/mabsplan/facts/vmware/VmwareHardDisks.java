package dev.mabsplan.facts.vmware;

import dev.mabsplan.facts.DiskMode;
import dev.mabsplan.facts.VmwareDisk;
import dev.mabsplan.facts.format.RowFormat;
import dev.mabsplan.facts.format.Words;

/** Disks of VMware machines, and how they take part in snapshots. */
final class VmwareHardDisks extends RowFormat {

  private static final Words<DiskMode> MODES =
      Words.<DiskMode>none()
          .and(DiskMode.DEPENDENT, "persistent")
          .and(DiskMode.INDEPENDENT_PERSISTENT, "independentpersistent")
          .and(DiskMode.INDEPENDENT_NONPERSISTENT, "independentnonpersistent");

  VmwareHardDisks() {
    super(
        "Get-HardDisk | ConvertTo-Json",
        having("VM", "Name", "Persistence"),
        key(name("VM"), name("Name"), VmwareDisk::of)
            .set(
                text("Persistence")
                    .as(MODES::meaning)
                    .orUnread("Persistence is none of Persistent and the two Independent ones"),
                VmwareDisk::withMode));
  }
}
