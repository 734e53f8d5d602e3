package dev.mabsplan.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one canonical whole of what a {@link Facts.Builder} gathered, and finds what is wrong with
 * it.
 */
final class Assembly {

  /**
   * Something added to a builder.
   *
   * @param source where it was read; null where it was not read from anywhere
   * @param components where each component was read, by its name; {@code source} for the others
   */
  record Read<T>(T value, @Nullable Source source, Map<String, Source> components) {

    Read {
      components = Map.copyOf(components);
    }

    @Nullable Source at(String component) {
      Source own = components.get(component);
      return own == null ? source : own;
    }

    <U> Read<U> with(U other) {
      return new Read<>(other, source, components);
    }
  }

  /**
   * Where a thing was read.
   *
   * @param whole where it begins
   * @param components where each component was read, by its name; {@code whole} for the others
   */
  record Places(Source whole, Map<String, Source> components) {

    Source of(Address address) {
      Source own = address.component().map(components::get).orElse(null);
      return own == null ? whole : own;
    }
  }

  private static final Comparator<String> BY_NAME =
      Comparator.comparing(Spelling::fold).thenComparing(Comparator.naturalOrder());

  private final Facts.Builder given;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<Address, Places> places = new HashMap<>();
  private final ServerNames names;
  private final Set<String> backupServers;
  private final String unnamed;

  Assembly(Facts.Builder given) {
    this.given = given;
    this.names = ServerNames.of(declaredNames(), mentionedNames());
    this.backupServers = backupServers();
    // the empty name stands for the backup server of a document that names none
    this.unnamed =
        backupServers.size() == 1 ? backupServers.iterator().next() : Server.UNNAMED_BACKUP_SERVER;
  }

  /** Returns the whole; good for nothing where there are {@link #faults}. */
  Facts facts() {
    List<Server> servers = servers();
    Map<Address, Fact> facts = observed();
    Map<ReportedError, Address> errors = errors();
    return new Facts(
        given.observedAt,
        servers,
        List.copyOf(facts.values()),
        collected(),
        errors.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList(),
        attempts(),
        names,
        facts,
        errors,
        places);
  }

  /** Returns what is wrong, in the order of where it was read. */
  List<Fault> faults() {
    return faults.stream()
        .sorted(
            Comparator.comparing(
                Fault::source,
                Comparator.nullsLast(
                    Comparator.comparing(Source::file)
                        .thenComparing(Source::line)
                        .thenComparing(Source::column))))
        .toList();
  }

  private void fault(String expected, String found, @Nullable Source source) {
    faults.add(new Fault(expected, found, source, null));
  }

  // Servers

  private List<String> declaredNames() {
    List<String> declared = new ArrayList<>();
    given.servers.forEach(server -> addNamed(declared, server.value().name()));
    return declared;
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
    List<String> declared = new ArrayList<>();
    List<String> implied = new ArrayList<>();
    Set<String> declaredProtected = new HashSet<>();
    for (Read<Server> read : given.servers) {
      Server server = read.value();
      addNamed(implied, server.backupServer());
      if (server.role() == ServerRole.BACKUP_SERVER) {
        addNamed(declared, server.name());
      } else if (server.role() == ServerRole.PROTECTED_SERVER) {
        declaredProtected.add(names.resolve(server.name()));
      }
    }
    given.errors.forEach(error -> addNamed(implied, error.value().reportedBy()));
    Set<String> found = new TreeSet<>();
    declared.forEach(name -> found.add(names.resolve(name)));
    for (String name : implied) {
      String resolved = names.resolve(name);
      if (!declaredProtected.contains(resolved)) {
        found.add(resolved);
      }
    }
    return found;
  }

  private String resolve(String name) {
    return name.isBlank() ? unnamed : names.resolve(name);
  }

  private @Nullable String resolveKnown(@Nullable String name) {
    return name == null || name.isBlank() ? null : names.resolve(name);
  }

  private List<Server> servers() {
    Map<String, List<Read<Server>>> byName = new TreeMap<>(BY_NAME);
    names.all().forEach(name -> byName.put(name, new ArrayList<>()));
    if (backupServers.isEmpty() || (unnamed.isEmpty() && unnamedIsMentioned())) {
      byName.put(unnamed, new ArrayList<>());
    }
    for (Read<Server> read : given.servers) {
      Server server = read.value();
      checkName("the name of a server", server.name(), true, read.at("name"));
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
      return Optional.of(unnamed);
    }
    return unnamed.isEmpty() ? Optional.empty() : Optional.of(unnamed);
  }

