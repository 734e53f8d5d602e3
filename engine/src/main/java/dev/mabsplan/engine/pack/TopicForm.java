package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a topic are written with: names, texts, words, lists and mappings; what is
 * wrong goes to a list of faults, all of it at once.
 */
class TopicForm extends Form {

  private final String topic;
  private final Lines lines;

  /** What stands where a mapping should; that its fields are missing too needs no saying. */
  private final Set<Source> noMappings = new HashSet<>();

  TopicForm(String topic, Mapping root, Collection<Fault> faults) {
    super(faults);
    this.topic = topic;
    this.lines = new Lines(root);
  }

  /** A name without a topic is of this topic. */
  String local(String name) {
    return name.contains("/") ? name : topic + "/" + name;
  }

  interface Each {
    void take(String name, Node node);
  }

  void named(Mapping field, String name, Each each) {
    Node node = field.get(name);
    if (node instanceof Mapping map) {
      map.each(each::take);
    } else if (node != null && !node.inYaml().equals("nothing")) {
      fault("a mapping under \"" + name + "\"", node, null);
    }
  }

  /** What a topic defines is its own; only what it refers to can be another topic's. */
  void defined(Mapping field, String name, Each each) {
    if (field.get(name) instanceof Mapping map) {
      names(map);
    }
    named(field, name, each);
  }

  void names(Mapping map) {
    for (String key : map.names()) {
      if (!key.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        fault(
            "a name of small letters, digits and hyphens",
            "\"" + key + "\"",
            map.at(key),
            key.contains("/")
                ? "what another topic defines is only referred to here"
                : Kebab.advice(key));
      }
    }
  }

  /** Reads a mapping with some of the names known, between which blanks stand. */
  Mapping mapping(Node node, String known) {
    Mapping map = mapping(node, "a mapping with " + known.replace(" ", ", "), null);
    if (map == node) {
      known(map, known);
    } else {
      noMappings.add(node.source());
    }
    return map;
  }

  static Mapping none(Mapping beside) {
    return Mapping.empty(beside.source());
  }

  List<Node> list(Mapping field, String name) {
    return items(field, name, "a list under \"" + name + "\"", TopicForm::brackets);
  }

  private static @Nullable String brackets(Node node) {
    return node instanceof Scalar scalar && !scalar.text().isEmpty()
        ? "write it in brackets: [" + Fault.shorten(scalar.text()) + "]"
        : null;
  }

  List<String> texts(Mapping field, String name) {
    return list(field, name).stream().map(this::text).toList();
  }

  List<String> byLanguage(Mapping field, String name) {
    if (!(field.get(name) instanceof Mapping languages)) {
      return texts(field, name);
    }
    List<String> all = new ArrayList<>();
    languages.names().forEach(language -> all.addAll(texts(languages, language)));
    return all;
  }

  Map<String, Set<Integer>> numbers(Mapping field, String name) {
    Map<String, Set<Integer>> numbers = new TreeMap<>();
    Node node = field.get(name);
    if (node instanceof Mapping products) {
      for (String product : products.names()) {
        Set<Integer> ids = new LinkedHashSet<>();
        for (Node id : list(products, product)) {
          try {
            ids.add(Integer.valueOf(text(id)));
          } catch (NumberFormatException e) {
            fault("a whole number", id, "what is no number is one of codes or names");
          }
        }
        numbers.put(product, ids);
      }
    } else if (node != null) {
      fault("numbers by product, such as {dpm: [3106]}", node, null);
    }
    return numbers;
  }

