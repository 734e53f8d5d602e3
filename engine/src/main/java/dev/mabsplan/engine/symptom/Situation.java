package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.engine.pack.KnownStatement;
import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.engine.pack.Operation;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.symptom.text.Products;
import dev.mabsplan.facts.DataSource;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known when planning begins: the facts, and what the reported errors say beyond them:
 * which symptoms they are, whose, and what kind of data source they speak of.
 */
public final class Situation {

  private static final Set<ServerRole> ALL = EnumSet.allOf(ServerRole.class);

  private final Facts facts;
  private final Map<String, Server> servers;
  private final List<RecognizedError> errors;
  private final SortedMap<Address, Fact> all;
  private final Map<String, Map<FactKind, List<Fact>>> ofServers = new HashMap<>();
  private final Map<String, Set<FactKind>> collected = new HashMap<>();

  private Situation(
      Facts facts,
      Map<String, Server> servers,
      List<RecognizedError> errors,
      SortedMap<Address, Fact> all) {
    this.facts = facts;
    this.servers = servers;
    this.errors = errors;
    this.all = all;
    for (Fact fact : all.values()) {
      ofServers
          .computeIfAbsent(fact.server(), server -> new EnumMap<>(FactKind.class))
          .computeIfAbsent(FactKind.of(fact.getClass()), kind -> new ArrayList<>())
          .add(fact);
    }
    facts
        .collected()
        .forEach(
            whole ->
                collected
                    .computeIfAbsent(whole.server(), server -> EnumSet.noneOf(FactKind.class))
                    .add(whole.kind()));
  }

  /**
   * One error of a report, and the symptoms it is.
   *
   * @param error the report; several errors may be of one
   * @param address where the report stands
   * @param understood what the error says, and what is made of it
   * @param symptoms the symptoms, as rules see them, one for each recognition
   * @param stated the facts that it states, where they are
   */
  public record RecognizedError(
      ReportedError error,
      Address address,
      Understood understood,
      List<Symptom> symptoms,
      List<Address> stated) {

    /** Returns what it says, whether known or not. */
    public ErrorText text() {
      return understood.text();
    }

    /** Returns what was recognised; none where it is unknown. */
    public List<Recognition> recognitions() {
      return understood.recognitions();
    }
  }

  /** Recognises the errors among facts, and works out whose they are. */
  public static Situation of(Facts facts, Recognizer recognizer) {
    Map<ReportedError, List<Understood>> understood = new LinkedHashMap<>();
    facts.errors().forEach(error -> understood.put(error, recognizer.understand(error)));
    Map<String, Server> servers = servers(facts, understood);
    List<RecognizedError> errors = new ArrayList<>();
    SortedMap<Address, Fact> all = new TreeMap<>(facts.byAddress());
    understood.forEach(
        (error, parts) ->
            parts.forEach(part -> errors.add(recognized(error, part, facts, servers, all))));
    return new Situation(facts, servers, List.copyOf(errors), all);
  }

  private static RecognizedError recognized(
      ReportedError error,
      Understood part,
      Facts facts,
      Map<String, Server> servers,
      Map<Address, Fact> all) {
    List<Symptom> symptoms = new ArrayList<>();
    List<Recognition> recognitions = new ArrayList<>();
    for (Recognition recognition : part.recognitions()) {
      KnownSymptom known = recognition.symptom();
      String server =
          affected(error, recognition.server(), known.affects(), known.roles(), facts, servers);
      if (!canBe(error, known.roles(), server, facts, servers)) {
        continue;
      }
      recognitions.add(recognition);
      servers.computeIfAbsent(server, name -> unheardOf(name, servers));
      symptoms.add(
          new Symptom(
              recognition.symptom().id(),
              server,
              dataSource(facts, server, recognition.dataSource()),
              facts.addressOf(error)));
      said(recognition, server)
          .ifPresent(fact -> all.merge(Address.of(fact), fact, Situation::fill));
    }
    List<Address> stated = new ArrayList<>();
    for (Said said : part.said()) {
      String server = affected(error, said.server(), said.statement().on(), ALL, facts, servers);
      servers.computeIfAbsent(server, name -> unheardOf(name, servers));
      for (Fact fact : facts(said, server)) {
        Address address = Address.of(fact);
        all.merge(address, fact, Situation::fill);
        stated.add(address);
      }
    }
    List<Hint> hints =
        part.hints().stream()
            .filter(
                hint ->
                    canBe(
                        error,
                        hint.roles(),
                        affected(
                            error, hint.server(), hint.affects(), hint.roles(), facts, servers),
                        facts,
                        servers))
            .toList();
    return new RecognizedError(
        error, facts.addressOf(error), part.withOnly(recognitions, hints), symptoms, stated);
  }

