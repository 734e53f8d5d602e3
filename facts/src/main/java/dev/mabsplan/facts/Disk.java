package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * A disk of a server, as a candidate or member of the storage pool.
 *
 * @param server the server it was observed on
 * @param name name or number, as Disk Management shows it
 * @param partitions number of partitions on it; null where unknown
 * @param inStoragePool whether it is in the storage pool already; null where unknown
 * @param boot whether Windows runs from it; null where unknown
 * @param system whether Windows is started from it; null where unknown
 * @param sizeBytes size in bytes; null where unknown
 */
public record Disk(
    String server,
    @Key @Name String name,
    @Range @Nullable Integer partitions,
    @Nullable Boolean inStoragePool,
    @Nullable Boolean boot,
    @Nullable Boolean system,
    @Range @Nullable Long sizeBytes)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static Disk of(String server, String name) {
    return new Disk(server, name, null, null, null, null, null);
  }

  /** Returns this fact with {@code partitions} known. */
  public Disk withPartitions(int partitions) {
    return new Disk(server, name, partitions, inStoragePool, boot, system, sizeBytes);
  }

  /** Returns this fact with {@code inStoragePool} known. */
  public Disk withInStoragePool(boolean inStoragePool) {
    return new Disk(server, name, partitions, inStoragePool, boot, system, sizeBytes);
  }

  /** Returns this fact with {@code boot} known. */
  public Disk withBoot(boolean boot) {
    return new Disk(server, name, partitions, inStoragePool, boot, system, sizeBytes);
  }

  /** Returns this fact with {@code system} known. */
  public Disk withSystem(boolean system) {
    return new Disk(server, name, partitions, inStoragePool, boot, system, sizeBytes);
  }

  /** Returns this fact with {@code sizeBytes} known. */
  public Disk withSizeBytes(long sizeBytes) {
    return new Disk(server, name, partitions, inStoragePool, boot, system, sizeBytes);
  }
}
