package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * A custom attribute of a VMware virtual machine.
 *
 * @param server the server it was observed on
 * @param vm the virtual machine
 * @param name name of the attribute, such as {@code DPMServer}
 * @param present whether it has a value
 * @param value its value; null where unknown
 */
public record VmwareAttribute(
    String server, @Key String vm, @Key String name, boolean present, @Nullable String value)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static VmwareAttribute of(String server, String vm, String name) {
    return new VmwareAttribute(server, vm, name, true, null);
  }

  /** Returns the fact that this is known not to be there. */
  public VmwareAttribute absent() {
    return new VmwareAttribute(server, vm, name, false, null);
  }

  /** Returns this fact with {@code value} known. */
  public VmwareAttribute withValue(String value) {
    return new VmwareAttribute(server, vm, name, present, value);
  }
}
