package dev.mabsplan.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.pack.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PhrasesTest {

  private static Map<String, Set<String>> placeholders(Language language) {
    Map<String, Set<String>> placeholders = new TreeMap<>();
    Map<String, List<Sentence>> sentences = Words.beside(Phrases.class, language).sentences();
    sentences.forEach(
        (path, texts) -> {
          Set<String> names = new TreeSet<>();
          texts.forEach(text -> names.addAll(text.placeholders()));
          placeholders.put(path, names);
        });
    return placeholders;
  }

  @Test
  void everyLanguageHasTheSamePhrasesWithTheSamePlaces() {
    for (Language language : Language.values()) {
      assertEquals(placeholders(Language.ENGLISH), placeholders(language));
    }
  }
}
