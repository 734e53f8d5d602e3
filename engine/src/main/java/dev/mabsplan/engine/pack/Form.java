package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Field;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pieces of a YAML document. What is wrong with them goes to the faults, all of it at
 * once; a piece that is not what it must be is read as an empty one.
 */
public abstract class Form {

  /** Takes what is wrong. */
  protected final Collection<Fault> faults;

  /**
   * Makes a reader.
   *
   * @param faults takes what is wrong
   */
  protected Form(Collection<Fault> faults) {
    this.faults = faults;
  }

  /** Reads a file; returns nothing where it is no YAML. */
  protected final Optional<Node> yaml(String file, String text) {
    try {
      return Optional.of(Yaml.read(file, text));
    } catch (NotYaml e) {
      faults.add(e.fault());
      return Optional.empty();
    }
  }

  /** Adds a fault. */
  protected final void fault(String expected, String found, Source source, @Nullable String hint) {
    faults.add(new Fault(expected, found, source, hint));
  }

  /** Adds a fault of a piece that is not what it must be. */
  protected final void fault(String expected, Node found, @Nullable String hint) {
    fault(expected, found.inYaml(), found.source(), hint);
  }

  /**
   * Adds a fault for every name that is none of those known.
   *
   * @param known the names; of several in one text, blanks stand between them
   */
  protected final void known(Mapping map, String... known) {
    List<String> names = Stream.of(known).flatMap(name -> Stream.of(name.split(" "))).toList();
    for (Field field : map.fields()) {
      if (!names.contains(field.name())) {
        fault(
            "one of " + String.join(", ", names),
            "\"" + field.name() + "\"",
            field.source(),
            Meant.hint(field.name(), names));
      }
    }
  }

  /** Returns a piece that must be a mapping. */
  protected final Mapping mapping(Node node, String expected, @Nullable String hint) {
    if (node instanceof Mapping map) {
      return map;
    }
    fault(expected, node, hint);
    return Mapping.empty(node.source());
  }

  /** Returns the mapping under a name; an empty one where there is nothing. */
  protected final Mapping mapping(Mapping of, String name, String expected) {
    Node node = of.get(name);
    return node == null ? Mapping.empty(of.source()) : mapping(node, expected, null);
  }

  /** Returns the items of the list under a name; none where there is nothing. */
  protected final List<Node> items(Mapping of, String name) {
    return items(of, name, "a list under \"" + name + "\"", node -> null);
  }

  /** Returns the items of the list under a name; none where there is nothing. */
  protected final List<Node> items(
      Mapping of, String name, String expected, Function<Node, @Nullable String> hint) {
    Node node = of.get(name);
    if (node instanceof Items list) {
      return list.items();
    }
    if (node != null) {
      fault(expected, node, hint.apply(node));
    }
    return List.of();
  }

  /** Returns those items that are mappings, as all of them must be. */
  protected final List<Mapping> mappings(List<Node> items, String expected, @Nullable String hint) {
    List<Mapping> mappings = new ArrayList<>();
    for (Node item : items) {
      if (item instanceof Mapping map) {
        mappings.add(map);
      } else {
        fault(expected, item, hint);
      }
    }
    return mappings;
  }

  /** Returns the constant that a word stands for; nothing where it stands for none. */
  protected static <E> Optional<E> constant(
      String word, E[] all, Function<? super E, String> spelling) {
    return Stream.of(all).filter(one -> spelling.apply(one).equals(word)).findFirst();
  }

  /** Returns the words of constants. */
  protected static <E> List<String> words(E[] all, Function<? super E, String> spelling) {
    return Stream.of(all).map(spelling).toList();
  }
}
