package dev.mabsplan.facts.bundle;

import dev.mabsplan.facts.DomainTrust;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.TrustLevel;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.WindowsPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What outputs say together and none says alone: which volume holds the scratch location, and
 * whether two servers are in the same domain.
 */
final class Combination {

  private static final String AGENT_CONFIG =
      "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config";

  /** A fact and where it was read. */
  record Read(Fact fact, Source source) {}

  private final Collection<Read> facts;

  Combination(Collection<Read> facts) {
    this.facts = facts;
  }

  /**
   * Returns the facts that follow.
   *
   * @param backupServer whether a server is known to be a backup server
   */
  List<Read> follows(Predicate<String> backupServer) {
    Set<String> domains = domains(backupServer);
    List<Read> following = new ArrayList<>();
    for (Read read : facts) {
      if (read.fact() instanceof RegistryValue value) {
        following.addAll(scratch(value, read.source()));
      } else if (read.fact() instanceof DomainTrust domain && !backupServer.test(domain.server())) {
        following.addAll(sameDomain(domain, read.source(), domains));
      }
    }
    return following;
  }

  /**
   * A path can lie on a drive and on a volume that is mounted below it: the longer name holds it.
   */
  private List<Read> scratch(RegistryValue value, Source source) {
    String path = value.data();
    if (path == null
        || !value.key().equalsIgnoreCase(AGENT_CONFIG)
        || !value.name().equalsIgnoreCase("ScratchLocation")) {
      return List.of();
    }
    return of(Volume.class, value.server()).stream()
        .filter(volume -> WindowsPath.isIn(path, volume.name()))
        .max(Comparator.comparingInt(volume -> volume.name().length()))
        .map(
            volume ->
                Volume.of(volume.server(), volume.name())
                    .withPurposes(Set.of(VolumePurpose.SCRATCH)))
        .map(volume -> new Read(volume, source))
        .stream()
        .toList();
  }

  /** Returns the domains that backup servers are in. */
  private Set<String> domains(Predicate<String> backupServer) {
    Set<String> domains = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Read read : facts) {
      if (read.fact() instanceof DomainTrust domain && backupServer.test(domain.server())) {
        Optional.ofNullable(domain.name()).ifPresent(domains::add);
      }
    }
    return domains;
  }

  private static List<Read> sameDomain(DomainTrust domain, Source source, Set<String> domains) {
    String name = domain.name();
    return name != null && domain.trust() == null && domains.contains(name)
        ? List.of(new Read(DomainTrust.of(domain.server()).withTrust(TrustLevel.TRUSTED), source))
        : List.of();
  }

  private <T extends Fact> List<T> of(Class<T> kind, String server) {
    return facts.stream()
        .map(Read::fact)
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(fact -> fact.server().equalsIgnoreCase(server))
        .toList();
  }
}
