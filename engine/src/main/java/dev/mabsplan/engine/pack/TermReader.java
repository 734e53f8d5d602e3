package dev.mabsplan.engine.pack;

import dev.mabsplan.engine.pack.YamlNode.Items;
import dev.mabsplan.engine.pack.YamlNode.Mapping;
import dev.mabsplan.engine.pack.YamlNode.Scalar;
import dev.mabsplan.facts.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads terms: a name, and under it words by language. */
final class TermReader {

  private TermReader() {}

  /**
   * Reads terms.
   *
   * @param node the mapping of names to words; null where there are none
   * @param faults takes what is wrong
   */
  static List<Term> read(@Nullable YamlNode node, List<Fault> faults) {
    List<Term> terms = new ArrayList<>();
    if (node == null) {
      return terms;
    }
    if (!(node instanceof Mapping named)) {
      faults.add(
          new Fault(
              "terms by name",
              node.describe(),
              node.source(),
              "write replica: {en: [replica], sv: [replik*]}"));
      return terms;
    }
    named.fields().forEach((name, words) -> terms.add(term(name, words, faults)));
    return terms;
  }

  private static Term term(String name, YamlNode node, List<Fault> faults) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    if (!(node instanceof Mapping languages)) {
      faults.add(
          new Fault("words by language", node.describe(), node.source(), "write {en: [replica]}"));
      return new Term(name, words);
    }
    languages
        .fields()
        .forEach(
            (language, list) -> {
              if (!Term.LANGUAGES.contains(language)) {
                faults.add(
                    new Fault(
                        "one of " + String.join(", ", Term.LANGUAGES.stream().sorted().toList()),
                        "\"" + language + "\"",
                        list.source(),
                        "write any for what is called the same in every language"));
              }
              words.put(language, texts(list, faults));
            });
    return new Term(name, words);
  }

  private static List<String> texts(YamlNode node, List<Fault> faults) {
    List<String> texts = new ArrayList<>();
    if (!(node instanceof Items list)) {
      faults.add(
          new Fault("a list of words", node.describe(), node.source(), "write it in brackets"));
      return texts;
    }
    for (YamlNode item : list.items()) {
      if (item instanceof Scalar scalar && !scalar.text().isBlank()) {
        texts.add(scalar.text());
      } else {
        faults.add(new Fault("a word or a phrase", item.describe(), item.source(), null));
      }
    }
    return texts;
  }
}
