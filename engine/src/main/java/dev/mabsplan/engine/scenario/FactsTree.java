package dev.mabsplan.engine.scenario;

import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.shape.RecordShape;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Field;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import dev.mabsplan.facts.tree.Node.Scalar.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Facts documents as trees whose pieces know where they were written: put one over another, with
 * single facts forgotten, and as JSON has them.
 */
final class FactsTree {

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,4})?");

  private static final String SERVERS = "servers";
  private static final String COLLECTED = "collected";
  private static final String ROLE = "role";

  private FactsTree() {}

  /**
   * Puts one document over another: lists of named things are merged by name, all else is replaced.
   */
  static Mapping merge(Mapping base, Mapping over) {
    Mapping merged = new Mapping(over.source(), base.fields());
    for (Field field : over.fields()) {
      Node under = base.get(field.name());
      Node value = under == null ? field.value() : merge(field.name(), under, field.value());
      merged = merged.with(new Field(field.source(), field.name(), value));
    }
    return merged;
  }

  private static Node merge(String property, Node base, Node over) {
    if (base instanceof Mapping below && over instanceof Mapping above) {
      return merge(below, above);
    }
    if (base instanceof Items below && over instanceof Items above && isNamed(property)) {
      List<Node> items = new ArrayList<>(below.items());
      for (Node item : above.items()) {
        int same = indexOf(items, property, address(property, item));
        if (same < 0) {
          items.add(item);
        } else {
          items.set(same, merge("", items.get(same), item));
        }
      }
      return new Items(above.source(), items);
    }
    return over;
  }

  private static boolean isNamed(String property) {
    return property.equals(SERVERS) || FactKind.named(property).filter(FactKind::many).isPresent();
  }

  private static int indexOf(List<Node> items, String property, Address address) {
    for (int i = 0; i < items.size(); i++) {
      if (address(property, items.get(i)).equals(address)) {
        return i;
      }
    }
    return -1;
  }

  /** The address that an item of a list has on some server: spellings of one name are one name. */
  private static Address address(String property, Node item) {
    if (property.equals(SERVERS)) {
      return Address.ofServer(text(item, "name"));
    }
    FactKind kind = FactKind.named(property).orElseThrow();
    return Address.of(
        "", kind, RecordShape.of(kind).keys().stream().map(key -> text(item, key.name())).toList());
  }

  private static String text(Node item, String field) {
    return item instanceof Mapping map && map.get(field) instanceof Scalar scalar
        ? scalar.text()
        : "";
  }

  /**
   * Returns the document without what stands at an address; nothing where nothing stands there. A
   * kind of fact of which one is forgotten was not collected whole: else what is forgotten would be
   * known to be absent.
   */
  static Optional<Mapping> forget(Mapping document, Address address) {
    if (address.server().isEmpty()) {
      return address.keys().isEmpty() ? without(document, address.toString()) : Optional.empty();
    }
    Address server = Address.ofServer(address.server().get());
    return address.equals(server)
        ? withoutItem(document, SERVERS, server)
        : inItem(document, SERVERS, server, each -> forgetOnServer(each, address));
  }

  private static Optional<Mapping> forgetOnServer(Mapping server, Address address) {
    Optional<FactKind> kind = address.kind();
    Optional<String> component = address.component();
    if (kind.isEmpty()) {
      return component.flatMap(name -> forgetOfServer(server, name));
    }
    String property = kind.get().property();
    Address fact = Address.of("", kind.get(), address.keys());
    if (component.isEmpty()) {
      Optional<Mapping> rest =
          address.keys().isEmpty()
              ? without(server, property)
              : withoutItem(server, property, fact);
      return rest.isEmpty()
          ? notWhole(server, property)
          : rest.map(left -> notWhole(left, property).orElse(left));
    }
    if (!kind.get().many()) {
      return server.get(property) instanceof Mapping only
          ? without(only, component.get()).map(rest -> with(server, property, rest))
          : Optional.empty();
    }
    return inItem(server, property, fact, item -> without(item, component.get()));
  }

  /** A server always says its role, if only that it is unknown. */
  private static Optional<Mapping> forgetOfServer(Mapping server, String component) {
    Optional<Mapping> rest = without(server, component);
    return component.equals(ROLE)
        ? rest.map(left -> with(left, ROLE, new Scalar(left.source(), "unknown", Kind.TEXT)))
        : rest;
  }

  /** Returns the server where the kind was not collected whole; nothing where it is not anyway. */
  private static Optional<Mapping> notWhole(Mapping server, String property) {
    if (!(server.get(COLLECTED) instanceof Items collected)) {
      return Optional.empty();
    }
    List<Node> others =
        collected.items().stream()
            .filter(item -> !(item instanceof Scalar kind && kind.text().equals(property)))
            .toList();
    return others.size() == collected.items().size()
        ? Optional.empty()
        : Optional.of(with(server, COLLECTED, new Items(collected.source(), others)));
  }

  private static Optional<Mapping> withoutItem(Mapping of, String property, Address address) {
    if (!(of.get(property) instanceof Items list)) {
      return Optional.empty();
    }
    int place = indexOf(list.items(), property, address);
    if (place < 0) {
      return Optional.empty();
    }
    List<Node> items = new ArrayList<>(list.items());
    items.remove(place);
    return Optional.of(with(of, property, new Items(list.source(), items)));
  }

  private static Optional<Mapping> inItem(
      Mapping of, String property, Address address, Function<Mapping, Optional<Mapping>> change) {
    if (!(of.get(property) instanceof Items list)) {
      return Optional.empty();
    }
    int place = indexOf(list.items(), property, address);
    if (place < 0 || !(list.items().get(place) instanceof Mapping item)) {
      return Optional.empty();
    }
    return change
        .apply(item)
        .map(
            changed -> {
              List<Node> items = new ArrayList<>(list.items());
              items.set(place, changed);
              return with(of, property, new Items(list.source(), items));
            });
  }

  /** Returns a mapping without a field; nothing where it has none of that name. */
  static Optional<Mapping> without(Mapping from, String field) {
    return from.has(field) ? Optional.of(from.without(field)) : Optional.empty();
  }

  private static Mapping with(Mapping from, String field, Node value) {
    return from.with(new Field(from.at(field), field, value));
  }

  /**
   * Returns the document as JSON has it, where every value is said to stand where its name does:
   * that is what people look for.
   */
  static Mapping asJson(Mapping document) {
    return (Mapping) asJson(document.source(), document);
  }

  private static Node asJson(Source source, Node node) {
    if (node instanceof Mapping map) {
      return new Mapping(
          source,
          map.fields().stream()
              .map(
                  field ->
                      new Field(
                          field.source(), field.name(), asJson(field.source(), field.value())))
              .toList());
    }
    if (node instanceof Items list) {
      return new Items(
          source, list.items().stream().map(item -> asJson(item.source(), item)).toList());
    }
    Scalar scalar = (Scalar) node;
    if (!scalar.is(Kind.NUMBER)) {
      return new Scalar(source, scalar.text(), scalar.kind());
    }
    // what only YAML takes for a number, such as 0x10, is refused in words as the text it is
    return NUMBER.matcher(scalar.text()).matches()
        ? new Scalar(source, new BigDecimal(scalar.text()).toString(), Kind.NUMBER)
        : new Scalar(source, scalar.text(), Kind.TEXT);
  }
}
