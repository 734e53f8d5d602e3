package dev.mabsplan.engine.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mabsplan.engine.pack.YamlNode;
import dev.mabsplan.engine.pack.YamlNode.Items;
import dev.mabsplan.engine.pack.YamlNode.Mapping;
import dev.mabsplan.engine.pack.YamlNode.Scalar;
import dev.mabsplan.facts.Address;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.RecordShape;
import dev.mabsplan.facts.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Facts documents as trees whose pieces know where they were written: put one over another, with
 * single facts forgotten, and as JSON.
 */
final class FactsTree {

  private static final String SERVERS = "servers";
  private static final String COLLECTED = "collected";
  private static final String ROLE = "role";

  private FactsTree() {}

  /**
   * Puts one document over another: lists of named things are merged by name, all else is replaced.
   */
  static Mapping merge(Mapping base, Mapping over) {
    Map<String, YamlNode> fields = new LinkedHashMap<>(base.fields());
    Map<String, Source> keys = new LinkedHashMap<>(base.keys());
    over.fields()
        .forEach((name, node) -> fields.merge(name, node, (old, own) -> merge(name, old, own)));
    keys.putAll(over.keys());
    return new Mapping(over.source(), fields, keys);
  }

  private static YamlNode merge(String property, YamlNode base, YamlNode over) {
    if (base instanceof Mapping below && over instanceof Mapping above) {
      return merge(below, above);
    }
    if (base instanceof Items below && over instanceof Items above && isNamed(property)) {
      List<YamlNode> items = new ArrayList<>(below.items());
      for (YamlNode item : above.items()) {
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

  private static int indexOf(List<YamlNode> items, String property, Address address) {
    for (int i = 0; i < items.size(); i++) {
      if (address(property, items.get(i)).equals(address)) {
        return i;
      }
    }
    return -1;
  }

  /** The address that an item of a list has on some server: spellings of one name are one name. */
  private static Address address(String property, YamlNode item) {
    if (property.equals(SERVERS)) {
      return Address.ofServer(text(item, "name"));
    }
    FactKind kind = FactKind.named(property).orElseThrow();
    return Address.of(
        "", kind, RecordShape.of(kind).keys().stream().map(key -> text(item, key.name())).toList());
  }

  private static String text(YamlNode item, String field) {
    return item instanceof Mapping map && map.fields().get(field) instanceof Scalar scalar
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
      return server.fields().get(property) instanceof Mapping only
          ? without(only, component.get()).map(rest -> with(server, property, rest))
          : Optional.empty();
    }
    return inItem(server, property, fact, item -> without(item, component.get()));
  }

  /** A server always says its role, if only that it is unknown. */
  private static Optional<Mapping> forgetOfServer(Mapping server, String component) {
    Optional<Mapping> rest = without(server, component);
    return component.equals(ROLE)
        ? rest.map(left -> with(left, ROLE, new Scalar(left.source(), "unknown", Scalar.Kind.TEXT)))
        : rest;
  }

  /** Returns the server where the kind was not collected whole; nothing where it is not anyway. */
  private static Optional<Mapping> notWhole(Mapping server, String property) {
    if (!(server.fields().get(COLLECTED) instanceof Items collected)) {
      return Optional.empty();
    }
    List<YamlNode> others =
        collected.items().stream()
            .filter(item -> !(item instanceof Scalar kind && kind.text().equals(property)))
            .toList();
    return others.size() == collected.items().size()
        ? Optional.empty()
        : Optional.of(with(server, COLLECTED, new Items(collected.source(), others)));
  }

  private static Optional<Mapping> withoutItem(Mapping of, String property, Address address) {
    if (!(of.fields().get(property) instanceof Items list)) {
      return Optional.empty();
    }
    int place = indexOf(list.items(), property, address);
    if (place < 0) {
      return Optional.empty();
    }
    List<YamlNode> items = new ArrayList<>(list.items());
    items.remove(place);
    return Optional.of(with(of, property, new Items(list.source(), items)));
  }

  private static Optional<Mapping> inItem(
      Mapping of, String property, Address address, Function<Mapping, Optional<Mapping>> change) {
    if (!(of.fields().get(property) instanceof Items list)) {
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
              List<YamlNode> items = new ArrayList<>(list.items());
              items.set(place, changed);
              return with(of, property, new Items(list.source(), items));
            });
  }

  /** Returns a mapping without a field; nothing where it has none of that name. */
  static Optional<Mapping> without(Mapping from, String field) {
    if (!from.fields().containsKey(field)) {
      return Optional.empty();
    }
    Map<String, YamlNode> fields = new LinkedHashMap<>(from.fields());
    fields.remove(field);
    return Optional.of(new Mapping(from.source(), fields, from.keys()));
  }

  private static Mapping with(Mapping from, String field, YamlNode value) {
    Map<String, YamlNode> fields = new LinkedHashMap<>(from.fields());
    fields.put(field, value);
    return new Mapping(from.source(), fields, from.keys());
  }

  /** Returns the document as JSON. */
  static JsonNode json(YamlNode node) {
    if (node instanceof Mapping map) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      map.fields().forEach((name, child) -> object.set(name, json(child)));
      return object;
    }
    if (node instanceof Items list) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      list.items().forEach(item -> array.add(json(item)));
      return array;
    }
    Scalar scalar = (Scalar) node;
    return switch (scalar.kind()) {
      case TEXT -> JsonNodeFactory.instance.textNode(scalar.text());
      // what only YAML takes for a number, such as 0x10, is refused in words as the text it is
      case NUMBER ->
          scalar.text().matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,4})?")
              ? DecimalNode.valueOf(new BigDecimal(scalar.text()))
              : JsonNodeFactory.instance.textNode(scalar.text());
      case BOOLEAN -> JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(scalar.text()));
      case NOTHING -> JsonNodeFactory.instance.nullNode();
    };
  }

  /** Returns where the piece at a JSON Pointer was written, or the nearest piece around it. */
  static Source source(YamlNode document, String pointer) {
    YamlNode at = document;
    Source source = document.source();
    for (String step : pointer.split("/", -1)) {
      String name = step.replace("~1", "/").replace("~0", "~");
      if (at instanceof Mapping map && map.fields().containsKey(name)) {
        at = Objects.requireNonNull(map.fields().get(name));
        source = map.keys().getOrDefault(name, at.source());
      } else if (at instanceof Items list
          && name.matches("\\d{1,9}")
          && Integer.parseInt(name) < list.items().size()) {
        at = list.items().get(Integer.parseInt(name));
        source = at.source();
      } else if (!step.isEmpty()) {
        return source;
      }
    }
    return source;
  }
}
