package dev.mabsplan.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The vault credentials file a server is registered with.
 *
 * @param server the server it was observed on
 * @param path where the file is; null where unknown
 * @param downloadedAt when it was downloaded from the vault; null where unknown
 * @param ageHours hours since it was downloaded; computed from {@code downloadedAt} where the
 *     document says {@code observedAt}; null where unknown
 * @param newest whether it is the newest one downloaded from the vault; null where unknown
 * @param local whether it is on a local disk of the server; null where unknown
 */
public record CredentialsFile(
    String server,
    @Reveals(Reveals.What.FILE_OF_VAULT) @Name(Name.Of.PATH) @Nullable String path,
    @Nullable Instant downloadedAt,
    @Range @Nullable Long ageHours,
    @Nullable Boolean newest,
    @Nullable Boolean local)
    implements Fact {

  /** Returns the fact with nothing known yet. */
  public static CredentialsFile of(String server) {
    return new CredentialsFile(server, null, null, null, null, null);
  }

  /** Returns this fact with {@code path} known. */
  public CredentialsFile withPath(String path) {
    return new CredentialsFile(server, path, downloadedAt, ageHours, newest, local);
  }

  /** Returns this fact with {@code downloadedAt} known. */
  public CredentialsFile withDownloadedAt(Instant downloadedAt) {
    return new CredentialsFile(server, path, downloadedAt, ageHours, newest, local);
  }

  /** Returns this fact with {@code ageHours} known. */
  public CredentialsFile withAgeHours(long ageHours) {
    return new CredentialsFile(server, path, downloadedAt, ageHours, newest, local);
  }

  /** Returns this fact with {@code ageHours} unknown. */
  public CredentialsFile withoutAge() {
    return new CredentialsFile(server, path, downloadedAt, null, newest, local);
  }

  /** Returns this fact with {@code newest} known. */
  public CredentialsFile withNewest(boolean newest) {
    return new CredentialsFile(server, path, downloadedAt, ageHours, newest, local);
  }

  /** Returns this fact with {@code local} known. */
  public CredentialsFile withLocal(boolean local) {
    return new CredentialsFile(server, path, downloadedAt, ageHours, newest, local);
  }
}
