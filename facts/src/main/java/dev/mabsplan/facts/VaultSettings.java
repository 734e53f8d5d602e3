package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * Settings of the vault a server is registered to.
 *
 * @param server the server it was observed on
 * @param securityFeatures whether the vault's security features are on; null where unknown
 */
public record VaultSettings(String server, @Nullable Boolean securityFeatures) implements Fact {

  /** Returns the fact with nothing known yet. */
  public static VaultSettings of(String server) {
    return new VaultSettings(server, null);
  }

  /** Returns this fact with {@code securityFeatures} known. */
  public VaultSettings withSecurityFeatures(boolean securityFeatures) {
    return new VaultSettings(server, securityFeatures);
  }
}