  /**
   * Returns whether an error can be one of a server: what only a backup server can have is not that
   * of one that is known to have the agent alone, nor the other way round. Where nobody knows what
   * backs the server up, it is what reported the error.
   */
  private static boolean canBe(
      ReportedError error,
      Set<ServerRole> roles,
      String server,
      Facts facts,
      Map<String, Server> servers) {
    Optional<Server> sender =
        Optional.ofNullable(servers.get(server))
            .map(Server::backupServer)
            .or(() -> Optional.ofNullable(error.reportedBy()).map(name -> canonical(facts, name)))
            .map(servers::get);
    boolean assumed =
        sender.map(Server::name).filter(Server.UNNAMED_BACKUP_SERVER::equals).isPresent()
            && !Products.nameBackupServer(error);
    return assumed || sender.map(Server::role).map(roles::contains).orElse(true);
  }

  /** Returns the facts that somebody stated; none where a number that they need was not said. */
  private static List<Fact> facts(Said said, String server) {
    List<Fact> facts = new ArrayList<>();
    said.statement()
        .facts()
        .forEach(
            (place, value) -> {
              Sentence words = new Sentence(value);
              if (said.numbers().keySet().containsAll(words.placeholders())) {
                String filled = words.fill(name -> said.numbers().getOrDefault(name.name(), ""));
                facts.add(FactPlace.parse(place).with(server, filled));
              }
            });
    return facts;
  }

  /**
   * A server whose role nobody told has the one that its error implies; and the backup server
   * without a name is not needed beside one that has a name.
   */
  private static Map<String, Server> servers(
      Facts facts, Map<ReportedError, List<Understood>> understood) {
    Map<String, @Nullable ServerRole> roles = new TreeMap<>();
    facts.servers().forEach(server -> roles.put(server.name(), server.role()));
    for (List<Understood> parts : understood.values()) {
      for (Understood part : parts) {
        for (Recognition recognition : part.recognitions()) {
          merge(roles, facts, recognition.server(), recognition.symptom().affects());
        }
        for (Said said : part.said()) {
          merge(roles, facts, said.server(), said.statement().on());
        }
      }
    }
    boolean named =
        roles.entrySet().stream()
            .anyMatch(
                role ->
                    role.getValue() == ServerRole.BACKUP_SERVER
                        && !role.getKey().equals(Server.UNNAMED_BACKUP_SERVER));
    if (named
        && facts.facts().stream().noneMatch(f -> f.server().equals(Server.UNNAMED_BACKUP_SERVER))) {
      roles.remove(Server.UNNAMED_BACKUP_SERVER);
    }
    if (roles.size() == 1
        && roles.containsKey(Server.UNNAMED_BACKUP_SERVER)
        && isOfAgentAlone(facts, understood)) {
      roles.clear();
      roles.put(Server.UNNAMED_AGENT_SERVER, ServerRole.AGENT_SERVER);
    }
    List<String> backupServers =
        roles.entrySet().stream()
            .filter(role -> role.getValue() == ServerRole.BACKUP_SERVER)
            .map(Map.Entry::getKey)
            .toList();
    Map<String, Server> servers = new TreeMap<>();
    roles.forEach(
        (name, role) -> {
          String told = facts.server(name).map(Server::backupServer).orElse(null);
          String backupServer =
              role != null && role.sendsToAzure()
                  ? name
                  : told != null && backupServers.contains(told)
                      ? told
                      : backupServers.size() == 1 ? backupServers.get(0) : null;
          servers.put(name, new Server(name, role, backupServer));
        });
    return servers;
  }

  /**
   * Returns whether all that is known of the only server is of an agent that backs up files by
   * itself, and nothing of a backup server.
   */
  private static boolean isOfAgentAlone(
      Facts facts, Map<ReportedError, List<Understood>> understood) {
    List<Recognition> recognitions =
        understood.values().stream()
            .flatMap(List::stream)
            .flatMap(part -> part.recognitions().stream())
            .toList();
    return !recognitions.isEmpty()
        && recognitions.stream().allMatch(one -> one.symptom().affects() == ServerRole.AGENT_SERVER)
        && understood.keySet().stream().noneMatch(Products::nameBackupServer)
        && facts.facts().isEmpty()
        && facts.collected().isEmpty();
  }

