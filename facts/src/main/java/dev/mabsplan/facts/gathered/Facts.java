package dev.mabsplan.facts.gathered;

import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about one failing backup: what was observed on which server, which
 * errors were reported, what was already tried.
 *
 * <p>Immutable and canonical: the same facts, added in any order, spelled in any case, repeated or
 * spread over several, give equal {@code Facts} that iterate in one order.
 */
public final class Facts {

  private final @Nullable Instant observedAt;
  private final List<Server> servers;
  private final List<Fact> facts;
  private final List<Collected> collected;
  private final List<ReportedError> errors;
  private final List<Attempt> attempts;
  private final ServerNames names;
  private final Map<String, Server> serversByName = new HashMap<>();
  private final SortedMap<Address, Fact> byAddress;
  private final Map<ReportedError, Address> errorAddresses;
  private final Map<Address, Places> places;

  Facts(
      @Nullable Instant observedAt,
      List<Server> servers,
      List<Collected> collected,
      List<ReportedError> errors,
      List<Attempt> attempts,
      ServerNames names,
      SortedMap<Address, Fact> byAddress,
      Map<ReportedError, Address> errorAddresses,
      Map<Address, Places> places) {
    this.observedAt = observedAt;
    this.servers = List.copyOf(servers);
    servers.forEach(server -> serversByName.put(server.name(), server));
    this.facts = List.copyOf(byAddress.values());
    this.collected = List.copyOf(collected);
    this.errors = List.copyOf(errors);
    this.attempts = List.copyOf(attempts);
    this.names = names;
    this.byAddress = Collections.unmodifiableSortedMap(byAddress);
    this.errorAddresses = Map.copyOf(errorAddresses);
    this.places = Map.copyOf(places);
  }

  /** Returns a builder that knows nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that knows all of this, for planning again with more. */
  public Builder toBuilder() {
    Builder builder = new Builder().addAll(this);
    builder.observedAt = observedAt;
    return builder;
  }

  /**
   * Returns this with no more than so many errors: the newest, and some of those whose time is
   * unknown, which may be new. Neither leaves the other less than half.
   *
   * @param most how many errors, 2 or more
   */
  public Facts withNewestErrors(int most) {
    if (errors.size() <= most) {
      return this;
    }
    Builder builder = toBuilder();
    builder.errors.clear();
    List<ReportedError> undated = errors.stream().filter(error -> error.latest() == null).toList();
    int dated = errors.size() - undated.size();
    int ofUndated = Math.min(undated.size(), Math.max(most / 2, most - dated));
    Stream.concat(
            undated.stream().limit(ofUndated),
            errors.stream()
                .filter(error -> error.latest() != null)
                .sorted(Comparator.comparing(ReportedError::latest).reversed())
                .limit(most - ofUndated))
        .forEach(error -> builder.errors.add(read(error, addressOf(error))));
    return builder.build();
  }

  /**
   * Returns this with the problem that an error is, where a person has settled it. Where no such
   * error is here, nothing changes.
   *
   * @param error address of the error
   * @param problem the problem, as topic and name
   */
  public Facts withSettled(Address error, String problem) {
    Builder builder = toBuilder();
    builder.errors.clear();
    for (ReportedError one : errors) {
      Address address = addressOf(one);
      builder.errors.add(read(address.equals(error) ? one.withIs(problem) : one, address));
    }
    return builder.build();
  }

  /** Returns this with an attempt, in place of one at the same remedy for the same. */
  public Facts withAttempt(Attempt attempt) {
    Builder builder = toBuilder();
    builder.attempts.removeIf(one -> Address.of(one.value()).equals(Address.of(attempt)));
    return builder.attempt(attempt).build();
  }

  /**
   * Returns this with facts that were observed later. Where both speak of the same, the newer hold;
   * what they do not speak of stays.
   *
   * @throws InvalidFactsException where the facts contradict each other in what is in no time
   */
  public Facts withNewer(Facts newer) {
    Builder builder = toBuilder();
    List<Read<Fact>> older = List.copyOf(builder.facts);
    builder.facts.clear();
    for (Read<Fact> read : older) {
      Fact fact = read.value();
      Optional<Fact> later = newer.fact(Address.of(fact));
      (later.isEmpty() ? Optional.of(fact) : Renewal.remaining(fact, later.get()))
          .ifPresent(kept -> builder.facts.add(read.with(kept)));
    }
    builder.addAll(newer);
    newer
        .observedAt()
        .filter(time -> observedAt == null || time.isAfter(observedAt))
        .ifPresent(builder::observedAt);
    return builder.build();
  }

