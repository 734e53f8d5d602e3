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

/**
 * Facts documents as trees whose pieces know where they were written: put one over another, with
 * single facts forgotten, and as JSON.
 */
final class FactsTree {

  private static final String SERVERS = "servers";

  private FactsTree() {}

  /**
   * Puts one document over another: lists of named things are merged by name, all else is replaced.
   */
  static YamlNode merge(YamlNode base, YamlNode over) {
    return nothing(over) ? base : merge("", base, over);
  }

  private static boolean nothing(YamlNode node) {
    return node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NOTHING;
  }

  private static YamlNode merge(String property, YamlNode base, YamlNode over) {
    if (base instanceof Mapping below && over instanceof Mapping above) {
      Map<String, YamlNode> fields = new LinkedHashMap<>(below.fields());
      Map<String, Source> keys = new LinkedHashMap<>(below.keys());
      above
          .fields()
          .forEach((name, node) -> fields.merge(name, node, (old, own) -> merge(name, old, own)));
      keys.putAll(above.keys());
      return new Mapping(above.source(), fields, keys);
    }
    if (base instanceof Items below && over instanceof Items above && isNamed(property)) {
      List<YamlNode> items = new ArrayList<>(below.items());
      for (YamlNode item : above.items()) {
        int same = indexOf(items, property, item);
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

  private static int indexOf(List<YamlNode> items, String property, YamlNode like) {
    Address address = address(property, like);
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

  /** Returns the document without what stands at an address; nothing where nothing stands there. */
  static Optional<Mapping> forget(Mapping document, Address address) {
    if (address.equals(Address.ofErrors())) {
      return without(document, "errors");
    }
    return address
        .server()
        .flatMap(
            name ->
                inList(
                    document,
                    SERVERS,
                    Address.ofServer(name),
                    server -> forgetOnServer(server, address)));
  }

  private static Optional<YamlNode> forgetOnServer(Mapping server, Address address) {
    String kind = address.kind().map(FactKind::property).orElse("");
    String component = address.component().orElse("");
    if (kind.isEmpty()) {
      return without(server, component).map(rest -> rest);
    }
    if (address.keys().isEmpty()) {
      return component.isEmpty()
          ? without(server, kind).map(rest -> rest)
          : server.fields().get(kind) instanceof Mapping fact
              ? without(fact, component).map(rest -> with(server, kind, rest))
              : Optional.empty();
    }
    Address fact = Address.of("", address.kind().orElseThrow(), address.keys());
    return inList(
            server,
            kind,
            fact,
            item ->
                component.isEmpty()
                    ? Optional.of(new Items(item.source(), List.of()))
                    : without(item, component).map(rest -> rest))
        .map(rest -> rest);
  }

  private interface Change {
    /** Returns what takes a thing's place; an empty list where nothing does. */
    Optional<YamlNode> of(Mapping thing);
  }

  private static Optional<Mapping> inList(
      Mapping parent, String property, Address address, Change change) {
    if (!(parent.fields().get(property) instanceof Items list)) {
      return Optional.empty();
    }
    int found = -1;
    for (int i = 0; i < list.items().size() && found < 0; i++) {
      if (address(property, list.items().get(i)).equals(address)) {
        found = i;
      }
    }
    if (found < 0 || !(list.items().get(found) instanceof Mapping thing)) {
      return Optional.empty();
    }
    int place = found;
    return change
        .of(thing)
        .map(
            changed -> {
              List<YamlNode> items = new ArrayList<>(list.items());
              items.remove(place);
              if (!(changed instanceof Items)) {
                items.add(place, changed);
              }
              return with(parent, property, new Items(list.source(), items));
            });
  }

  private static Optional<Mapping> without(Mapping from, String field) {
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
      case NUMBER -> DecimalNode.valueOf(new BigDecimal(scalar.text()));
      case BOOLEAN -> JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(scalar.text()));
      case NOTHING -> JsonNodeFactory.instance.nullNode();
    };
  }

  /** Returns where the piece at a JSON Pointer was written, or the nearest piece around it. */
  static Source source(YamlNode document, String pointer) {
    YamlNode at = document;
    Source source = document.source();
    for (String name : pointer.split("/", -1)) {
      String plain = name.replace("~1", "/").replace("~0", "~");
      if (at instanceof Mapping map && map.fields().containsKey(plain)) {
        at = Objects.requireNonNull(map.fields().get(plain));
        source = map.keys().getOrDefault(plain, at.source());
      } else if (at instanceof Items list
          && plain.matches("\\d{1,9}")
          && Integer.parseInt(plain) < list.items().size()) {
        at = list.items().get(Integer.parseInt(plain));
        source = at.source();
      }
    }
    return source;
  }
}
