package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the pieces of one YAML file stand. It keeps what was read and looks only when it is asked,
 * which is when something is wrong.
 */
public final class Lines {

  private final Node root;

  Lines(Node root) {
    this.root = root;
  }

  /** Returns the file. */
  public String file() {
    return root.source().file();
  }

  /**
   * Returns where a piece stands or, where it is not there, the innermost piece around it that is.
   *
   * @param path names of mappings and, for items of lists, their index from 0 on
   */
  public Source at(String... path) {
    Node node = root;
    Source source = root.source();
    for (String name : path) {
      Node next = below(node, name);
      if (next == null) {
        return source;
      }
      // Of a mapping or a list its name is what people look for, and that stands in front of it.
      source =
          node instanceof Node.Mapping map && !(next instanceof Node.Scalar)
              ? map.at(name)
              : next.source();
      node = next;
    }
    return source;
  }

  /**
   * Returns where the texts of a piece stand, those of lists and mappings in it included, in the
   * order of the file.
   *
   * @param path names of mappings
   */
  public List<Source> texts(String... path) {
    Node node = root;
    for (String name : path) {
      node = below(node, name);
      if (node == null) {
        return List.of();
      }
    }
    List<Source> texts = new ArrayList<>();
    collect(node, texts);
    return texts;
  }

  private static void collect(Node node, List<Source> texts) {
    if (node instanceof Node.Mapping map) {
      map.fields().forEach(field -> collect(field.value(), texts));
    } else if (node instanceof Node.Items list) {
      list.items().forEach(child -> collect(child, texts));
    } else {
      texts.add(node.source());
    }
  }

  private static @Nullable Node below(Node node, String name) {
    if (node instanceof Node.Mapping map) {
      return map.get(name);
    }
    if (node instanceof Node.Items list) {
      int index = name.matches("\\d{1,9}") ? Integer.parseInt(name) : Integer.MAX_VALUE;
      return index < list.items().size() ? list.items().get(index) : null;
    }
    return null;
  }
}
