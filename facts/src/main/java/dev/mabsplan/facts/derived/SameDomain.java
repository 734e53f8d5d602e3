package dev.mabsplan.facts.derived;

import dev.mabsplan.facts.DomainTrust;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.TrustLevel;
import java.util.Optional;

/** A server in the domain of its backup server is trusted by it. */
final class SameDomain implements Conclusion {

  @Override
  public Optional<DomainTrust> from(Fact fact, Given given) {
    return fact instanceof DomainTrust domain && domain.name() != null
        ? given
            .backupServerOf(domain.server())
            .flatMap(given::domainOf)
            .filter(domain.name()::equalsIgnoreCase)
            .map(same -> DomainTrust.of(domain.server()).withTrust(TrustLevel.TRUSTED))
        : Optional.empty();
  }
}
