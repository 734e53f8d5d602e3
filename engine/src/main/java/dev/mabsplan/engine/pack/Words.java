package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of one file, by their path in it, such as {@code remedies/let-vss-start/title}. A list
 * counts as its items.
 *
 * @param file the file, for messages
 * @param sentences the sentences
 * @param sources where each of them stands; of an empty list, where that does
 * @param strays what stands where a sentence of a list should: most often one with a colon in it
 */
public record Words(
    String file,
    Map<String, List<Sentence>> sentences,
    Map<String, List<Source>> sources,
    List<Node> strays) {

  /**
   * Reads a words file.
   *
   * @throws InvalidPackException where it is no YAML
   */
  public static Words read(String file, String text) {
    try {
      return of(Yaml.read(file, text));
    } catch (NotYaml e) {
      throw new InvalidPackException(List.of(e.fault()));
    }
  }

  static Words of(Node root) {
    Words words =
        new Words(
            root.source().file(), new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    words.add("", root);
    return words;
  }

  private void add(String path, Node node) {
    if (node instanceof Node.Mapping map) {
      map.each((name, child) -> add(path.isEmpty() ? name : path + "/" + name, child));
    } else if (node instanceof Node.Items list) {
      List<Node.Scalar> items =
          list.items().stream()
              .filter(Node.Scalar.class::isInstance)
              .map(Node.Scalar.class::cast)
              .toList();
      list.items().stream().filter(item -> !(item instanceof Node.Scalar)).forEach(strays::add);
      sentences.put(path, items.stream().map(item -> new Sentence(item.text())).toList());
      sources.put(
          path,
          items.isEmpty()
              ? List.of(list.source())
              : items.stream().map(Node.Scalar::source).toList());
    } else if (node instanceof Node.Scalar scalar) {
      sentences.put(path, List.of(new Sentence(scalar.text())));
      sources.put(path, List.of(scalar.source()));
    }
  }

  /** Returns the sentence at a path, or nothing; of a list, the first. */
  public Optional<Sentence> at(String path) {
    return listAt(path).stream().findFirst();
  }

  /** Returns the sentences at a path, none where there is no such path. */
  public List<Sentence> listAt(String path) {
    return sentences.getOrDefault(path, List.of());
  }

  /** Returns where the sentences at a path stand; where there are none, the file. */
  public Source source(String path) {
    return sources.getOrDefault(path, List.of(Source.of(file))).get(0);
  }

  /** Returns where one of the sentences at a path stands, by its index from 0 on. */
  public Source source(String path, int index) {
    return sources.getOrDefault(path, List.of(Source.of(file))).get(index);
  }
}
