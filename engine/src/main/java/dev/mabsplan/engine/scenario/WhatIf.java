package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.pack.NotYaml;
import dev.mabsplan.engine.pack.Yaml;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.privacy.Messages;
import dev.mabsplan.facts.shape.Nearest;
import dev.mabsplan.facts.shape.RecordShape;
import dev.mabsplan.facts.tree.JsonReader;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Field;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts as they would be if some of them were otherwise. What is changed is named by its address,
 * as plans name it; where there is one server, the address may begin with the kind of fact.
 */
public final class WhatIf {

  private static final String SERVERS = "servers";
  private static final String ERRORS = "errors";
  private static final String ATTEMPTS = "attempts";
  private static final String OBSERVED_AT = "observedAt";
  private static final String COLLECTED = "collected";
  private static final List<String> ROOTS = List.of(ERRORS, ATTEMPTS, SERVERS);
  private static final Map<String, String> EXAMPLES =
      Map.of(
          ERRORS, "{\"id\": 3106, \"server\": \"FS01\"}",
          ATTEMPTS, "{\"remedy\": \"replica/let-vss-start\", \"outcome\": \"failed\"}",
          SERVERS, "{\"name\": \"FS02\", \"role\": \"protectedServer\"}");

  private final Facts facts;
  private Mapping tree;

  private WhatIf(Facts facts) {
    this.facts = facts;
    this.tree = document(facts);
  }

  /** One thing that is otherwise. */
  public sealed interface Change {

    /** Returns the address, as a person wrote it. */
    String address();
  }

  /**
   * Something has another value, or is there.
   *
   * @param address what; a component, or a whole fact of which the value has the components
   * @param value a text, number or truth value as the document has it without quotes; a list or an
   *     object as JSON
   */
  public record Set(String address, String value) implements Change {
    @Override
    public String toString() {
      return "--set " + address + "=" + value;
    }
  }

  /**
   * Something is not known.
   *
   * @param address what; a component, a fact, all facts of a kind, or a server
   */
  public record Unset(String address) implements Change {
    @Override
    public String toString() {
      return "--unset " + address;
    }
  }

  /**
   * An error, an attempt or a server is there besides.
   *
   * @param address the list that it comes to: {@code errors}, {@code attempts} or {@code servers}
   * @param value its fields, as JSON
   */
  public record Add(String address, String value) implements Change {
    @Override
    public String toString() {
      return "--add " + address + "=" + value;
    }
  }

  /**
   * Returns the facts with some of them changed, one after the other.
   *
   * @param messages tells what is no secret, though it stands where one does
   * @throws InvalidFactsException where a change is none that can be made, or a value is none that
   *     can stand there
   */
  public static Facts of(Facts facts, Collection<? extends Change> changes, Messages messages) {
    WhatIf whatIf = new WhatIf(facts);
    changes.forEach(whatIf::make);
    return new Given(whatIf.tree, messages).facts();
  }

  private static Mapping document(Facts facts) {
    return (Mapping) JsonReader.read("the facts", FactsDocument.write(facts));
  }

  private void make(Change change) {
    if (change instanceof Add add) {
      tree = added(add);
      return;
    }
    if (change.address().strip().equals(OBSERVED_AT)) {
      tree = observedAt(change);
      return;
    }
    Address address = address(change);
    if (change instanceof Set set) {
      if (isAbsence(set, address)) {
        forgetRest(address);
      }
      tree = address.server().isPresent() ? onServer(set, address) : listed(set, address);
    } else {
      tree =
          forgotten(address)
              .orElseThrow(
                  () -> fault(change, "an address at which something stands", near(address)));
    }
  }

  /** A server that is there already gets what is said of it. */
  private Mapping added(Add add) {
    String list = add.address().strip();
    if (!ROOTS.contains(list)) {
      throw fault(
          add,
          "one of " + String.join(", ", ROOTS),
          "a fact comes by its address: --set 'services[VSS]={\"state\": \"stopped\"}'");
    }
    Source source = source(add);
    if (!(json(add, add.value()) instanceof Mapping one)) {
      throw new InvalidFactsException(
          List.of(
              new Fault(
                  "an object as JSON, such as " + EXAMPLES.get(list),
                  Fault.quote(add.value()),
                  source,
                  null)));
    }
    List<Node> items = new ArrayList<>();
    if (!list.equals(SERVERS) && tree.get(list) instanceof Items before) {
      items.addAll(before.items());
    }
    items.add(one);
    return FactsTree.merge(tree, mapping(source, list, new Items(source, items)));
  }

  private static Node json(Change change, String text) {
    try {
      return at(source(change), Yaml.read(change.toString(), text));
    } catch (NotYaml e) {
      throw fault(change, "JSON as the value", e.getMessage());
    }
  }

  private static boolean isAbsence(Set set, Address address) {
    return set.value().strip().equals("false")
        && address
            .kind()
            .flatMap(
                kind -> address.component().flatMap(name -> RecordShape.of(kind).component(name)))
            .filter(RecordShape.Component::isPresence)
            .isPresent();
  }