  private Server server(String name, List<Read<Server>> reads, Optional<String> soleBackupServer) {
    Server implied = new Server(name, impliedRole(name), null);
    if (reads.isEmpty()) {
      return withBackupServer(implied, soleBackupServer);
    }
    Address address = Address.ofServer(name);
    Server declared = merge(address, reads);
    if (declared.role() == null) {
      declared = new Server(name, implied.role(), declared.backupServer());
    } else if (name.equals(Server.UNNAMED_BACKUP_SERVER)
        && declared.role() == ServerRole.PROTECTED_SERVER) {
      fault(
          address.component("role") + " to be backupServer, as that of the server without a name",
          "protectedServer",
          reads.get(0).at("role"));
    }
    String backupServer = declared.backupServer();
    if (backupServer != null
        && declared.role() == ServerRole.BACKUP_SERVER
        && !backupServer.equals(name)) {
      fault(
          address.component("backupServer")
              + " to be left out or its own name: it is a backup server",
          quoted(backupServer),
          reads.get(0).at("backupServer"));
    } else if (backupServer != null
        && !backupServer.isEmpty()
        && !backupServers.contains(backupServer)) {
      fault(
          address.component("backupServer") + " to be the name of a backup server",
          quoted(backupServer) + ", which is a protectedServer",
          reads.get(0).at("backupServer"));
    }
    return withBackupServer(declared, soleBackupServer);
  }

  private @Nullable ServerRole impliedRole(String name) {
    if (name.equals(Server.UNNAMED_BACKUP_SERVER) || backupServers.contains(name)) {
      return ServerRole.BACKUP_SERVER;
    }
    return name.equals(Server.UNNAMED_PROTECTED_SERVER) ? ServerRole.PROTECTED_SERVER : null;
  }

  private static Server withBackupServer(Server server, Optional<String> soleBackupServer) {
    if (server.role() == ServerRole.BACKUP_SERVER) {
      return new Server(server.name(), server.role(), server.name());
    }
    return server.backupServer() != null
        ? server
        : new Server(server.name(), server.role(), soleBackupServer.orElse(null));
  }

  private List<Collected> collected() {
    return given.collected.stream()
        .map(collected -> new Collected(resolve(collected.server()), collected.kind()))
        .distinct()
        .sorted(Comparator.comparing(Collected::server, BY_NAME).thenComparing(Collected::kind))
        .toList();
  }

  // What was observed

  private Map<Address, Fact> observed() {
    Map<Address, List<Read<Fact>>> byAddress = new TreeMap<>();
    for (Read<Fact> read : given.facts) {
      Fact fact = canonical(read.value());
      Address address = Address.of(fact);
      boolean named = keysAreNames(read);
      boolean inRange = numbersAreInRange((Record) fact, address, read);
      if (named && inRange) {
        byAddress.computeIfAbsent(address, key -> new ArrayList<>(1)).add(read.with(fact));
      }
    }
    Map<Address, Fact> facts = new LinkedHashMap<>();
    byAddress.forEach(
        (address, reads) -> {
          Fact merged = merge(address, reads);
          checkAbsence(merged, address);
          checkVolume(merged, address);
          facts.put(address, aged(merged, address));
        });
    return facts;
  }

  private Fact canonical(Fact fact) {
    FactKind kind = FactKind.of(fact.getClass());
    RecordShape shape = RecordShape.of(kind);
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    boolean changed = false;
    int keys = 0;
    for (int i = 0; i < values.length; i++) {
      RecordShape.Component component = shape.components().get(i);
      Object value = component.value((Record) fact);
      if (component.name().equals("server")) {
        values[i] = resolve(fact.server());
      } else if (component.key()) {
        values[i] = value instanceof String name ? Spelling.key(kind, keys, name) : value;
        keys++;
      } else {
        values[i] = value;
      }
      changed |= value != null && !value.equals(values[i]);
    }
    return changed ? (Fact) shape.create(values) : fact;
  }

