package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * The room for shadow copies of a volume.
 *
 * @param server the server it was observed on
 * @param volume the volume whose shadow copies these are
 * @param unbounded whether the room is unlimited; null where unknown
 * @param maximumBytes bytes it may take, where it is limited; null where unknown
 * @param usedBytes bytes it takes; null where unknown
 */
public record ShadowStorage(
    String server,
    @Key @Name(Name.Of.PATH) String volume,
    @Nullable Boolean unbounded,
    @Range @Nullable Long maximumBytes,
    @Range @Nullable Long usedBytes)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static ShadowStorage of(String server, String volume) {
    return new ShadowStorage(server, volume, null, null, null);
  }

  /**
   * Tells whether a data source lies on the volume, as its name says.
   *
   * @param dataSource the data source, such as {@code D:\} or {@code D:\Shares}
   */
  @OfKeys
  public boolean holds(String dataSource) {
    return WindowsPath.isIn(dataSource, volume);
  }

  /**
   * Tells whether a data source may lie on the volume: its name says so, or says of no volume that
   * it does, as that of a database.
   *
   * @param dataSource the data source
   */
  @OfKeys
  public boolean mayHold(String dataSource) {
    return holds(dataSource) || !WindowsPath.hasDrive(dataSource);
  }

  /** Returns this fact with {@code unbounded} known. */
  public ShadowStorage withUnbounded(boolean unbounded) {
    return new ShadowStorage(server, volume, unbounded, maximumBytes, usedBytes);
  }

  /** Returns this fact with {@code maximumBytes} known. */
  public ShadowStorage withMaximumBytes(long maximumBytes) {
    return new ShadowStorage(server, volume, unbounded, maximumBytes, usedBytes);
  }

  /** Returns this fact with {@code usedBytes} known. */
  public ShadowStorage withUsedBytes(long usedBytes) {
    return new ShadowStorage(server, volume, unbounded, maximumBytes, usedBytes);
  }
}
