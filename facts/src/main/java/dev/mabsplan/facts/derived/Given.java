package dev.mabsplan.facts.derived;

import dev.mabsplan.facts.DomainTrust;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.Volume;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What conclusions ask for beside the one fact that they look at. */
final class Given {

  private final Map<String, Server> servers = new HashMap<>();
  private final Map<String, String> domains = new HashMap<>();
  private final Map<String, List<Volume>> volumes = new HashMap<>();

  Given(Facts facts) {
    facts.servers().forEach(server -> servers.put(server.name(), server));
    for (Fact fact : facts.facts()) {
      if (fact instanceof Volume volume) {
        volumes.computeIfAbsent(volume.server(), server -> new ArrayList<>()).add(volume);
      } else if (fact instanceof DomainTrust domain && domain.name() != null) {
        domains.put(domain.server(), domain.name());
      }
    }
  }

  /** Returns the backup server that protects another server, where it is known. */
  Optional<String> backupServerOf(String server) {
    return Optional.ofNullable(servers.get(server))
        .map(Server::backupServer)
        .filter(backupServer -> !backupServer.equals(server));
  }

  /** Returns the domain that a server is in, where it is known. */
  Optional<String> domainOf(String server) {
    return Optional.ofNullable(domains.get(server));
  }

  /** Returns the volumes of a server. */
  List<Volume> volumesOf(String server) {
    return volumes.getOrDefault(server, List.of());
  }
}