  private <T> Read<T> read(T value, Address address) {
    Places read = places.get(address);
    return read == null
        ? new Read<>(value, null, Map.of())
        : new Read<>(value, read.whole(), read.components());
  }

  /** Returns when the facts were observed. Where it is unknown, so is every age. */
  public Optional<Instant> observedAt() {
    return Optional.ofNullable(observedAt);
  }

  /**
   * Returns every server that is declared or mentioned, by name. There is always a backup server.
   */
  public List<Server> servers() {
    return servers;
  }

  /** Returns what was observed, in the order of addresses; one fact for each address. */
  public List<Fact> facts() {
    return facts;
  }

  /** Returns the same by their addresses, in that order. */
  public SortedMap<Address, Fact> byAddress() {
    return byAddress;
  }

  /** Returns which kinds of fact were collected whole, by server and kind. */
  public List<Collected> collected() {
    return collected;
  }

  /** Returns the errors that were reported, in the order of addresses. */
  public List<ReportedError> errors() {
    return errors;
  }

  /** Returns what was already tried, in the order of addresses. */
  public List<Attempt> attempts() {
    return attempts;
  }

  /** Returns the fact at an address, also where the address is that of a component of it. */
  public Optional<Fact> fact(Address address) {
    return Optional.ofNullable(byAddress.get(resolve(address).whole()));
  }

  /**
   * Returns the address of an error, which no other error here has: where two differ only in what
   * an address does not say, they are numbered.
   */
  public Address addressOf(ReportedError error) {
    Address known = errorAddresses.get(error);
    return known == null ? Address.of(error) : known;
  }

  /**
   * Returns where the fact, error, attempt, server or component at an address was read. For a
   * component with no source of its own it is that of the whole.
   */
  public Optional<Source> source(Address address) {
    Address resolved = resolve(address);
    return Optional.ofNullable(places.get(resolved.whole())).map(read -> read.of(resolved));
  }

  /** Returns the address with the name of its server spelled as it is here. */
  public Address resolve(Address address) {
    return address
        .server()
        .flatMap(this::server)
        .map(server -> address.on(server.name()))
        .orElse(address);
  }

  /**
   * Returns a server by its name without case, short or fully qualified where that is unambiguous.
   * The empty name is that of the only backup server.
   */
  public Optional<Server> server(String name) {
    String wanted = names.resolve(name);
    Optional<Server> found = Optional.ofNullable(serversByName.get(wanted));
    return found.isEmpty() && wanted.isEmpty() ? soleBackupServer() : found;
  }

  /** Where there is no backup server, a server that backs itself up stands for it. */
  private Optional<Server> soleBackupServer() {
    List<Server> having = having(ServerRole.BACKUP_SERVER);
    List<Server> first = having.isEmpty() ? having(ServerRole.AGENT_SERVER) : having;
    return first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
  }

