package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * A product installed on a server.
 *
 * @param server the server it was observed on
 * @param product {@code mars} for the Azure agent, {@code mabs} or {@code dpm} for the backup
 *     server, {@code dpmAgent} for the protection agent, {@code sqlServer}, {@code windows}, or a
 *     name of the user's own
 * @param present whether it is installed
 * @param version its version; compared part by part as numbers; null where unknown
 */
public record Software(
    String server,
    @Reveals(Reveals.What.NOBODY)
        @Key(words = {"mars", "mabs", "dpm", "dpmAgent", "sqlServer", "windows"})
        @Name
        String product,
    boolean present,
    @Nullable Version version)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static Software of(String server, String product) {
    return new Software(server, product, true, null);
  }

  /** Returns the fact that this is known not to be there. */
  public Software absent() {
    return new Software(server, product, false, null);
  }

  /** Returns this fact with {@code version} known. */
  public Software withVersion(Version version) {
    return new Software(server, product, present, version);
  }
}
