package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads terms: a name, and under it words by language. */
final class TermReader extends Form {

  private static final String LANGUAGES =
      String.join(", ", Term.LANGUAGES.stream().sorted().toList());

  TermReader(Collection<Fault> faults) {
    super(faults);
  }

  /**
   * Reads terms.
   *
   * @param node the mapping of names to words; null where there are none
   */
  List<Term> read(@Nullable Node node) {
    List<Term> terms = new ArrayList<>();
    if (node != null) {
      mapping(node, "terms by name", "write replica: {en: [replica], sv: [replik*]}")
          .each((name, words) -> terms.add(term(name, words)));
    }
    return terms;
  }

  private Term term(String name, Node node) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    Mapping languages = mapping(node, "words by language", "write {en: [replica]}");
    for (String language : languages.names()) {
      Node list = languages.get(language);
      if (list != null && !Term.LANGUAGES.contains(language)) {
        fault(
            "one of " + LANGUAGES,
            "\"" + language + "\"",
            list.source(),
            "write any for what is called the same in every language");
      }
      words.put(language, texts(languages, language));
    }
    return new Term(name, words);
  }

  private List<String> texts(Mapping languages, String language) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(languages, language, "a list of words", no -> "write it in brackets")) {
      if (item instanceof Scalar scalar && !scalar.text().isBlank()) {
        texts.add(scalar.text());
      } else {
        fault("a word or a phrase", item, null);
      }
    }
    return texts;
  }
}
