package dev.mabsplan.facts.gathered;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.shape.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which servers there are: which names are one server's, what each is, and which backup
 * server it belongs to.
 */
final class ServerAssembly {

  /** The order of servers: by name, whatever its case. */
  static final Comparator<String> BY_NAME =
      Comparator.comparing(Spelling::fold).thenComparing(Comparator.naturalOrder());

  private final Facts.Builder given;
  private final Checks checks;
  private final Merging merging;
  private final ServerNames names;

  /** The servers that were declared, and those whose facts declare them. */
  private final List<Read<Server>> declared;

  private final Set<String> backupServers;

  /** Those that back themselves up with the agent for Azure alone. */
  private final Set<String> agentServers;

  private final String unnamed;

  ServerAssembly(Facts.Builder given, Checks checks, Merging merging) {
    this.given = given;
    this.checks = checks;
    this.merging = merging;
    this.names = ServerNames.of(declaredNames(), mentionedNames());
    this.declared = new ArrayList<>(given.servers);
    this.declared.addAll(byTheirFacts(ServerRole.BACKUP_SERVER, Set.of()));
    this.backupServers = backupServers();
    this.declared.addAll(byTheirFacts(ServerRole.AGENT_SERVER, otherThanAgentServers()));
    this.agentServers = agentServers();
    // the empty name stands for the backup server of a document that names none
    Set<String> first = backupServers.isEmpty() ? agentServers : backupServers;
    this.unnamed = first.size() == 1 ? first.iterator().next() : Server.UNNAMED_BACKUP_SERVER;
  }

  /** Returns which names are one server's. */
  ServerNames names() {
    return names;
  }

  private List<String> declaredNames() {
    List<String> declared = new ArrayList<>();
    given.servers.forEach(server -> addNamed(declared, server.value().name()));
    return declared;
  }

  /** Returns the servers whose facts tell what they are, where nobody says anything of it. */
  private List<Read<Server>> byTheirFacts(ServerRole wanted, Set<String> known) {
    List<Read<Server>> servers = new ArrayList<>();
    Set<String> told = new HashSet<>(known);
    for (Read<Fact> read : given.facts) {
      Optional<ServerRole> role = ServerRole.impliedBy(read.value()).filter(wanted::equals);
      if (role.isPresent() && !read.value().server().isBlank()) {
        if (servers.isEmpty()) {
          told.addAll(toldWhatTheyAre());
        }
        String name = names.resolve(read.value().server());
        if (told.add(name)) {
          servers.add(new Read<>(new Server(name, wanted, null), read.source(), Map.of()));
        }
      }
    }
    return servers;
  }

  /** Where the protection agent is, somebody else may back up the server as well. */
  private Set<String> otherThanAgentServers() {
    Set<String> others = new HashSet<>(backupServers);
    for (Read<Fact> read : given.facts) {
      boolean protectedByDpm =
          read.value() instanceof Service service
              ? service.present() && service.name().equalsIgnoreCase("DPMRA")
              : read.value() instanceof Software software
                  && software.present()
                  && software.product().equals("dpmAgent");
      if (protectedByDpm) {
        others.add(names.resolve(read.value().server()));
      }
    }
    return others;
  }

  private Set<String> toldWhatTheyAre() {
    Set<String> told = new HashSet<>();
    for (Read<Server> read : given.servers) {
      Server server = read.value();
      String backupServer = server.backupServer();
      if (server.role() != null
          || (backupServer != null && !backupServer.isBlank() && !isOf(server, backupServer))) {
        told.add(names.resolve(server.name()));
      }
    }
    return told;
  }

  private boolean isOf(Server server, String name) {
    return names.resolve(name).equals(names.resolve(server.name()));
  }

  private List<String> mentionedNames() {
    List<String> mentioned = new ArrayList<>();
    given.servers.forEach(server -> addNamed(mentioned, server.value().backupServer()));
    given.facts.forEach(fact -> addNamed(mentioned, fact.value().server()));
    given.collected.forEach(collected -> addNamed(mentioned, collected.server()));
    for (Read<ReportedError> error : given.errors) {
      addNamed(mentioned, error.value().server());
      addNamed(mentioned, error.value().reportedBy());
    }
    given.attempts.forEach(attempt -> addNamed(mentioned, attempt.value().server()));
    return mentioned;
  }

  private static void addNamed(Collection<String> names, @Nullable String name) {
    if (name != null && !name.isBlank()) {
      names.add(name);
    }
  }

  /** Returns the names of the backup servers that have one. */
  private Set<String> backupServers() {
    List<String> named = new ArrayList<>();
    List<String> implied = new ArrayList<>();
    Set<String> declaredOtherwise = new HashSet<>();
    for (Read<Server> read : declared) {
      Server server = read.value();
      addNamed(implied, server.backupServer());
      if (server.role() == ServerRole.BACKUP_SERVER) {
        addNamed(named, server.name());
      } else if (server.role() != null) {
        declaredOtherwise.add(names.resolve(server.name()));
      }
    }
    for (Read<ReportedError> error : given.errors) {
      if (!error.value().ofAgentAlone() || isAnyProtected()) {
        addNamed(implied, error.value().reportedBy());
      }
    }
    Set<String> found = new TreeSet<>();
    named.forEach(name -> found.add(names.resolve(name)));
    for (String name : implied) {
      String resolved = names.resolve(name);
      if (!declaredOtherwise.contains(resolved)) {
        found.add(resolved);
      }
    }
    return found;
  }

