package dev.mabsplan.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something on a protected server that is backed up.
 *
 * @param server the server it was observed on
 * @param name name, as the console shows it, such as {@code D:\}
 * @param type what kind of data it is; null where unknown
 * @param protectionGroup the protection group it is in; null where unknown
 * @param storage how the backup server stores it; null where unknown
 * @param sizeBytes size of the data in bytes; null where unknown
 * @param requiredBytes bytes of free space that its backup needs on the protected server; null
 *     where unknown
 * @param lastRecoveryPointAt when its newest recovery point was made; null where unknown
 */
public record DataSource(
    String server,
    @Key @Name(Name.Of.DATA_SOURCE) String name,
    @Nullable DataSourceType type,
    @Name(Name.Of.PROTECTION_GROUP) @Nullable String protectionGroup,
    @Nullable StorageKind storage,
    @Range @Nullable Long sizeBytes,
    @Range @Nullable Long requiredBytes,
    @Nullable Instant lastRecoveryPointAt)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static DataSource of(String server, String name) {
    return new DataSource(server, name, null, null, null, null, null, null);
  }

  /** Returns this fact with {@code type} known. */
  public DataSource withType(DataSourceType type) {
    return with(type, protectionGroup, storage, sizeBytes, requiredBytes, lastRecoveryPointAt);
  }

  /** Returns this fact with {@code protectionGroup} known. */
  public DataSource withProtectionGroup(String protectionGroup) {
    return with(type, protectionGroup, storage, sizeBytes, requiredBytes, lastRecoveryPointAt);
  }

  /** Returns this fact with {@code storage} known. */
  public DataSource withStorage(StorageKind storage) {
    return with(type, protectionGroup, storage, sizeBytes, requiredBytes, lastRecoveryPointAt);
  }

  /** Returns this fact with {@code sizeBytes} known. */
  public DataSource withSizeBytes(long sizeBytes) {
    return with(type, protectionGroup, storage, sizeBytes, requiredBytes, lastRecoveryPointAt);
  }

  /** Returns this fact with {@code requiredBytes} known. */
  public DataSource withRequiredBytes(long requiredBytes) {
    return with(type, protectionGroup, storage, sizeBytes, requiredBytes, lastRecoveryPointAt);
  }

  /** Returns this fact with {@code lastRecoveryPointAt} known. */
  public DataSource withLastRecoveryPointAt(Instant lastRecoveryPointAt) {
    return with(type, protectionGroup, storage, sizeBytes, requiredBytes, lastRecoveryPointAt);
  }

  private DataSource with(
      @Nullable DataSourceType type,
      @Nullable String protectionGroup,
      @Nullable StorageKind storage,
      @Nullable Long sizeBytes,
      @Nullable Long requiredBytes,
      @Nullable Instant lastRecoveryPointAt) {
    return new DataSource(
        server,
        name,
        type,
        protectionGroup,
        storage,
        sizeBytes,
        requiredBytes,
        lastRecoveryPointAt);
  }
}
