package dev.mabsplan.facts.document;

import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.InvalidFactsException;
import dev.mabsplan.facts.Nearest;
import dev.mabsplan.facts.RecordShape;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerNames;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
  private static final int LONGEST_NUMBER = 100;
  private static final String LEAVE_OUT = "leave it out where it is unknown";

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
  private final Facts.Builder builder = Facts.builder();
  private final Map<Class<?>, Set<String>> knownFields = new HashMap<>();
  private final Map<Class<?>, Map<String, Object>> words = new HashMap<>();

  private Binder(String file) {
    this.file = file;
  }

  /**
   * Binds a document.
   *
   * @throws InvalidFactsException where there is anything wrong with it
   */
  static Facts bind(String file, Json document) {
    Binder binder = new Binder(file);
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
                        Comparator.comparingInt(Source::line).thenComparingInt(Source::column))))
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

  private void fault(Json.Place place, String expected, String found, @Nullable String hint) {
    faults.add(new Fault(expected, found, place.source(file), hint));
  }

  // The document

  private void document(Json document) {
    if (!(document instanceof Json.JsonObject object)) {
      fault(
          document.place(),
          "a facts document, which is an object",
          document.described(),
          "it begins with {");
      return;
    }
    Map<String, Json> fields = fields(object, TOP_LEVEL, Binder::topLevelHint);
    Json schema = fields.get("$schema");
    if (schema != null) {
      text(schema);
    }
    Json observedAt = fields.get("observedAt");
    if (observedAt != null) {
      instant(observedAt).ifPresent(builder::observedAt);
    }
    servers(items(fields.get("servers"), "servers"));
    for (Json item : items(fields.get("errors"), "errors")) {
      record(ReportedError.class, item, null)
          .ifPresent(error -> builder.error(error.value(), error.source(), error.components()));
    }
    for (Json item : items(fields.get("attempts"), "attempts")) {
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

  private void servers(List<Json> entries) {
    List<Json.Text> names = new ArrayList<>();
    for (Json entry : entries) {
      if (entry instanceof Json.JsonObject object) {
        server(object).ifPresent(names::add);
      } else {
        fault(entry.place(), "a server, which is an object", entry.described(), null);
      }
    }
    refuseTheSameTwice(names);
  }

  private void refuseTheSameTwice(List<Json.Text> names) {
    ServerNames servers = ServerNames.of(names.stream().map(Json.Text::value).toList(), List.of());
    Map<String, Json.Text> first = new HashMap<>();
    for (Json.Text name : names) {
      Json.Text before = first.putIfAbsent(servers.resolve(name.value()), name);
      if (before != null) {
        fault(
            name.place(),
            "each server once",
            name.described()
                + ", which is "
                + before.described()
                + " ("
                + before.place().source(file)
                + ")",
            "put what is known of it into one entry");
      }
    }
  }

  /** Binds an entry of {@code servers} and returns its name, if it has one. */
  private Optional<Json.Text> server(Json.JsonObject entry) {
    Map<String, Json> fields = fields(entry, SERVER_FIELDS, unknown -> null);
    Optional<String> name = required(entry, fields, "name").flatMap(this::text);
    // without a name the facts are bound all the same, to find what is wrong with them
    String server = name.orElse("");
    Optional<Optional<ServerRole>> role =
        required(entry, fields, "role").flatMap(json -> word(json, ROLES));
    Json backupServer = fields.get("backupServer");
    Optional<String> backedUpBy = backupServer == null ? Optional.empty() : text(backupServer);
    if (name.isPresent()) {
      Map<String, Source> components = new HashMap<>();
      fields.forEach((field, json) -> components.put(field, json.place().source(file)));
      builder.server(
          new Server(server, role.flatMap(known -> known).orElse(null), backedUpBy.orElse(null)),
          entry.place().source(file),
          components);
    }
    for (Json item : items(fields.get("collected"), "collected")) {
      Optional<FactKind> kind = word(item, KINDS);
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
          for (Json item : kind.many() ? items(json, field) : List.of(json)) {
            Optional<? extends Bound<?>> fact = record(kind.type(), item, server);
            if (name.isPresent()) {
              fact.ifPresent(
                  bound -> builder.add((Fact) bound.value(), bound.source(), bound.components()));
            }
          }
        });
    return name.isPresent() && fields.get("name") instanceof Json.Text text
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<Json> required(Json.JsonObject in, Map<String, Json> fields, String name) {
    Json value = fields.get(name);
    if (value == null) {
      fault(in.place(), "a field " + Fault.quote(name), "an object without it", null);
    }
    return Optional.ofNullable(value);
  }

  // Objects and lists

  /** Returns the fields of an object that are known and not null, by name. */
  private Map<String, Json> fields(
      Json.JsonObject object,
      Collection<String> known,
      Function<String, @Nullable String> hintForUnknown) {
    Map<String, Json> fields = new LinkedHashMap<>();
    Map<String, Json.Place> places = new HashMap<>();
    for (Json.Field field : object.fields()) {
      String name = field.name();
      Json.Place before = places.putIfAbsent(name, field.place());
      if (before != null) {
        fault(
            field.place(),
            "each field once",
            "a second " + Fault.quote(name) + " (the first: " + before.source(file) + ")",
            null);
      } else if (!known.contains(name)) {
        String hint = hintForUnknown.apply(name);
        fault(
            field.place(),
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

  private List<Json> items(@Nullable Json json, String property) {
    if (json == null) {
      return List.of();
    }
    if (json instanceof Json.JsonArray array) {
      return array.items();
    }
    fault(
        json.place(),
        "a list",
        json.described(),
        json instanceof Json.JsonObject ? "put it in brackets: \"" + property + "\": [{…}]" : null);
    return List.of();
  }

  /**
   * Binds an object to a record.
   *
   * @param server the server a fact is about; null where {@code server} is a field like any other
   */
  private <R extends Record> Optional<Bound<R>> record(
      Class<R> type, Json json, @Nullable String server) {
    if (!(json instanceof Json.JsonObject object)) {
      fault(json.place(), "an object", json.described(), null);
      return Optional.empty();
    }
    RecordShape shape = RecordShape.of(type);
    Set<String> known = knownFields.computeIfAbsent(type, key -> fieldNames(shape, server != null));
    int faultsBefore = faults.size();
    Map<String, Json> fields =
        fields(
            object,
            known,
            unknown ->
                unknown.equals("server") ? "the entry of servers says which server it is" : null);
    Map<String, Source> places = new HashMap<>();
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      RecordShape.Component component = shape.components().get(i);
      Json field = fields.get(component.name());
      if (server != null && component.name().equals("server")) {
        values[i] = server;
      } else if (field != null) {
        values[i] = value(component, field).orElse(null);
        places.put(component.name(), field.place().source(file));
      } else if (component.required()) {
        required(object, fields, component.name());
      } else if (component.type() == boolean.class) {
        values[i] = true;
      } else if (component.element().isPresent()) {
        values[i] = Set.of();
      }
    }
    return faults.size() > faultsBefore
        ? Optional.empty()
        : Optional.of(
            new Bound<>(type.cast(shape.create(values)), object.place().source(file), places));
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

  // Values

  private Optional<?> value(RecordShape.Component component, Json json) {
    Class<?> type = component.type();
    if (type == String.class) {
      return text(json);
    }
    if (type == boolean.class || type == Boolean.class) {
      return truth(json);
    }
    if (type == Integer.class) {
      return integer(json, Integer.MIN_VALUE, Integer.MAX_VALUE).map(Long::intValue);
    }
    if (type == Long.class) {
      return integer(json, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (type == Instant.class) {
      return instant(json);
    }
    if (type == Version.class) {
      return version(json);
    }
    if (type.isEnum()) {
      return word(json, words.computeIfAbsent(type, Binder::words));
    }
    Map<String, Object> wordsOfElement =
        words.computeIfAbsent(component.element().orElseThrow(), Binder::words);
    Set<Object> set = new LinkedHashSet<>();
    for (Json item : items(json, component.name())) {
      word(item, wordsOfElement).ifPresent(set::add);
    }
    return Optional.of(set);
  }

  private static Map<String, Object> words(Class<?> type) {
    Map<String, Object> words = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      words.put(Camel.word((Enum<?>) constant), constant);
    }
    return words;
  }

  private void wrongType(Json json, String expected, @Nullable String hint) {
    fault(json.place(), expected, json.described(), json instanceof Json.Null ? LEAVE_OUT : hint);
  }

  private Optional<String> text(Json json) {
    if (json instanceof Json.Text text) {
      return Optional.of(text.value());
    }
    boolean plain = json instanceof Json.Numeral || json instanceof Json.Truth;
    wrongType(json, "a text", plain ? "put it in quotes: \"" + json.described() + "\"" : null);
    return Optional.empty();
  }

  private Optional<Boolean> truth(Json json) {
    if (json instanceof Json.Truth truth) {
      return Optional.of(truth.value());
    }
    boolean quoted =
        json instanceof Json.Text text
            && (text.value().equalsIgnoreCase("true") || text.value().equalsIgnoreCase("false"));
    wrongType(json, "true or false", quoted ? "write it without quotes, in small letters" : null);
    return Optional.empty();
  }

  private Optional<Long> integer(Json json, long minimum, long maximum) {
    if (!(json instanceof Json.Numeral number)) {
      boolean quoted = json instanceof Json.Text text && text.value().matches("-?\\d{1,19}");
      wrongType(json, "an integer", quoted ? "write it without quotes" : null);
      return Optional.empty();
    }
    String range = "an integer from " + minimum + " to " + maximum;
    if (number.text().length() > LONGEST_NUMBER) {
      wrongType(json, range, null);
      return Optional.empty();
    }
    try {
      // 20.0 is an integer, as in JSON Schema: PowerShell writes whole numbers so
      BigDecimal exact = new BigDecimal(number.text());
      if (exact.signum() != 0 && exact.stripTrailingZeros().scale() > 0) {
        wrongType(json, "an integer", "round it");
        return Optional.empty();
      }
      long value = exact.longValueExact();
      if (value >= minimum && value <= maximum) {
        return Optional.of(value);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // falls out of every range
    }
    wrongType(json, range, null);
    return Optional.empty();
  }

  private Optional<Instant> instant(Json json) {
    String expected = "a time such as 2026-01-15T03:10:00Z (ISO 8601)";
    if (!(json instanceof Json.Text text)) {
      wrongType(json, expected, null);
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.value()).toInstant());
    } catch (DateTimeException e) {
      boolean local =
          text.value().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?");
      wrongType(
          json, expected, local ? "add Z for UTC, or the offset from it such as +01:00" : null);
      return Optional.empty();
    }
  }

  private Optional<Version> version(Json json) {
    String expected = "a version, which is one to six numbers with dots between";
    if (!(json instanceof Json.Text text)) {
      wrongType(json, expected, json instanceof Json.Numeral ? "put it in quotes" : null);
      return Optional.empty();
    }
    try {
      return Optional.of(Version.parse(text.value()));
    } catch (IllegalArgumentException e) {
      wrongType(json, expected, "such as \"2.0.9249.0\"");
      return Optional.empty();
    }
  }

  private <T> Optional<T> word(Json json, Map<String, T> words) {
    T value = json instanceof Json.Text text ? words.get(text.value()) : null;
    if (value == null) {
      String expected =
          words.size() == 1
              ? words.keySet().iterator().next()
              : "one of " + String.join(", ", words.keySet());
      wrongType(
          json,
          expected,
          json instanceof Json.Text text
              ? Nearest.to(text.value(), words.keySet())
                  .map(word -> "did you mean " + Fault.quote(word) + "?")
                  .orElse(null)
              : null);
    }
    return Optional.ofNullable(value);
  }
}
