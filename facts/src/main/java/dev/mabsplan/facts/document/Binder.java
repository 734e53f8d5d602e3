package dev.mabsplan.facts.document;

import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.gathered.ServerNames;
import dev.mabsplan.facts.shape.Nearest;
import dev.mabsplan.facts.shape.RecordShape;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Field;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import dev.mabsplan.facts.tree.Node.Scalar.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the JSON of a facts document into facts. Goes on after a fault, so that all are found; what
 * cannot be bound is left out, and the whole is given out only where nothing was.
 */
final class Binder {

  private static final int LISTED_FAULTS = 100;

  private static final List<String> TOP_LEVEL =
      List.of("$schema", "observedAt", "servers", "errors", "attempts");
  private static final Map<String, FactKind> KINDS = kinds();
  private static final Map<String, Optional<ServerRole>> ROLES = roles();
  private static final Set<String> SERVER_FIELDS =
      Stream.concat(Stream.of("name", "role", "backupServer", "collected"), KINDS.keySet().stream())
          .collect(Collectors.toUnmodifiableSet());

  /** A record with the places of its components. */
  private record Bound<R extends Record>(R value, Source source, Map<String, Source> components) {}

  private static Map<String, FactKind> kinds() {
    Map<String, FactKind> kinds = new LinkedHashMap<>();
    for (FactKind kind : FactKind.values()) {
      kinds.put(kind.property(), kind);
    }
    return kinds;
  }

  private static Map<String, Optional<ServerRole>> roles() {
    Map<String, Optional<ServerRole>> roles = new LinkedHashMap<>();
    for (ServerRole role : ServerRole.values()) {
      roles.put(Camel.word(role), Optional.of(role));
    }
    roles.put(FactsDocument.UNKNOWN_ROLE, Optional.empty());
    return roles;
  }

  private final String file;
  private final List<Fault> faults = new ArrayList<>();
  private final ValueBinder values = new ValueBinder(faults);
  private final Facts.Builder builder = Facts.builder();
  private final Map<Class<?>, Set<String>> knownFields = new HashMap<>();

  private Binder(String file) {
    this.file = file;
  }

  /**
   * Binds a document.
   *
   * @throws InvalidFactsException where there is anything wrong with it
   */
  static Facts bind(Node document) {
    Binder binder = new Binder(document.source().file());
    binder.document(document);
    return binder.facts();
  }

  private Facts facts() {
    Facts facts;
    try {
      facts = builder.build();
      if (faults.isEmpty()) {
        return facts;
      }
    } catch (InvalidFactsException e) {
      faults.addAll(e.faults());
    }
    List<Fault> ordered =
        faults.stream()
            .sorted(
                Comparator.comparing(
                    Fault::source,
                    Comparator.nullsLast(
                        Comparator.comparing(Source::file)
                            .thenComparingInt(Source::line)
                            .thenComparingInt(Source::column))))
            .collect(Collectors.toCollection(ArrayList::new));
    int more = ordered.size() - LISTED_FAULTS;
    if (more > 0) {
      ordered.subList(LISTED_FAULTS, ordered.size()).clear();
      ordered.add(
          new Fault(
              "a document without faults",
              more + (more == 1 ? " more fault" : " more faults"),
              Source.of(file),
              "mend the first " + LISTED_FAULTS));
    }
    throw new InvalidFactsException(ordered);
  }

  private void fault(Source source, String expected, String found, @Nullable String hint) {
    faults.add(new Fault(expected, found, source, hint));
  }

  // The document

  private void document(Node document) {
    if (!(document instanceof Mapping object)) {
      fault(
          document.source(),
          "a facts document, which is an object",
          document.inJson(),
          "it begins with {");
      return;
    }
    Map<String, Node> fields = fields(object, TOP_LEVEL, Binder::topLevelHint);
    Node schema = fields.get("$schema");
    if (schema != null) {
      values.text(schema);
    }
    Node observedAt = fields.get("observedAt");
    if (observedAt != null) {
      values.instant(observedAt).ifPresent(builder::observedAt);
    }
    servers(values.items(fields.get("servers"), "servers"));
    for (Node item : values.items(fields.get("errors"), "errors")) {
      record(ReportedError.class, item, null)
          .ifPresent(error -> builder.error(error.value(), error.source(), error.components()));
    }
    for (Node item : values.items(fields.get("attempts"), "attempts")) {
      record(Attempt.class, item, null)
          .ifPresent(
              attempt -> builder.attempt(attempt.value(), attempt.source(), attempt.components()));
    }
  }

  private static @Nullable String topLevelHint(String unknown) {
    return KINDS.containsKey(unknown) || unknown.equals("collected")
        ? "it belongs into an entry of servers"
        : null;
  }

  // Servers

  private void servers(List<Node> entries) {
    List<Scalar> names = new ArrayList<>();
    for (Node entry : entries) {
      if (entry instanceof Mapping object) {
        server(object).ifPresent(names::add);
      } else {
        fault(entry.source(), "a server, which is an object", entry.inJson(), null);
      }
    }
    refuseTheSameTwice(names);
  }

  private void refuseTheSameTwice(List<Scalar> names) {
    ServerNames servers = ServerNames.of(names.stream().map(Scalar::text).toList(), List.of());
    Map<String, Scalar> first = new HashMap<>();
    for (Scalar name : names) {
      Scalar before = first.putIfAbsent(servers.resolve(name.text()), name);
      if (before != null) {
        fault(
            name.source(),
            "each server once",
            name.inJson() + ", which is " + before.inJson() + " (" + before.source() + ")",
            "put what is known of it into one entry");
      }
    }
  }

