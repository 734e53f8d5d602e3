package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * How the domain of a protected server stands to that of its backup server.
 *
 * @param server the server it was observed on
 * @param trust the trust between them; null where unknown
 * @param name name of the domain or workgroup; null where unknown
 */
public record DomainTrust(
    String server,
    @Nullable TrustLevel trust,
    @Reveals(Reveals.What.DOMAIN) @Name @Nullable String name)
    implements Fact {

  /** Returns the fact with nothing known yet. */
  public static DomainTrust of(String server) {
    return new DomainTrust(server, null, null);
  }

  /** Returns this fact with {@code trust} known. */
  public DomainTrust withTrust(TrustLevel trust) {
    return new DomainTrust(server, trust, name);
  }

  /** Returns this fact with {@code name} known. */
  public DomainTrust withName(String name) {
    return new DomainTrust(server, trust, name);
  }
}
