package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * The Recovery Services vault a server is registered to.
 *
 * @param server the server it was observed on
 * @param registered whether it is registered to any vault; null where unknown
 * @param vault the vault it is registered to; null where unknown
 * @param targetVault the vault it should be registered to; null where unknown
 * @param recoveryPoints whether the vault it is registered to holds recovery points of it; null
 *     where unknown
 * @param recoversFrom the backup server whose recovery points it is to restore; null where unknown
 */
public record VaultRegistration(
    String server,
    @Nullable Boolean registered,
    @Reveals(Reveals.What.VAULT) @Name(Name.Of.VAULT) @Nullable String vault,
    @Reveals(Reveals.What.VAULT) @Name(Name.Of.VAULT) @Nullable String targetVault,
    @Nullable Boolean recoveryPoints,
    @Name(Name.Of.SERVER) @Nullable String recoversFrom)
    implements Fact {

  /** Returns the fact with nothing known yet. */
  public static VaultRegistration of(String server) {
    return new VaultRegistration(server, null, null, null, null, null);
  }

  /** Returns this fact with {@code registered} known. */
  public VaultRegistration withRegistered(boolean registered) {
    return new VaultRegistration(
        server, registered, vault, targetVault, recoveryPoints, recoversFrom);
  }

  /** Returns this fact with {@code vault} known. */
  public VaultRegistration withVault(String vault) {
    return new VaultRegistration(
        server, registered, vault, targetVault, recoveryPoints, recoversFrom);
  }

  /** Returns this fact with {@code targetVault} known. */
  public VaultRegistration withTargetVault(String targetVault) {
    return new VaultRegistration(
        server, registered, vault, targetVault, recoveryPoints, recoversFrom);
  }

  /** Returns this fact with {@code recoveryPoints} known. */
  public VaultRegistration withRecoveryPoints(boolean recoveryPoints) {
    return new VaultRegistration(
        server, registered, vault, targetVault, recoveryPoints, recoversFrom);
  }

  /** Returns this fact with {@code recoversFrom} known. */
  public VaultRegistration withRecoversFrom(String recoversFrom) {
    return new VaultRegistration(
        server, registered, vault, targetVault, recoveryPoints, recoversFrom);
  }
}