  private List<Server> having(ServerRole role) {
    return servers.stream().filter(server -> server.role() == role).toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Facts that
        && Objects.equals(observedAt, that.observedAt)
        && servers.equals(that.servers)
        && facts.equals(that.facts)
        && collected.equals(that.collected)
        && errors.equals(that.errors)
        && attempts.equals(that.attempts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(observedAt, servers, facts, collected, errors, attempts);
  }

  @Override
  public String toString() {
    return "Facts[observedAt="
        + observedAt
        + ", servers="
        + servers
        + ", facts="
        + facts
        + ", collected="
        + collected
        + ", errors="
        + errors
        + ", attempts="
        + attempts
        + "]";
  }

  /** Gathers facts in any order. Not for use by several threads at once. */
  public static final class Builder {

    @Nullable Instant observedAt;
    final List<Read<Server>> servers = new ArrayList<>();
    final List<Read<Fact>> facts = new ArrayList<>();
    final List<Collected> collected = new ArrayList<>();
    final List<Read<ReportedError>> errors = new ArrayList<>();
    final List<Read<Attempt>> attempts = new ArrayList<>();

    private Builder() {}

    /** Says when the facts were observed: the only clock there is. */
    public Builder observedAt(Instant time) {
      observedAt = time;
      return this;
    }

    /** Declares a server. */
    public Builder server(String name, ServerRole role) {
      return server(new Server(name, role, null));
    }

    /** Declares a server. */
    public Builder server(Server server) {
      servers.add(new Read<>(server, null, Map.of()));
      return this;
    }

    /** Declares a server that was read somewhere. */
    public Builder server(Server server, Source source) {
      return server(server, source, Map.of());
    }

    /**
     * Declares a server that was read somewhere.
     *
     * @param components where each component was read, by its name; {@code source} for the others
     */
    public Builder server(Server server, Source source, Map<String, Source> components) {
      servers.add(new Read<>(server, source, components));
      return this;
    }

    /** Says that facts of these kinds were collected whole on a server. */
    public Builder collected(String server, FactKind... kinds) {
      for (FactKind kind : kinds) {
        collected.add(new Collected(server, kind));
      }
      return this;
    }

    /**
     * Adds all that is in other facts and where it was read, except when they were observed. Ages
     * that follow from that are computed anew, as what is added can be newer.
     */
    public Builder addAll(Facts other) {
      other.servers.forEach(
          server -> servers.add(other.read(server, Address.ofServer(server.name()))));
      collected.addAll(other.collected);
      boolean clock = other.observedAt != null;
      other.facts.forEach(
          fact ->
              facts.add(
                  other.read(clock ? FactAssembly.withoutAge(fact) : fact, Address.of(fact))));
      other.errors.forEach(error -> errors.add(other.read(error, other.addressOf(error))));
      other.attempts.forEach(attempt -> attempts.add(other.read(attempt, Address.of(attempt))));
      return this;
    }

    /** Adds what was observed. */
    public Builder add(Fact fact) {
      facts.add(new Read<>(fact, null, Map.of()));
      return this;
    }

    /** Adds what was observed and read somewhere. */
    public Builder add(Fact fact, Source source) {
      return add(fact, source, Map.of());
    }

    /**
     * Adds what was observed and read somewhere.
     *
     * @param components where each component was read, by its name; {@code source} for the others
     */
    public Builder add(Fact fact, Source source, Map<String, Source> components) {
      facts.add(new Read<>(fact, source, components));
      return this;
    }

    /** Adds an error. */
    public Builder error(ReportedError error) {
      errors.add(new Read<>(error, null, Map.of()));
      return this;
    }

    /** Adds an error that was read somewhere. */
    public Builder error(ReportedError error, Source source) {
      return error(error, source, Map.of());
    }

    /**
     * Adds an error that was read somewhere.
     *
     * @param components where each component was read, by its name; {@code source} for the others
     */
    public Builder error(ReportedError error, Source source, Map<String, Source> components) {
      errors.add(new Read<>(error, source, components));
      return this;
    }

    /** Adds what was tried. */
    public Builder attempt(Attempt attempt) {
      attempts.add(new Read<>(attempt, null, Map.of()));
      return this;
    }

    /** Adds what was tried, as read somewhere. */
    public Builder attempt(Attempt attempt, Source source) {
      return attempt(attempt, source, Map.of());
    }

    /**
     * Adds what was tried, as read somewhere.
     *
     * @param components where each component was read, by its name; {@code source} for the others
     */
    public Builder attempt(Attempt attempt, Source source, Map<String, Source> components) {
      attempts.add(new Read<>(attempt, source, components));
      return this;
    }

    /**
     * Makes one whole of what was added. Names of servers, keys of the registry, volumes and
     * folders are brought to one spelling; servers that are only mentioned are added, and so is a
     * backup server without a name where there is none; facts with one address are merged; ages are
     * computed.
     *
     * @throws InvalidFactsException where the facts contradict each other or say what cannot be,
     *     with all that is wrong with them
     */
    public Facts build() {
      Assembly assembly = new Assembly(this);
      Facts built = assembly.facts();
      List<Fault> faults = assembly.faults();
      if (!faults.isEmpty()) {
        throw new InvalidFactsException(faults);
      }
      return built;
    }
  }
}