  private static void merge(
      Map<String, @Nullable ServerRole> roles,
      Facts facts,
      @Nullable String server,
      ServerRole implied) {
    if (server != null) {
      roles.merge(canonical(facts, server), implied, (known, other) -> known);
    }
  }

  /** A data source has the spelling that its fact has. */
  private static @Nullable String dataSource(Facts facts, String server, @Nullable String name) {
    return name == null
        ? null
        : facts
            .fact(Address.of(server, FactKind.DATA_SOURCES, List.of(name)))
            .map(fact -> ((DataSource) fact).name())
            .orElse(name);
  }

  private static String canonical(Facts facts, String name) {
    return facts.server(name).map(Server::name).orElse(name);
  }

  /** A server that only an error speaks of. */
  private static Server unheardOf(String name, Map<String, Server> servers) {
    return name.equals(Server.UNNAMED_BACKUP_SERVER)
        ? new Server(name, ServerRole.BACKUP_SERVER, name)
        : protectedServer(name, servers);
  }

  private static Server protectedServer(String name, Map<String, Server> servers) {
    List<String> backupServers =
        servers.values().stream()
            .filter(server -> server.role() == ServerRole.BACKUP_SERVER)
            .map(Server::name)
            .toList();
    return new Server(
        name, ServerRole.PROTECTED_SERVER, backupServers.size() == 1 ? backupServers.get(0) : null);
  }

  private static String affected(
      ReportedError error,
      @Nullable String server,
      ServerRole affects,
      Set<ServerRole> roles,
      Facts facts,
      Map<String, Server> servers) {
    Optional<Server> named =
        Optional.ofNullable(server)
            .map(name -> canonical(facts, name))
            .map(name -> servers.getOrDefault(name, new Server(name, null, null)));
    if (affects == ServerRole.PROTECTED_SERVER) {
      return named
          .map(Server::name)
          .or(() -> sole(servers, ServerRole.PROTECTED_SERVER))
          // the data of a server that backs itself up is its own
          .or(() -> soleAgentServer(roles, servers))
          .orElse(Server.UNNAMED_PROTECTED_SERVER);
    }
    return named
        .filter(Server::sendsToAzure)
        .map(Server::name)
        .or(() -> Optional.ofNullable(error.reportedBy()))
        .or(() -> named.map(Server::backupServer))
        .or(() -> sole(servers, ServerRole.BACKUP_SERVER))
        .or(() -> soleAgentServer(roles, servers))
        .orElse(Server.UNNAMED_BACKUP_SERVER);
  }

  private static Optional<String> sole(Map<String, Server> servers, ServerRole role) {
    List<String> found =
        servers.values().stream()
            .filter(server -> server.role() == role)
            .map(Server::name)
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Returns the server that backs itself up, where no other is backed up or backs up. */
  private static Optional<String> soleAgentServer(
      Set<ServerRole> roles, Map<String, Server> servers) {
    return !roles.contains(ServerRole.AGENT_SERVER)
            || servers.values().stream()
                .anyMatch(server -> server.role() == ServerRole.BACKUP_SERVER)
        ? Optional.empty()
        : sole(servers, ServerRole.AGENT_SERVER);
  }

  private static Optional<Fact> said(Recognition recognition, String server) {
    return recognition.dataSource() == null || recognition.dataSourceType() == null
        ? Optional.empty()
        : Optional.of(
            DataSource.of(server, recognition.dataSource()).withType(recognition.dataSourceType()));
  }

  /** What a person observed stands; what an error says fills a gap. */
  private static Fact fill(Fact observed, Fact said) {
    if (observed instanceof DataSource known && said instanceof DataSource other) {
      return known.type() == null && other.type() != null ? known.withType(other.type()) : known;
    }
    return filled(observed, said);
  }

  private static Fact filled(Fact observed, Fact said) {
    if (!observed.getClass().equals(said.getClass())) {
      return observed;
    }
    RecordShape shape = RecordShape.of(observed.getClass().asSubclass(Record.class));
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      RecordShape.Component part = shape.components().get(i);
      values[i] = part.value((part.known((Record) observed) ? (Record) observed : (Record) said));
    }
    return (Fact) shape.create(values);
  }

