package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * A value in the registry of a server. That a value is absent is an observation too.
 *
 * @param server the server it was observed on
 * @param key the key, beginning with {@code HKLM\}, {@code HKU\} and so on; the long forms are
 *     shortened
 * @param name name of the value
 * @param present whether it exists
 * @param data the data; numbers in decimal; null where unknown
 */
public record RegistryValue(
    String server,
    @Key @Name String key,
    @Key @Name String name,
    boolean present,
    @Nullable String data)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static RegistryValue of(String server, String key, String name) {
    return new RegistryValue(server, key, name, true, null);
  }

  /** Returns the fact that this is known not to be there. */
  public RegistryValue absent() {
    return new RegistryValue(server, key, name, false, null);
  }

  /** Returns this fact with {@code data} known. */
  public RegistryValue withData(String data) {
    return new RegistryValue(server, key, name, present, data);
  }

  /**
   * Tells whether the data is known to be a path that is neither a folder nor below it, without
   * regard to case.
   *
   * @param folder the folder's full path
   */
  public boolean namesPathOutside(String folder) {
    return data != null && !WindowsPath.isIn(data, folder);
  }

  /**
   * Tells whether the value is known to be absent, or to have the given data.
   *
   * @param other the data; numbers in decimal
   */
  public boolean absentOr(String other) {
    return !present || other.equals(data);
  }
}
