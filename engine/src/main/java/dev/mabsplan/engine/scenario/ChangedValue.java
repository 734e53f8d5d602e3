package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.pack.NotYaml;
import dev.mabsplan.engine.pack.Yaml;
import dev.mabsplan.engine.scenario.WhatIf.Change;
import dev.mabsplan.engine.scenario.WhatIf.Set;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.shape.RecordShape;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Field;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a change says, as it stands in a document; read from the argument that says it. */
final class ChangedValue {

  private ChangedValue() {}

  static Node json(Change change, String text) {
    try {
      return at(Source.of(change.toString()), Yaml.read(change.toString(), text));
    } catch (NotYaml e) {
      throw WhatIf.fault(change, "JSON as the value", e.getMessage());
    }
  }

  static Node value(Set set, RecordShape.Component component) {
    return value(set, component.element().isPresent() ? List.class : component.type());
  }

  static Node value(Set set, Class<?> type) {
    Source source = Source.of(set.toString());
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

  static Scalar scalar(Source source, String text, Class<?> type) {
    boolean truth = type == boolean.class || type == Boolean.class;
    boolean number = (type.isPrimitive() && !truth) || Number.class.isAssignableFrom(type);
    if (truth && (text.equals("true") || text.equals("false"))) {
      return new Scalar(source, text, Scalar.Kind.BOOLEAN);
    }
    return new Scalar(source, text, number ? Scalar.Kind.NUMBER : Scalar.Kind.TEXT);
  }

  static Scalar text(Source source, String text) {
    return new Scalar(source, text, Scalar.Kind.TEXT);
  }

  static Mapping mapping(Source source, String field, Node value) {
    return mapping(source, Map.of(field, value));
  }

  static Mapping mapping(Source source, Map<String, Node> fields) {
    return new Mapping(
        source,
        fields.entrySet().stream()
            .map(field -> new Field(source, field.getKey(), field.getValue()))
            .toList());
  }
}