  /** Of what is absent nothing else can be so. */
  private void forgetRest(Address absent) {
    RecordShape.of(absent.kind().orElseThrow()).components().stream()
        .filter(component -> !component.key() && !component.name().equals("server"))
        .forEach(
            component ->
                tree =
                    FactsTree.forget(tree, absent.whole().component(component.name()))
                        .orElse(tree));
  }

  private Mapping observedAt(Change change) {
    Source source = source(change);
    return change instanceof Set set
        ? FactsTree.merge(
            tree, mapping(source, OBSERVED_AT, new Scalar(source, set.value(), Scalar.Kind.TEXT)))
        : FactsTree.without(tree, OBSERVED_AT).orElse(tree);
  }

  private Address address(Change change) {
    String text = change.address().strip();
    boolean whole =
        ROOTS.stream().anyMatch(root -> text.equals(root) || text.startsWith(root + "["));
    try {
      Address address = Address.parse(whole ? text : SERVERS + "[" + only(change) + "]." + text);
      return address.server().map(name -> asWritten(on(server(name), address))).orElse(address);
    } catch (IllegalArgumentException e) {
      throw new InvalidFactsException(
          List.of(
              new Fault(
                  "an address, such as servers[FS01].services[VSS].startType",
                  Fault.quote(change.address()),
                  source(change),
                  e.getMessage())));
    }
  }

  /** Returns the server that is meant where none is named. */
  private String only(Change change) {
    if (facts.servers().size() != 1) {
      throw fault(
          change,
          "an address that begins with servers[NAME], since there are several",
          "there are "
              + String.join(", ", facts.servers().stream().map(Server::name).sorted().toList()));
    }
    return facts.servers().get(0).name().replace("]", "]]").replace(",", ",,");
  }

  /** Returns the name that the document has for a server; a short name is enough. */
  private String server(String name) {
    List<String> known = facts.servers().stream().map(Server::name).toList();
    List<String> qualified =
        known.stream()
            .filter(one -> one.regionMatches(true, 0, name + ".", 0, name.length() + 1))
            .toList();
    return known.stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElse(qualified.size() == 1 && !name.isEmpty() ? qualified.get(0) : name);
  }

  private static Address on(String server, Address address) {
    Optional<FactKind> kind = address.kind();
    Address whole =
        kind.isPresent()
            ? Address.of(server, kind.get(), address.keys())
            : Address.ofServer(server);
    return address.component().map(whole::component).orElse(whole);
  }

  /** Returns the address with the names as the facts spell them, which reasons quote. */
  private Address asWritten(Address address) {
    Address known =
        facts.facts().stream()
            .map(Address::of)
            .filter(address.whole()::equals)
            .findFirst()
            .orElse(address.whole());
    return address.component().map(known::component).orElse(known);
  }

