package dev.mabsplan.engine.scenario;

import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.Camel;
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
import dev.mabsplan.facts.shape.RecordShape;
import dev.mabsplan.facts.tree.JsonReader;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Facts as they would be if some of them were otherwise. What is changed is named by its address,
 * as plans name it; where there is one server, the address may begin with the kind of fact.
 */
public final class WhatIf {

  static final String SERVERS = "servers";
  private static final String ERRORS = "errors";
  private static final String ATTEMPTS = "attempts";
  private static final String OBSERVED_AT = "observedAt";
  private static final String COLLECTED = "collected";
  static final List<String> ROOTS = List.of(ERRORS, ATTEMPTS, SERVERS);
  private static final Map<String, String> EXAMPLES =
      Map.of(
          ERRORS, "{\"id\": 3106, \"server\": \"FS01\"}",
          ATTEMPTS, "{\"remedy\": \"replica/let-vss-start\", \"outcome\": \"failed\"}",
          SERVERS, "{\"name\": \"FS02\", \"role\": \"protectedServer\"}");

  private final Facts facts;
  private final ChangedAddress addresses;
  private Mapping tree;

  private WhatIf(Facts facts) {
    this.facts = facts;
    this.addresses = new ChangedAddress(facts);
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
    Address address = addresses.of(change);
    if (change instanceof Set set) {
      if (isAbsence(set, address)) {
        forgetRest(address);
      }
      tree = address.server().isPresent() ? onServer(set, address) : listed(set, address);
    } else {
      tree =
          forgotten(address)
              .orElseThrow(
                  () ->
                      fault(
                          change, "an address at which something stands", addresses.near(address)));
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
    if (!(ChangedValue.json(add, add.value()) instanceof Mapping one)) {
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
    return FactsTree.merge(tree, ChangedValue.mapping(source, list, new Items(source, items)));
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
            tree,
            ChangedValue.mapping(
                source, OBSERVED_AT, new Scalar(source, set.value(), Scalar.Kind.TEXT)))
        : FactsTree.without(tree, OBSERVED_AT).orElse(tree);
  }

  private Mapping onServer(Set set, Address address) {
    Source source = source(set);
    String name = address.server().orElseThrow();
    Server server =
        facts.servers().stream()
            .filter(one -> one.name().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(
                () -> fault(set, "a server that the facts name", addresses.nearServer(name)));
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("name", ChangedValue.text(source, server.name()));
    if (!isWritten(server)) {
      fields.put("role", ChangedValue.text(source, role(server)));
    }
    Optional<FactKind> kind = address.kind();
    if (kind.isPresent()) {
      fields.put(kind.get().property(), fact(set, address, kind.get()));
    } else {
      String component =
          address
              .component()
              .orElseThrow(() -> fault(set, "a component of the server, such as .role", null));
      fields.put(
          component,
          ChangedValue.value(set, component.equals(COLLECTED) ? List.class : String.class));
    }
    return FactsTree.merge(
        tree,
        ChangedValue.mapping(
            source, SERVERS, new Items(source, List.of(ChangedValue.mapping(source, fields)))));
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
      fields.put(
          keys.get(i).name(),
          ChangedValue.scalar(source, address.keys().get(i), keys.get(i).type()));
    }
    Optional<String> component = address.component();
    if (component.isPresent()) {
      fields.put(
          component.get(), ChangedValue.value(set, shape.component(component.get()).orElseThrow()));
    } else if (ChangedValue.value(set, String.class) instanceof Mapping whole
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
    Mapping fact = ChangedValue.mapping(source, fields);
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
    Node value = ChangedValue.value(set, shape.component(component).orElseThrow());
    return inList(address, item -> Optional.of(with(item, component, value)))
        .orElseThrow(
            () -> fault(set, "an error or attempt that is there", addresses.near(address)));
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
    int place = addresses.places(address.isError()).indexOf(address.whole());
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

  private static Mapping with(Mapping from, String field, Node value) {
    return FactsTree.merge(from, ChangedValue.mapping(value.source(), field, value));
  }

  private static Source source(Change change) {
    return Source.of(change.toString());
  }

  static InvalidFactsException fault(Change change, String expected, @Nullable String hint) {
    return new InvalidFactsException(
        List.of(new Fault(expected, Fault.quote(change.address()), source(change), hint)));
  }
}