  /**
   * Returns what would be known if an error were what a hint says.
   *
   * @param error one of the errors
   * @param hint one of its hints
   * @param statement what would be stated, where the hint is one at a statement
   */
  public Situation supposing(RecognizedError error, Hint hint, Optional<KnownStatement> statement) {
    Map<String, Server> more = new TreeMap<>(servers);
    String server =
        affected(error.error(), hint.server(), hint.affects(), hint.roles(), facts, more);
    more.computeIfAbsent(server, name -> unheardOf(name, more));
    SortedMap<Address, Fact> known = new TreeMap<>(all);
    List<Symptom> symptoms = new ArrayList<>();
    if (statement.isPresent()) {
      Said said = new Said(statement.get(), hint.server(), Map.of(), "");
      facts(said, server).forEach(fact -> known.merge(Address.of(fact), fact, Situation::fill));
    } else {
      symptoms.add(
          new Symptom(
              hint.id(), server, dataSource(facts, server, hint.dataSource()), error.address()));
    }
    List<RecognizedError> others = new ArrayList<>(errors);
    others.add(
        new RecognizedError(
            error.error(), error.address(), error.understood(), symptoms, List.of()));
    return new Situation(facts, more, List.copyOf(others), known);
  }

  /**
   * Returns the server that an unknown error concerns in a role: the one that its fields or its
   * words name, else the only one there is.
   */
  public Optional<Server> concerned(RecognizedError error, ServerRole role) {
    String named = role.sendsToAzure() ? error.error().reportedBy() : error.error().server();
    if (named == null) {
      named = Whose.server(error.text().headline(), role);
    }
    if (named != null) {
      String name = canonical(facts, named);
      return Optional.of(servers.getOrDefault(name, new Server(name, role, null)));
    }
    Optional<String> sole =
        role.sendsToAzure()
            ? sole(servers, ServerRole.BACKUP_SERVER).or(() -> soleAgentServer(ALL, servers))
            : sole(servers, role);
    return sole.flatMap(this::server)
        .or(
            () ->
                role.sendsToAzure()
                    ? Optional.empty()
                    : Optional.of(new Server(Server.UNNAMED_PROTECTED_SERVER, role, null)));
  }

  /** Returns the errors of which nothing decides what they are. */
  public List<RecognizedError> open() {
    return errors.stream()
        .filter(error -> !error.understood().known() && !error.understood().onlyTold())
        .toList();
  }

  /** Returns what was being done when errors occurred that nobody knows. */
  public Set<Operation> openOperations() {
    Set<Operation> operations = EnumSet.noneOf(Operation.class);
    open().forEach(error -> error.understood().operation().ifPresent(operations::add));
    return operations;
  }

  /** Returns the facts as they were given. */
  public Facts facts() {
    return facts;
  }

  /** Returns the errors of all reports with what was made of them, in the order of the facts. */
  public List<RecognizedError> errors() {
    return errors;
  }

  /** Returns the server with the given name, as the facts spell it, or nothing. */
  public Optional<Server> server(String name) {
    return Optional.ofNullable(servers.get(name));
  }

  /** Returns all servers, sorted by name. */
  public List<Server> servers() {
    return List.copyOf(servers.values());
  }

  /**
   * Returns the name of the backup server that protects a server; the unnamed one where that is not
   * known.
   */
  public String backupServerOf(String server) {
    return server(server).map(Server::backupServer).orElse(Server.UNNAMED_BACKUP_SERVER);
  }

  /** Returns the data source of the given name on a server, or nothing. */
  public Optional<DataSource> dataSource(String server, String name) {
    return listed(server, FactKind.DATA_SOURCES).stream()
        .map(DataSource.class::cast)
        .filter(source -> source.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** Returns the facts of one kind on a server, what errors say among them. */
  public List<Fact> facts(String server, FactKind kind) {
    return Collections.unmodifiableList(listed(server, kind));
  }

  private List<Fact> listed(String server, FactKind kind) {
    return ofServers.getOrDefault(server, Map.of()).getOrDefault(kind, List.of());
  }

  /** Returns whether all facts of a kind were collected on a server. */
  public boolean collected(String server, FactKind kind) {
    return collected.getOrDefault(server, Set.of()).contains(kind);
  }

  /** Returns everything that rules see: servers, facts, what was collected, and symptoms. */
  public List<Object> observed() {
    List<Object> observed = new ArrayList<>(servers.values());
    observed.addAll(all.values());
    observed.addAll(facts.collected());
    Set<Symptom> symptoms = new LinkedHashSet<>();
    errors.forEach(error -> symptoms.addAll(error.symptoms()));
    symptoms.stream()
        .sorted(Comparator.comparing(Symptom::id).thenComparing(Symptom::error))
        .forEach(observed::add);
    return observed;
  }
}
