package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of one file, by their path in it, such as {@code remedies/let-vss-start/title}. A list
 * counts as its items.
 *
 * @param sentences the sentences
 */
public record Words(Map<String, List<Sentence>> sentences) {

  /**
   * Reads a words file.
   *
   * @throws InvalidPackException where it is no YAML
   */
  public static Words read(String file, String text) {
    try {
      return of(YamlNode.read(file, text));
    } catch (YamlNode.NotYaml e) {
      throw new InvalidPackException(
          List.of(new Fault("YAML", String.valueOf(e.getMessage()), e.source(), null)));
    }
  }

  /**
   * Reads the words that stand beside a class, in {@code words.en.yaml} and its like.
   *
   * @throws IllegalStateException where there are none, which is a fault of the build
   */
  public static Words beside(Class<?> type, Language language) {
    String file = "words." + language.tag() + ".yaml";
    try (InputStream in = type.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file + " beside " + type.getName());
      }
      return read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Words of(YamlNode root) {
    Map<String, List<Sentence>> sentences = new LinkedHashMap<>();
    flatten("", root, sentences);
    return new Words(sentences);
  }

  private static void flatten(String path, YamlNode node, Map<String, List<Sentence>> sentences) {
    if (node instanceof YamlNode.Mapping map) {
      map.fields()
          .forEach(
              (name, child) ->
                  flatten(path.isEmpty() ? name : path + "/" + name, child, sentences));
    } else if (node instanceof YamlNode.Items list) {
      sentences.put(
          path,
          list.items().stream()
              .filter(YamlNode.Scalar.class::isInstance)
              .map(item -> new Sentence(((YamlNode.Scalar) item).text()))
              .toList());
    } else if (node instanceof YamlNode.Scalar scalar) {
      sentences.put(path, List.of(new Sentence(scalar.text())));
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
}
