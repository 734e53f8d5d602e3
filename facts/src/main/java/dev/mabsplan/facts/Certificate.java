package dev.mabsplan.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in a server's machine store.
 *
 * @param server the server it was observed on
 * @param name subject or friendly name, such as {@code Windows Azure Tools}
 * @param present whether it is there
 * @param store the store it is in, such as {@code My}, which the console calls Personal; null where
 *     unknown
 * @param expiresAt when it expires; null where unknown
 */
public record Certificate(
    String server,
    @Key @Name String name,
    boolean present,
    @Reveals(Reveals.What.NOBODY) @Name @Nullable String store,
    @Nullable Instant expiresAt)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static Certificate of(String server, String name) {
    return new Certificate(server, name, true, null, null);
  }

  /** Returns the fact that this is known not to be there. */
  public Certificate absent() {
    return new Certificate(server, name, false, null, null);
  }

  /** Returns this fact with {@code store} known. */
  public Certificate withStore(String store) {
    return new Certificate(server, name, present, store, expiresAt);
  }

  /** Returns this fact with {@code expiresAt} known. */
  public Certificate withExpiresAt(Instant expiresAt) {
    return new Certificate(server, name, present, store, expiresAt);
  }
}
