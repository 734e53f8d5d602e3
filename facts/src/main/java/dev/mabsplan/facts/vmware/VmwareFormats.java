package dev.mabsplan.facts.vmware;

import static dev.mabsplan.facts.format.RowFormat.having;
import static dev.mabsplan.facts.format.RowFormat.key;
import static dev.mabsplan.facts.format.RowFormat.name;
import static dev.mabsplan.facts.format.RowFormat.text;

import dev.mabsplan.facts.DiskMode;
import dev.mabsplan.facts.VmwareDisk;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.RowFormat;
import dev.mabsplan.facts.format.Words;
import java.util.List;

/** The formats of PowerCLI. */
public final class VmwareFormats {

  private static final Words<DiskMode> MODES =
      Words.<DiskMode>none()
          .and(DiskMode.DEPENDENT, "persistent")
          .and(DiskMode.INDEPENDENT_PERSISTENT, "independentpersistent")
          .and(DiskMode.INDEPENDENT_NONPERSISTENT, "independentnonpersistent");

  /** Disks of VMware machines, and how they take part in snapshots. */
  static final NativeFormat VMWARE_HARD_DISKS =
      new RowFormat(
          "Get-HardDisk | ConvertTo-Json",
          having("VM", "Name", "Persistence"),
          key(name("VM"), name("Name"), VmwareDisk::of)
              .set(
                  text("Persistence")
                      .as(MODES::meaning)
                      .orUnread("Persistence is none of Persistent and the two Independent ones"),
                  VmwareDisk::withMode));

  /** All of them, the narrower first. */
  public static final List<NativeFormat> ALL = List.of(VMWARE_HARD_DISKS, new VmwareAnnotations());

  private VmwareFormats() {}
}