  String text(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.text();
    }
    fault("a text", node, null);
    return "";
  }

  String required(Mapping field, String name) {
    Node node = field.get(name);
    if (node == null) {
      missing(field, "\"" + name + "\"", "nothing", null);
      return "";
    }
    String text = text(node);
    if (text.isBlank() && node instanceof Scalar) {
      fault("\"" + name + "\"", "nothing", node.source(), null);
    }
    return text;
  }

  @Nullable String optional(Mapping field, String name) {
    Node node = field.get(name);
    return node == null ? null : text(node);
  }

  boolean flag(Mapping field, String name) {
    Node node = field.get(name);
    if (node == null) {
      return false;
    }
    String text = text(node);
    if (!text.equals("true") && !text.equals("false")) {
      fault("true or false", node, Meant.hint(text, List.of("true", "false")));
    }
    return text.equals("true");
  }

  <E extends Enum<E>> E word(
      Mapping field, String name, E[] words, E otherwise, Function<E, String> spelling) {
    Node node = field.get(name);
    if (node == null) {
      missing(field, "\"" + name + "\"", "nothing", "write one of " + oneOf(words, spelling));
      return otherwise;
    }
    String text = text(node);
    Optional<E> word = constant(text, words, spelling);
    if (word.isEmpty()) {
      fault("one of " + oneOf(words, spelling), node, Meant.hint(text, words(words, spelling)));
    }
    return word.orElse(otherwise);
  }

  <E extends Enum<E>> @Nullable E optionalWord(Mapping field, String name, E[] words) {
    return field.has(name) ? word(field, name, words, words[0], Kebab::word) : null;
  }

  private static <E extends Enum<E>> String oneOf(E[] words, Function<E, String> spelling) {
    return String.join(", ", words(words, spelling));
  }

  /** What is missing is missed where the thing begins that lacks it. */
  void missing(Mapping field, String expected, String found, @Nullable String advice) {
    if (!noMappings.contains(field.source())) {
      String[] path = field.source().pointer().replaceFirst("^/", "").split("/");
      fault(expected, found, lines.at(path), advice);
    }
  }

  Map<String, String> values(Mapping field, String name) {
    Map<String, String> values = new LinkedHashMap<>();
    named(field, name, (place, value) -> values.put(place, text(value)));
    return values;
  }

  Set<ServerRole> roles(Mapping field, Set<ServerRole> otherwise) {
    Set<ServerRole> found = EnumSet.noneOf(ServerRole.class);
    for (Node item : list(field, "roles")) {
      String text = text(item);
      Optional<ServerRole> role = constant(text, ServerRole.values(), Camel::word);
      if (role.isEmpty()) {
        fault(
            "one of " + oneOf(ServerRole.values(), Camel::word),
            item,
            Meant.hint(text, words(ServerRole.values(), Camel::word)));
      }
      role.ifPresent(found::add);
    }
    return found.isEmpty() ? otherwise : found;
  }

  Set<Operation> operations(Mapping field) {
    List<Node> items = list(field, "operations");
    if (items.isEmpty() && (!field.has("operations") || isList(field))) {
      missing(
          field,
          "the operations that it bears on",
          "none",
          "write a list of " + oneOf(Operation.values(), Kebab::word));
    }
    Set<Operation> operations = EnumSet.noneOf(Operation.class);
    items.forEach(item -> operation(item).ifPresent(operations::add));
    return Collections.unmodifiableSet(operations);
  }

  private static boolean isList(Mapping field) {
    return field.get("operations") instanceof Items;
  }

  private Optional<Operation> operation(Node node) {
    String text = text(node);
    Optional<Operation> operation = constant(text, Operation.values(), Kebab::word);
    if (operation.isEmpty() && node instanceof Scalar) {
      fault("an operation, one of " + oneOf(Operation.values(), Kebab::word), node, meant(text));
    }
    return operation;
  }

  /** A word that is part of one, such as {@code backup}, is as near as a slip of the pen. */
  private static @Nullable String meant(String found) {
    List<String> known = words(Operation.values(), Kebab::word);
    List<String> longer = known.stream().filter(one -> one.endsWith("-" + found)).toList();
    return longer.isEmpty()
        ? Meant.hint(found, known)
        : "did you mean \"" + String.join("\" or \"", longer) + "\"?";
  }
}
