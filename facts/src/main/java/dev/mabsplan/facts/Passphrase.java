package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * The encryption passphrase of a server. Never the passphrase itself.
 *
 * @param server the server it was observed on
 * @param configured whether one is set; null where unknown
 */
public record Passphrase(String server, @Nullable Boolean configured) implements Fact {

  /** Returns the fact with nothing known yet. */
  public static Passphrase of(String server) {
    return new Passphrase(server, null);
  }

  /** Returns this fact with {@code configured} known. */
  public Passphrase withConfigured(boolean configured) {
    return new Passphrase(server, configured);
  }
}