  private boolean keysAreNames(Read<Fact> read) {
    boolean good = true;
    FactKind kind = FactKind.of(read.value().getClass());
    for (RecordShape.Component key : RecordShape.of(kind).keys()) {
      if (key.value((Record) read.value()) instanceof String name) {
        String what =
            key.name() + " of " + kind.property() + " on " + quoted(resolve(read.value().server()));
        good &= checkName(what, name, false, read.at(key.name()));
      }
    }
    return good;
  }

  private boolean checkName(String what, String name, boolean mayBeEmpty, @Nullable Source source) {
    if (name.isBlank() && !mayBeEmpty) {
      fault(what + " to be a name", "none: it is blank", source);
      return false;
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      faults.add(
          new Fault(
              what + " to be a name",
              "a control character in " + quoted(name),
              source,
              "in JSON a backslash is written twice: \"D:\\\\backup\""));
      return false;
    }
    return true;
  }

  private boolean numbersAreInRange(Record of, Address address, Read<?> read) {
    boolean good = true;
    for (RecordShape.Component component : RecordShape.of(of.getClass()).components()) {
      if (component.value(of) instanceof Number number
          && (number.longValue() < component.minimum()
              || number.longValue() > component.maximum())) {
        fault(
            address.component(component.name())
                + " to be "
                + component.minimum()
                + (component.maximum() == Long.MAX_VALUE
                    ? " or more"
                    : " to " + component.maximum()),
            number.toString(),
            read.at(component.name()));
        good = false;
      }
    }
    return good;
  }

  private void checkAbsence(Fact fact, Address address) {
    List<RecordShape.Component> components =
        RecordShape.of(FactKind.of(fact.getClass())).components();
    boolean absent = false;
    for (RecordShape.Component component : components) {
      absent |= component.isPresence() && Boolean.FALSE.equals(component.value((Record) fact));
    }
    if (!absent) {
      return;
    }
    for (RecordShape.Component component : components) {
      // What a folder was for can be known of one that is gone.
      if (!component.isPresence()
          && !component.key()
          && !component.name().equals("purpose")
          && !component.name().equals("server")
          && component.known((Record) fact)) {
        fault(
            "nothing to be known of "
                + address
                + ", which is not present"
                + at(sourceOf(address.component("present"))),
            component.name(),
            sourceOf(address.component(component.name())));
      }
    }
  }

  private void checkVolume(Fact fact, Address address) {
    if (fact instanceof Volume volume) {
      Long size = volume.sizeBytes();
      Long free = volume.freeBytes();
      if (size != null && free != null && free > size) {
        fault(
            address.component("freeBytes") + " to be no more than its sizeBytes, " + size,
            free.toString(),
            sourceOf(address.component("freeBytes")));
      }
    }
  }

  private Fact aged(Fact fact, Address address) {
    if (fact instanceof CredentialsFile file) {
      Long hours =
          age(
              address,
              "downloadedAt",
              file.downloadedAt(),
              "ageHours",
              file.ageHours(),
              Duration::toHours);
      return hours == null ? file : file.withAgeHours(hours);
    }
    if (fact instanceof SecurityPin pin) {
      Long minutes =
          age(
              address,
              "generatedAt",
              pin.generatedAt(),
              "ageMinutes",
              pin.ageMinutes(),
              Duration::toMinutes);
      return minutes == null ? pin : pin.withAgeMinutes(minutes);
    }
    return fact;
  }

  private @Nullable Long age(
      Address address,
      String since,
      @Nullable Instant from,
      String component,
      @Nullable Long stated,
      Function<Duration, Long> unit) {
    Instant to = given.observedAt;
    if (from == null || to == null) {
      return null;
    }
    if (from.isAfter(to)) {
      fault(
          address.component(since) + " to be no later than observedAt, " + to,
          from.toString(),
          sourceOf(address.component(since)));
      return null;
    }
    Long computed = unit.apply(Duration.between(from, to));
    if (stated != null && !stated.equals(computed)) {
      fault(
          address.component(component)
              + " to be left out or "
              + computed
              + ", which is the time from "
              + since
              + at(sourceOf(address.component(since)))
              + " to observedAt",
          stated.toString(),
          sourceOf(address.component(component)));
    }
    return computed;
  }

  // Errors and attempts

