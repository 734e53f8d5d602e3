package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * A VMware virtual machine that is protected.
 *
 * @param server the server it was observed on
 * @param name name of the virtual machine
 * @param changeTracking whether changed block tracking is on; null where unknown
 */
public record VmwareVm(
    String server,
    @Reveals(Reveals.What.SERVER) @Key @Name(Name.Of.DATA_SOURCE) String name,
    @Nullable Boolean changeTracking)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static VmwareVm of(String server, String name) {
    return new VmwareVm(server, name, null);
  }

  /** Returns this fact with {@code changeTracking} known. */
  public VmwareVm withChangeTracking(boolean changeTracking) {
    return new VmwareVm(server, name, changeTracking);
  }
}
