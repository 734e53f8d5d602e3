package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * A writer of the Volume Shadow Copy service, by which a product readies its files for a snapshot.
 *
 * @param server the server it was observed on
 * @param name its name, such as {@code System Writer}
 * @param state how it stands; null where unknown
 */
public record VssWriter(
    String server,
    @Reveals(Reveals.What.NOBODY) @Key @Name String name,
    @Nullable VssWriterState state)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static VssWriter of(String server, String name) {
    return new VssWriter(server, name, null);
  }

  /** Returns this fact with {@code state} known. */
  public VssWriter withState(VssWriterState state) {
    return new VssWriter(server, name, state);
  }
}