  /** Where a server is protected by another, the one that reports an error of the agent's is it. */
  private boolean isAnyProtected() {
    return given.servers.stream()
        .anyMatch(server -> server.value().role() == ServerRole.PROTECTED_SERVER);
  }

  /** Returns the names of those of which nothing says more than that the agent is there. */
  private Set<String> agentServers() {
    Set<String> found = new TreeSet<>();
    if (names.all().contains(Server.UNNAMED_AGENT_SERVER)) {
      found.add(Server.UNNAMED_AGENT_SERVER);
    }
    Set<String> declaredOtherwise = new HashSet<>(backupServers);
    for (Read<Server> read : declared) {
      String name = names.resolve(read.value().name());
      if (read.value().role() == ServerRole.AGENT_SERVER) {
        found.add(name);
      } else if (read.value().role() != null) {
        declaredOtherwise.add(name);
      }
    }
    for (Read<ReportedError> error : given.errors) {
      String reporter = error.value().reportedBy();
      if (reporter != null && !reporter.isBlank()) {
        found.add(names.resolve(reporter));
      }
    }
    found.removeAll(declaredOtherwise);
    return found;
  }

  /** Returns the one name of a server; the empty one is the backup server's. */
  String resolve(String name) {
    return name.isBlank() ? unnamed : names.resolve(name);
  }

  /** Returns the one name of a server; null where none was given. */
  @Nullable String resolveKnown(@Nullable String name) {
    return name == null || name.isBlank() ? null : names.resolve(name);
  }

  /** Returns the servers, each with its role and its backup server where these are known. */
  List<Server> servers() {
    Map<String, List<Read<Server>>> byName = new TreeMap<>(BY_NAME);
    names.all().forEach(name -> byName.put(name, new ArrayList<>()));
    boolean noneNamed = backupServers.isEmpty() && agentServers.isEmpty();
    if (noneNamed || (unnamed.isEmpty() && unnamedIsMentioned())) {
      byName.put(unnamed, new ArrayList<>());
    }
    for (Read<Server> read : declared) {
      Server server = read.value();
      checks.isServerName("the name of a server", server.name(), read.at("name"));
      String backupServer = server.backupServer();
      byName
          .computeIfAbsent(resolve(server.name()), name -> new ArrayList<>())
          .add(
              read.with(
                  new Server(
                      resolve(server.name()),
                      server.role(),
                      backupServer == null ? null : resolve(backupServer))));
    }
    List<Server> servers = new ArrayList<>();
    byName.forEach((name, reads) -> servers.add(server(name, reads, soleBackupServer())));
    return servers;
  }

  private boolean unnamedIsMentioned() {
    return given.servers.stream().anyMatch(server -> server.value().name().isBlank())
        || given.servers.stream()
            .map(server -> server.value().backupServer())
            .anyMatch(name -> name != null && name.isBlank())
        || given.facts.stream().anyMatch(fact -> fact.value().server().isBlank())
        || given.collected.stream().anyMatch(collected -> collected.server().isBlank());
  }

  private Optional<String> soleBackupServer() {
    if (backupServers.isEmpty()) {
      return agentServers.isEmpty() ? Optional.of(unnamed) : Optional.empty();
    }
    return unnamed.isEmpty() ? Optional.empty() : Optional.of(unnamed);
  }

  private Server server(String name, List<Read<Server>> reads, Optional<String> soleBackupServer) {
    Server implied = new Server(name, impliedRole(name), null);
    if (reads.isEmpty()) {
      return withBackupServer(implied, soleBackupServer);
    }
    Address address = Address.ofServer(name);
    Server declared = merging.merge(address, reads);
    if (declared.role() == null) {
      declared = new Server(name, implied.role(), declared.backupServer());
    } else if (name.equals(Server.UNNAMED_BACKUP_SERVER)
        && declared.role() == ServerRole.PROTECTED_SERVER) {
      checks.fault(
          address.component("role") + " to be backupServer, as that of the server without a name",
          "protectedServer",
          reads.get(0).at("role"));
    }
    String backupServer = declared.backupServer();
    if (backupServer != null && declared.sendsToAzure() && !backupServer.equals(name)) {
      checks.fault(
          address.component("backupServer")
              + " to be left out or its own name: it is "
              + (declared.role() == ServerRole.BACKUP_SERVER
                  ? "a backup server"
                  : "a server that backs itself up"),
          Fault.quote(backupServer),
          reads.get(0).at("backupServer"));
    } else if (backupServer != null
        && !declared.sendsToAzure()
        && !backupServer.isEmpty()
        && !backupServers.contains(backupServer)) {
      checks.fault(
          address.component("backupServer") + " to be the name of a backup server",
          Fault.quote(backupServer) + ", which is a protectedServer",
          reads.get(0).at("backupServer"));
    }
    return withBackupServer(declared, soleBackupServer);
  }

  private @Nullable ServerRole impliedRole(String name) {
    if (name.equals(Server.UNNAMED_BACKUP_SERVER) || backupServers.contains(name)) {
      return ServerRole.BACKUP_SERVER;
    }
    if (agentServers.contains(name)) {
      return ServerRole.AGENT_SERVER;
    }
    return name.equals(Server.UNNAMED_PROTECTED_SERVER) ? ServerRole.PROTECTED_SERVER : null;
  }

  private static Server withBackupServer(Server server, Optional<String> soleBackupServer) {
    if (server.sendsToAzure()) {
      return new Server(server.name(), server.role(), server.name());
    }
    return server.backupServer() != null
        ? server
        : new Server(server.name(), server.role(), soleBackupServer.orElse(null));
  }
}
