package dev.mabsplan.facts.derived;

import dev.mabsplan.facts.DomainTrust;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.WindowsPath;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What conclusions ask for beside the one fact that they look at. */
final class Given {

  private final Map<String, Server> servers = new HashMap<>();
  private final Map<String, String> domains = new HashMap<>();
  private final Map<String, List<Volume>> volumes = new HashMap<>();
  private final Map<String, List<RegistryValue>> registry = new HashMap<>();

  Given(Facts facts) {
    facts.servers().forEach(server -> servers.put(server.name(), server));
    for (Fact fact : facts.facts()) {
      if (fact instanceof Volume volume) {
        volumes.computeIfAbsent(volume.server(), server -> new ArrayList<>()).add(volume);
      } else if (fact instanceof RegistryValue value) {
        registry.computeIfAbsent(value.server(), server -> new ArrayList<>()).add(value);
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

  /**
   * Returns the volume of a server that holds a path, where it is known. A path can lie on a drive
   * and on a volume that is mounted below it: the longer name holds it.
   */
  Optional<Volume> volumeWith(String path, String server) {
    return volumesOf(server).stream()
        .filter(volume -> WindowsPath.isIn(path, volume.name()))
        .max(Comparator.comparingInt(volume -> volume.name().length()));
  }

  /** Returns the data of a registry value of a server, where it is known. */
  Optional<String> data(String server, String key, String name) {
    return registry.getOrDefault(server, List.of()).stream()
        .filter(value -> value.key().equalsIgnoreCase(key) && value.name().equalsIgnoreCase(name))
        .flatMap(value -> Optional.ofNullable(value.data()).stream())
        .findFirst();
  }
}
