package dev.mabsplan.facts;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A volume of a server.
 *
 * @param server the server it was observed on
 * @param name drive letter with colon, such as {@code D:}, or mount path
 * @param purposes what it is known to be used for
 * @param sizeBytes size in bytes; null where unknown
 * @param freeBytes free space in bytes; null where unknown
 */
public record Volume(
    String server,
    @Key @Name(Name.Of.PATH) String name,
    Set<VolumePurpose> purposes,
    @Range @Nullable Long sizeBytes,
    @Range @Nullable Long freeBytes)
    implements Fact {

  public Volume {
    purposes =
        purposes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(purposes));
  }

  /** Returns the fact with nothing more known of it than its name. */
  public static Volume of(String server, String name) {
    return new Volume(server, name, Set.of(), null, null);
  }

  /** Returns this fact with {@code purposes} known. */
  public Volume withPurposes(Set<VolumePurpose> purposes) {
    return new Volume(server, name, purposes, sizeBytes, freeBytes);
  }

  /** Returns this fact with {@code sizeBytes} known. */
  public Volume withSizeBytes(long sizeBytes) {
    return new Volume(server, name, purposes, sizeBytes, freeBytes);
  }

  /** Returns this fact with {@code freeBytes} known. */
  public Volume withFreeBytes(long freeBytes) {
    return new Volume(server, name, purposes, sizeBytes, freeBytes);
  }

  /**
   * Tells whether less than the given share of the volume is free.
   *
   * @param percent 0 to 100
   * @return false also where size or free space is unknown
   */
  public boolean freeBelow(int percent) {
    return sizeBytes != null
        && freeBytes != null
        && freeBytes * 100.0 < (double) sizeBytes * percent;
  }

  /**
   * Tells whether at least the given share of the volume is free.
   *
   * @param percent 0 to 100
   * @return false also where size or free space is unknown
   */
  public boolean freeAtLeast(int percent) {
    return sizeBytes != null
        && freeBytes != null
        && freeBytes * 100.0 >= (double) sizeBytes * percent;
  }

  /**
   * Returns how much of the volume is free, rounded down.
   *
   * @return percent, or null where size or free space is unknown
   */
  public @Nullable Integer freePercent() {
    return sizeBytes == null || freeBytes == null || sizeBytes == 0
        ? null
        : (int) (freeBytes * 100.0 / sizeBytes);
  }
}
