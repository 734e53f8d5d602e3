package dev.mabsplan.engine.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.RecordShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A facts document as a tree, for putting one over another and for changing single facts. */
final class FactsTree {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FactsTree() {}

  static ObjectNode read(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no facts document: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Puts one document over another: lists of named things are merged by name, all else is replaced.
   */
  static JsonNode merge(JsonNode base, JsonNode over) {
    return over.isMissingNode() || over.isNull() ? base : merge("", base, over);
  }

  private static JsonNode merge(String property, JsonNode base, JsonNode over) {
    if (base instanceof ObjectNode below && over instanceof ObjectNode above) {
      ObjectNode merged = below.deepCopy();
      for (Map.Entry<String, JsonNode> field : above.properties()) {
        JsonNode under = below.path(field.getKey());
        merged.set(field.getKey(), merge(field.getKey(), under, field.getValue()));
      }
      return merged;
    }
    List<String> keys = keys(property);
    if (base instanceof ArrayNode below && over instanceof ArrayNode above && !keys.isEmpty()) {
      ArrayNode merged = below.deepCopy();
      for (JsonNode item : above) {
        Optional<Integer> same = find(merged, keys, item);
        if (same.isPresent()) {
          merged.set(same.get(), merge("", merged.get(same.get()), item));
        } else {
          merged.add(item);
        }
      }
      return merged;
    }
    return over;
  }

  private static Optional<Integer> find(ArrayNode list, List<String> keys, JsonNode like) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      if (keys.stream()
          .allMatch(key -> item.path(key).asText().equalsIgnoreCase(like.path(key).asText()))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static List<String> keys(String property) {
    if (property.equals("servers")) {
      return List.of("name");
    }
    return FactKind.named(property)
        .filter(FactKind::many)
        .map(kind -> RecordShape.of(kind).keys().stream().map(RecordShape.Component::name).toList())
        .orElse(List.of());
  }

  /** Returns the document with every list in another order. */
  static JsonNode shuffle(JsonNode node, Random random) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      Collections.shuffle(names, random);
      ObjectNode shuffled = JsonNodeFactory.instance.objectNode();
      names.forEach(name -> shuffled.set(name, shuffle(object.get(name), random)));
      return shuffled;
    }
    if (node instanceof ArrayNode array) {
      List<JsonNode> items = new ArrayList<>();
      array.forEach(item -> items.add(shuffle(item, random)));
      Collections.shuffle(items, random);
      return JsonNodeFactory.instance.arrayNode().addAll(items);
    }
    return node;
  }
}