  private Mapping onServer(Set set, Address address) {
    Source source = source(set);
    String name = address.server().orElseThrow();
    Server server =
        facts.servers().stream()
            .filter(one -> one.name().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(() -> fault(set, "a server that the facts name", nearServer(name)));
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("name", text(source, server.name()));
    if (!isWritten(server)) {
      fields.put("role", text(source, role(server)));
    }
    Optional<FactKind> kind = address.kind();
    if (kind.isPresent()) {
      fields.put(kind.get().property(), fact(set, address, kind.get()));
    } else {
      String component =
          address
              .component()
              .orElseThrow(() -> fault(set, "a component of the server, such as .role", null));
      fields.put(component, value(set, component.equals(COLLECTED) ? List.class : String.class));
    }
    return FactsTree.merge(
        tree, mapping(source, SERVERS, new Items(source, List.of(mapping(source, fields)))));
  }

  /** A document need not name the only server, which then is a backup server. */
  private boolean isWritten(Server server) {
    return tree.get(SERVERS) instanceof Items servers
        && servers.items().stream()
            .anyMatch(
                item ->
                    item instanceof Mapping map
                        && map.get("name") instanceof Scalar name
                        && name.text().equalsIgnoreCase(server.name()));
  }

  private static String role(Server server) {
    return Optional.ofNullable(server.role()).map(role -> Camel.word(role)).orElse("unknown");
  }

  private static Node fact(Set set, Address address, FactKind kind) {
    Source source = source(set);
    RecordShape shape = RecordShape.of(kind);
    List<RecordShape.Component> keys = shape.keys();
    Map<String, Node> fields = new LinkedHashMap<>();
    for (int i = 0; i < address.keys().size(); i++) {
      fields.put(keys.get(i).name(), scalar(source, address.keys().get(i), keys.get(i).type()));
    }
    Optional<String> component = address.component();
    if (component.isPresent()) {
      fields.put(component.get(), value(set, shape.component(component.get()).orElseThrow()));
    } else if (value(set, String.class) instanceof Mapping whole
        && (!kind.many() || !address.keys().isEmpty())) {
      whole.each(fields::put);
    } else {
      throw fault(
          set,
          "the address of a component, or an object as the value",
          "components are "
              + String.join(
                  ", ",
                  shape.components().stream()
                      .filter(one -> !one.key() && !one.name().equals("server"))
                      .map(RecordShape.Component::name)
                      .toList()));
    }
    Mapping fact = mapping(source, fields);
    return kind.many() ? new Items(source, List.of(fact)) : fact;
  }

  /**
   * Errors and attempts are told apart by what they say, so that only one that is there changes.
   */
  private Mapping listed(Set set, Address address) {
    String component =
        address
            .component()
            .orElseThrow(
                () -> fault(set, "the address of a component, such as errors[3106].is", null));
    RecordShape shape = RecordShape.of(address.isError() ? ReportedError.class : Attempt.class);
    Node value = value(set, shape.component(component).orElseThrow());
    return inList(address, item -> Optional.of(with(item, component, value)))
        .orElseThrow(() -> fault(set, "an error or attempt that is there", near(address)));
  }

  private Optional<Mapping> forgotten(Address address) {
    if (address.server().isPresent() || address.keys().isEmpty()) {
      return FactsTree.forget(tree, address);
    }
    return inList(
        address,
        item -> address.component().flatMap(component -> FactsTree.without(item, component)));
  }

  /** Changes an error or attempt; where the change leaves nothing of it, takes it away. */
  private Optional<Mapping> inList(Address address, Function<Mapping, Optional<Mapping>> change) {
    String list = address.isError() ? ERRORS : ATTEMPTS;
    int place = places(address.isError()).indexOf(address.whole());
    if (place < 0
        || !(tree.get(list) instanceof Items all)
        || place >= all.items().size()
        || !(all.items().get(place) instanceof Mapping item)) {
      return Optional.empty();
    }
    List<Node> items = new ArrayList<>(all.items());
    Optional<Mapping> changed = change.apply(item);
    if (changed.isPresent()) {
      items.set(place, changed.get());
    } else if (address.component().isEmpty()) {
      items.remove(place);
    } else {
      return Optional.empty();
    }
    return Optional.of(with(tree, list, new Items(all.source(), items)));
  }

  private List<Address> places(boolean errors) {
    return errors
        ? facts.errors().stream().map(facts::addressOf).toList()
        : facts.attempts().stream().map(Address::of).toList();
  }

  private static Node value(Set set, RecordShape.Component component) {
    return value(set, component.element().isPresent() ? List.class : component.type());
  }

  private static Node value(Set set, Class<?> type) {
    Source source = source(set);
    String text = set.value().strip();
    if (text.startsWith("{") || (text.startsWith("[") && type == List.class)) {
      return json(set, text);
    }
    return type == List.class
        ? new Items(
            source,
            Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .<Node>map(item -> text(source, item))
                .toList())
        : scalar(source, text, type);
  }

  /** What stands in an argument has no line. */
  private static Node at(Source source, Node node) {
    if (node instanceof Mapping map) {
      Map<String, Node> fields = new LinkedHashMap<>();
      map.each((name, value) -> fields.put(name, at(source, value)));
      return mapping(source, fields);
    }
    if (node instanceof Items list) {
      return new Items(source, list.items().stream().map(item -> at(source, item)).toList());
    }
    Scalar scalar = (Scalar) node;
    return new Scalar(source, scalar.text(), scalar.kind());
  }

  private static Scalar scalar(Source source, String text, Class<?> type) {
    boolean truth = type == boolean.class || type == Boolean.class;
    boolean number = (type.isPrimitive() && !truth) || Number.class.isAssignableFrom(type);
    if (truth && (text.equals("true") || text.equals("false"))) {
      return new Scalar(source, text, Scalar.Kind.BOOLEAN);
    }
    return new Scalar(source, text, number ? Scalar.Kind.NUMBER : Scalar.Kind.TEXT);
  }

  private static Scalar text(Source source, String text) {
    return new Scalar(source, text, Scalar.Kind.TEXT);
  }

  private static Mapping mapping(Source source, String field, Node value) {
    return mapping(source, Map.of(field, value));
  }

  private static Mapping mapping(Source source, Map<String, Node> fields) {
    return new Mapping(
        source,
        fields.entrySet().stream()
            .map(field -> new Field(source, field.getKey(), field.getValue()))
            .toList());
  }

  private static Mapping with(Mapping from, String field, Node value) {
    return FactsTree.merge(from, mapping(value.source(), field, value));
  }

  private String near(Address address) {
    List<String> known =
        Stream.concat(
                facts.facts().stream().map((Fact fact) -> Address.of(fact)),
                Stream.concat(places(true).stream(), places(false).stream()))
            .map(Address::toString)
            .toList();
    return Nearest.to(address.whole().toString(), known)
        .map(found -> "did you mean " + found + "?")
        .orElse("mabsplan import shows what the facts hold");
  }

  private String nearServer(String name) {
    List<String> known = facts.servers().stream().map(Server::name).sorted().toList();
    return Nearest.to(name, known)
        .map(found -> "did you mean " + found + "?")
        .orElse("there are " + String.join(", ", known));
  }

  private static Source source(Change change) {
    return Source.of(change.toString());
  }

  private static InvalidFactsException fault(
      Change change, String expected, @Nullable String hint) {
    return new InvalidFactsException(
        List.of(new Fault(expected, Fault.quote(change.address()), source(change), hint)));
  }
}
