package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * A disk of a VMware virtual machine.
 *
 * @param server the server it was observed on
 * @param vm the virtual machine
 * @param name name of the disk
 * @param mode how it takes part in snapshots; null where unknown
 */
public record VmwareDisk(
    String server,
    @Reveals(Reveals.What.SERVER) @Key @Name(Name.Of.DATA_SOURCE) String vm,
    @Key @Name String name,
    @Nullable DiskMode mode)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static VmwareDisk of(String server, String vm, String name) {
    return new VmwareDisk(server, vm, name, null);
  }

  /** Returns this fact with {@code mode} known. */
  public VmwareDisk withMode(DiskMode mode) {
    return new VmwareDisk(server, vm, name, mode);
  }
}