  private Map<ReportedError, Address> errors() {
    Map<ReportedError, Read<ReportedError>> reports = new LinkedHashMap<>();
    for (Read<ReportedError> read : given.errors) {
      ReportedError error = canonical(read.value());
      if (Stream.of(
              error.id(),
              error.code(),
              error.name(),
              error.message(),
              error.operation(),
              error.text())
          .allMatch(value -> value == null)) {
        fault(
            "an error to have at least one of id, code, name, message, operation and text",
            "none of them",
            read.source());
      } else if (numbersAreInRange(error, Address.of(error), read)
          && firstIsNotAfterLast(error, read)) {
        reports.putIfAbsent(error, read.with(error));
      }
    }
    Map<ReportedError, Read<ReportedError>> distinct = repeatsMerged(reports.values());
    Map<Address, List<ReportedError>> byLabel = new TreeMap<>();
    for (ReportedError error : distinct.keySet()) {
      byLabel.computeIfAbsent(Address.of(error), key -> new ArrayList<>()).add(error);
    }
    Map<ReportedError, Address> addresses = new HashMap<>();
    byLabel.forEach(
        (label, alike) -> {
          if (alike.size() == 1) {
            addresses.put(alike.get(0), label);
            return;
          }
          int number = 0;
          for (ReportedError error : alike.stream().sorted(Assembly::compare).toList()) {
            Address numbered;
            do {
              number++;
              numbered = label.numbered(number);
            } while (byLabel.containsKey(numbered));
            addresses.put(error, numbered);
          }
        });
    addresses.forEach(
        (error, address) -> {
          Read<ReportedError> read = distinct.get(error);
          if (read != null) {
            keepPlaces(address, List.of(read));
          }
        });
    return addresses;
  }

  private boolean firstIsNotAfterLast(ReportedError error, Read<ReportedError> read) {
    Instant first = error.firstOccurredAt();
    Instant last = error.occurredAt();
    if (first == null || last == null || !first.isAfter(last)) {
      return true;
    }
    fault(
        Address.of(error).component("firstOccurredAt")
            + " to be no later than occurredAt, "
            + last
            + at(read.at("occurredAt")),
        first.toString(),
        read.at("firstOccurredAt"));
    return false;
  }

  /** Makes one of all reports that differ in nothing but how often and when. */
  private static Map<ReportedError, Read<ReportedError>> repeatsMerged(
      Collection<Read<ReportedError>> reports) {
    Map<ReportedError, List<Read<ReportedError>>> alike = new LinkedHashMap<>();
    for (Read<ReportedError> read : reports) {
      alike.computeIfAbsent(read.value().withoutOccurrences(), key -> new ArrayList<>()).add(read);
    }
    Map<ReportedError, Read<ReportedError>> merged = new LinkedHashMap<>();
    for (List<Read<ReportedError>> repeats : alike.values()) {
      Read<ReportedError> one = repeats.size() == 1 ? repeats.get(0) : repeated(repeats);
      merged.put(one.value(), one);
    }
    return merged;
  }

  private static Read<ReportedError> repeated(List<Read<ReportedError>> repeats) {
    ReportedError merged =
        repeats.stream().map(Read::value).reduce(ReportedError::with).orElseThrow();
    Read<ReportedError> newest =
        repeats.stream()
            .min(
                Comparator.comparing(
                    read -> read.value().latest(), Comparator.nullsLast(Comparator.reverseOrder())))
            .orElseThrow();
    Map<String, Source> components = new HashMap<>(newest.components());
    repeats.stream()
        .filter(read -> read.value().earliest() != null)
        .min(Comparator.comparing(read -> read.value().earliest()))
        .map(
            read ->
                read.at(read.value().firstOccurredAt() == null ? "occurredAt" : "firstOccurredAt"))
        .ifPresent(source -> components.put("firstOccurredAt", source));
    return new Read<>(merged, newest.source(), components);
  }

  private ReportedError canonical(ReportedError error) {
    return new ReportedError(
            error.id(),
            unlessBlank(error.code()),
            unlessBlank(error.name()),
            unlessBlank(error.message()),
            unlessBlank(error.operation()),
            unlessBlank(error.product()),
            resolveKnown(error.reportedBy()),
            resolveKnown(error.server()),
            unlessBlank(error.dataSource()),
            unlessBlank(error.text()),
            error.occurredAt(),
            error.count(),
            error.firstOccurredAt())
        .withoutNeedlessFirst();
  }

