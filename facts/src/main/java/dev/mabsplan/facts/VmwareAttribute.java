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
    String server,
    @Reveals(Reveals.What.SERVER) @Key @Name(Name.Of.DATA_SOURCE) String vm,
    @Reveals(Reveals.What.NOBODY) @Key @Name String name,
    boolean present,
    @Nullable String value)
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

  /**
   * Tells whether the value is known to be the name of a server, short or fully qualified, without
   * regard to case.
   *
   * @param name the server's name; null or empty where unknown
   */
  public boolean namesServer(@Nullable String name) {
    if (value == null || value.isBlank() || name == null || name.isEmpty()) {
      return false;
    }
    return begins(value, name) || begins(name, value);
  }

  /**
   * Tells whether the value is known to be the name of another server.
   *
   * @param name the server's name; null or empty where unknown
   */
  public boolean namesOtherServerThan(@Nullable String name) {
    boolean bothKnown = value != null && !value.isBlank() && name != null && !name.isEmpty();
    return bothKnown && !namesServer(name);
  }

  /** Whether a name is the other or, being short, its first label. */
  private static boolean begins(String name, String other) {
    return name.equalsIgnoreCase(other)
        || (name.indexOf('.') < 0
            && other.length() > name.length()
            && other.charAt(name.length()) == '.'
            && other.regionMatches(true, 0, name, 0, name.length()));
  }
}
