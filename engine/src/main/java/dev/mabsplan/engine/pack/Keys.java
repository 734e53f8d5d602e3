package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Field;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Long names, such as those of registry keys, said once under {@code keys} of {@code pack.yaml} or
 * {@code topic.yaml} and called {@code Keys.NAME} in rules, data and words.
 */
public final class Keys {

  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final Pattern USE = Pattern.compile("(?<![\\w.$])Keys\\.([A-Z][A-Z0-9_]*)\\b");
  private static final String SECTION = "keys";

  private final Map<String, String> values;

  Keys(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** Returns what the keys stand for. */
  Map<String, String> values() {
    return values;
  }

  /** Returns no keys. */
  static Keys none() {
    return new Keys(Map.of());
  }

  /**
   * Returns these keys and those that a file defines.
   *
   * @param file a {@code pack.yaml} or {@code topic.yaml}
   * @param faults takes what is wrong with them
   */
  Keys and(Mapping file, Collection<Fault> faults) {
    Node section = file.get(SECTION);
    if (section == null) {
      return this;
    }
    if (!(section instanceof Mapping map)) {
      faults.add(
          new Fault(
              "a mapping under \"" + SECTION + "\"",
              section.inYaml(),
              section.source(),
              "write NAME: and what it stands for"));
      return this;
    }
    Map<String, String> all = new TreeMap<>(values);
    map.each(
        (name, node) -> {
          Source source = map.at(name);
          if (!NAME.matcher(name).matches()) {
            faults.add(
                new Fault(
                    "a key named in capitals, such as DPM_SETUP",
                    "\"" + name + "\"",
                    source,
                    "write \"" + capitals(name) + "\""));
          } else if (!(node instanceof Scalar scalar) || scalar.text().isBlank()) {
            faults.add(new Fault("what " + name + " stands for", node.inYaml(), source, null));
          } else if (all.putIfAbsent(name, scalar.text()) != null) {
            faults.add(
                new Fault(
                    "a key that the pack has not",
                    "\"" + name + "\"",
                    source,
                    "take it out, or name it for this topic"));
          }
        });
    return new Keys(all);
  }

  private static String capitals(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .toUpperCase(java.util.Locale.ROOT)
        .replaceAll("[^A-Z0-9]+", "_");
  }

  /**
   * Returns what a key stands for; the name itself where nobody knows it.
   *
   * @param source where it is used
   * @param faults takes it where nobody knows it
   */
  public String value(String name, Source source, Collection<Fault> faults) {
    String value = values.get(name);
    if (value == null) {
      String near = Meant.hint(name, values.keySet());
      faults.add(
          new Fault(
              values.isEmpty()
                  ? "a key that keys: of pack.yaml or topic.yaml defines; there are none"
                  : "a key that keys: of pack.yaml or topic.yaml defines",
              "Keys." + name,
              source,
              near == null ? "write it there: " + name + ": …" : near));
      return name;
    }
    return value;
  }

  /**
   * Returns a file with what its keys stand for in their places.
   *
   * @param faults takes keys that nobody knows
   */
  Node in(Node node, Collection<Fault> faults) {
    if (node instanceof Scalar scalar) {
      String text = in(scalar.text(), scalar.source(), faults);
      return text.equals(scalar.text()) ? node : new Scalar(scalar.source(), text, scalar.kind());
    }
    if (node instanceof Items list) {
      List<Node> items = new ArrayList<>();
      list.items().forEach(item -> items.add(in(item, faults)));
      return new Items(list.source(), items);
    }
    return in((Mapping) node, faults);
  }

  /** Returns a file with what its keys stand for in their places. */
  Mapping in(Mapping map, Collection<Fault> faults) {
    Set<String> names = new HashSet<>();
    List<Field> fields = new ArrayList<>();
    for (Field field : map.fields()) {
      String name = in(field.name(), field.source(), faults);
      fields.add(new Field(field.source(), name, in(field.value(), faults)));
      if (!names.add(name)) {
        faults.add(
            new Fault("each name once", "\"" + name + "\" a second time", field.source(), null));
      }
    }
    return new Mapping(map.source(), fields);
  }

  private String in(String text, Source source, Collection<Fault> faults) {
    if (!text.contains("Keys.")) {
      return text;
    }
    return USE.matcher(text)
        .replaceAll(use -> Matcher.quoteReplacement(value(use.group(1), source, faults)));
  }
}