  /** Binds an entry of {@code servers} and returns its name, if it has one. */
  private Optional<Scalar> server(Mapping entry) {
    Map<String, Node> fields = fields(entry, SERVER_FIELDS, unknown -> null);
    Optional<String> name = required(entry, fields, "name").flatMap(values::text);
    // without a name the facts are bound all the same, to find what is wrong with them
    String server = name.orElse("");
    Optional<Optional<ServerRole>> role =
        required(entry, fields, "role").flatMap(json -> values.word(json, ROLES));
    Node backupServer = fields.get("backupServer");
    Optional<String> backedUpBy =
        backupServer == null ? Optional.empty() : values.text(backupServer);
    if (name.isPresent()) {
      Map<String, Source> components = new HashMap<>();
      fields.forEach((field, json) -> components.put(field, json.source()));
      builder.server(
          new Server(server, role.flatMap(known -> known).orElse(null), backedUpBy.orElse(null)),
          entry.source(),
          components);
    }
    for (Node item : values.items(fields.get("collected"), "collected")) {
      Optional<FactKind> kind = values.word(item, KINDS);
      if (name.isPresent()) {
        kind.ifPresent(collected -> builder.collected(server, collected));
      }
    }
    fields.forEach(
        (field, json) -> {
          FactKind kind = KINDS.get(field);
          if (kind == null) {
            return;
          }
          for (Node item : kind.many() ? values.items(json, field) : List.of(json)) {
            Optional<? extends Bound<?>> fact = record(kind.type(), item, server);
            if (name.isPresent()) {
              fact.ifPresent(
                  bound -> builder.add((Fact) bound.value(), bound.source(), bound.components()));
            }
          }
        });
    return name.isPresent() && fields.get("name") instanceof Scalar text && text.is(Kind.TEXT)
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<Node> required(Mapping in, Map<String, Node> fields, String name) {
    Node value = fields.get(name);
    if (value == null) {
      fault(in.source(), "a field " + Fault.quote(name), "an object without it", null);
    }
    return Optional.ofNullable(value);
  }

  // Objects

  /** Returns the fields of an object that are known and not null, by name. */
  private Map<String, Node> fields(
      Mapping object, Collection<String> known, Function<String, @Nullable String> hintForUnknown) {
    Map<String, Node> fields = new LinkedHashMap<>();
    Map<String, Source> places = new HashMap<>();
    for (Field field : object.fields()) {
      String name = field.name();
      Source before = places.putIfAbsent(name, field.source());
      if (before != null) {
        fault(
            field.source(),
            "each field once",
            "a second " + Fault.quote(name) + " (the first: " + before + ")",
            null);
      } else if (!known.contains(name)) {
        String hint = hintForUnknown.apply(name);
        fault(
            field.source(),
            "a known field",
            Fault.quote(name),
            hint == null ? nearestOrAll(name, known) : hint);
      } else {
        fields.put(name, field.value());
      }
    }
    return fields;
  }

  private static String nearestOrAll(String found, Collection<String> known) {
    return Nearest.to(found, known)
        .map(name -> "did you mean " + Fault.quote(name) + "?")
        .orElseGet(() -> "known are " + known.stream().sorted().collect(Collectors.joining(", ")));
  }

  /**
   * Binds an object to a record.
   *
   * @param server the server a fact is about; null where {@code server} is a field like any other
   */
  private <R extends Record> Optional<Bound<R>> record(
      Class<R> type, Node json, @Nullable String server) {
    if (!(json instanceof Mapping object)) {
      fault(json.source(), "an object", json.inJson(), null);
      return Optional.empty();
    }
    RecordShape shape = RecordShape.of(type);
    Set<String> known = knownFields.computeIfAbsent(type, key -> fieldNames(shape, server != null));
    int faultsBefore = faults.size();
    Map<String, Node> fields =
        fields(
            object,
            known,
            unknown ->
                unknown.equals("server") ? "the entry of servers says which server it is" : null);
    Map<String, Source> places = new HashMap<>();
    @Nullable Object[] parts = new @Nullable Object[shape.components().size()];
    for (int i = 0; i < parts.length; i++) {
      RecordShape.Component component = shape.components().get(i);
      Node field = fields.get(component.name());
      if (server != null && component.name().equals("server")) {
        parts[i] = server;
      } else if (field != null) {
        parts[i] = values.value(component, field).orElse(null);
        places.put(component.name(), field.source());
      } else if (component.required()) {
        required(object, fields, component.name());
      } else if (component.type() == boolean.class) {
        parts[i] = true;
      } else if (component.element().isPresent()) {
        parts[i] = Set.of();
      }
    }
    return faults.size() > faultsBefore
        ? Optional.empty()
        : Optional.of(new Bound<>(type.cast(shape.create(parts)), object.source(), places));
  }

  private static Set<String> fieldNames(RecordShape shape, boolean ofFact) {
    Set<String> names = new LinkedHashSet<>();
    for (RecordShape.Component component : shape.components()) {
      if (!ofFact || !component.name().equals("server")) {
        names.add(component.name());
      }
    }
    return names;
  }
}
