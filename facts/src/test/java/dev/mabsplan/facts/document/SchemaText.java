package dev.mabsplan.facts.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A schema as a text for people: what says nothing to them stands in one line, if it fits. */
final class SchemaText {

  private static final int COLUMNS = 102;

  private SchemaText() {}

  static String of(JsonNode schema) {
    return written(schema, 0, 0) + "\n";
  }

  /**
   * Writes a value.
   *
   * @param indent how far what is below it is moved in
   * @param taken how much of its line is taken before and behind it
   */
  private static String written(JsonNode node, int indent, int taken) {
    String line = line(node);
    if (node.isValueNode() || (plain(node) && taken + line.length() <= COLUMNS)) {
      return line;
    }
    String blank = " ".repeat(indent + 2);
    List<String> lines = node.isObject() ? fields(node, indent + 2) : items(node, indent + 2);
    return (node.isObject() ? "{\n" : "[\n")
        + blank
        + String.join("\n" + blank, lines)
        + "\n"
        + " ".repeat(indent)
        + (node.isObject() ? "}" : "]");
  }

  private static List<String> fields(JsonNode object, int indent) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = "\"" + field.getKey() + "\": ";
      String comma = lines.size() < object.size() - 1 ? "," : "";
      int taken = indent + name.length() + comma.length();
      lines.add(name + written(field.getValue(), indent, taken) + comma);
    }
    return lines;
  }

  /** Words stand beside each other, all else below. */
  private static List<String> items(JsonNode array, int indent) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String comma = i < array.size() - 1 ? "," : "";
      String item = written(array.get(i), indent, indent + comma.length()) + comma;
      int last = lines.size() - 1;
      if (array.get(i).isTextual()
          && i > 0
          && indent + lines.get(last).length() + 1 + item.length() <= COLUMNS) {
        lines.set(last, lines.get(last) + " " + item);
      } else {
        lines.add(item);
      }
    }
    return lines;
  }

  private static boolean plain(JsonNode node) {
    if (node.has("description")) {
      return false;
    }
    for (JsonNode child : node) {
      if (!plain(child)) {
        return false;
      }
    }
    return true;
  }

  private static String line(JsonNode node) {
    List<String> parts = new ArrayList<>();
    if (node.isObject()) {
      node.properties()
          .forEach(field -> parts.add("\"" + field.getKey() + "\": " + line(field.getValue())));
      return "{ " + String.join(", ", parts) + " }";
    }
    if (node.isArray()) {
      node.forEach(item -> parts.add(line(item)));
      return "[" + String.join(", ", parts) + "]";
    }
    return node.toString();
  }
}