  private static @Nullable String unlessBlank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private List<Attempt> attempts() {
    Map<Address, List<Read<Attempt>>> byAddress = new TreeMap<>();
    for (Read<Attempt> read : given.attempts) {
      Attempt given = read.value();
      Attempt attempt =
          new Attempt(
              given.remedy().strip(),
              given.outcome(),
              resolveKnown(given.server()),
              unlessBlank(given.dataSource()),
              unlessBlank(given.problem()));
      if (checkName("remedy of an attempt", given.remedy(), false, read.at("remedy"))) {
        byAddress
            .computeIfAbsent(Address.of(attempt), key -> new ArrayList<>())
            .add(read.with(attempt));
      }
    }
    List<Attempt> attempts = new ArrayList<>();
    byAddress.forEach((address, reads) -> attempts.add(merge(address, reads)));
    return attempts;
  }

  // Merging

  /** Merges what was said of one thing; equal or unknown values are no contradiction. */
  @SuppressWarnings("unchecked")
  private <T> T merge(Address address, List<Read<T>> reads) {
    keepPlaces(address, reads);
    Record first = (Record) reads.get(0).value();
    if (reads.size() == 1) {
      return (T) first;
    }
    RecordShape shape = RecordShape.of(first.getClass());
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = merged(address, shape.components().get(i), reads);
    }
    return (T) shape.create(values);
  }

  private <T> @Nullable Object merged(
      Address address, RecordShape.Component component, List<Read<T>> reads) {
    Object value = null;
    Read<T> from = null;
    for (Read<T> read : reads) {
      Object other = component.value((Record) read.value());
      if (value == null || from == null) {
        value = other;
        from = read;
      } else if (value instanceof Set<?> set && other instanceof Set<?> more) {
        value = union(set, more);
      } else if (other != null && same(value, other)) {
        // of two spellings of one value the one that does not depend on the order
        value = value.toString().compareTo(other.toString()) <= 0 ? value : other;
      } else if (other != null) {
        fault(
            "one value for " + address.component(component.name()),
            written(value)
                + at(from.at(component.name()))
                + " and "
                + written(other)
                + at(read.at(component.name())),
            read.at(component.name()));
      }
    }
    return value;
  }

  private static Set<Object> union(Collection<?> some, Collection<?> more) {
    Set<Object> union = new HashSet<>(some);
    union.addAll(more);
    return union;
  }

  private static boolean same(Object a, Object b) {
    if (a instanceof String left && b instanceof String right) {
      return Spelling.fold(left).equals(Spelling.fold(right));
    }
    return a.equals(b);
  }

  /** Keeps where a thing and its components were read; where it was read twice, the first place. */
  private <T> void keepPlaces(Address address, List<Read<T>> reads) {
    Source whole = null;
    Map<String, Source> components = new HashMap<>();
    Set<String> knownBefore = new HashSet<>();
    for (Read<T> read : reads) {
      boolean first = whole == null;
      if (first && read.source() != null) {
        whole = read.source();
        components.putAll(read.components());
      }
      Record value = (Record) read.value();
      for (RecordShape.Component component : RecordShape.of(value.getClass()).components()) {
        Source own = read.source() == null || first ? null : read.at(component.name());
        if (component.known(value) && knownBefore.add(component.name()) && own != null) {
          components.putIfAbsent(component.name(), own);
        }
      }
    }
    if (whole != null) {
      places.put(address, new Places(whole, Map.copyOf(components)));
    }
  }

  private @Nullable Source sourceOf(Address component) {
    Places read = places.get(component.whole());
    return read == null ? null : read.of(component);
  }

  /**
   * Compares two records of one type by what they say, component by component; unknown is first.
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(Record a, Record b) {
    for (RecordShape.Component component : RecordShape.of(a.getClass()).components()) {
      Comparable left = (Comparable) component.value(a);
      Comparable right = (Comparable) component.value(b);
      int difference =
          left == null || right == null
              ? Boolean.compare(left != null, right != null)
              : left.compareTo(right);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private static String at(@Nullable Source source) {
    return source == null ? "" : " (" + source + ")";
  }

  private static String written(Object value) {
    if (value instanceof Enum<?> constant) {
      return Camel.word(constant);
    }
    return value instanceof String text ? quoted(text) : value.toString();
  }

  private static String quoted(String text) {
    return Fault.quote(text);
  }
}
