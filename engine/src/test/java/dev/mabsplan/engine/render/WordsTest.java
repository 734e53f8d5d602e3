package dev.mabsplan.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.explain.Explainer;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.pack.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the planner says itself, it says in both languages. */
class WordsTest {

  private static Map<String, List<Set<String>>> placeholders(Class<?> beside, Language language) {
    Map<String, List<Set<String>>> all = new TreeMap<>();
    Words.beside(beside, language)
        .sentences()
        .forEach(
            (path, sentences) ->
                all.put(path, sentences.stream().map(Sentence::placeholders).toList()));
    return all;
  }

  @ParameterizedTest
  @ValueSource(classes = {Explainer.class, PlanText.class})
  void bothLanguagesHaveTheSamePlaces(Class<?> beside) {
    assertEquals(
        new TreeSet<>(Words.beside(beside, Language.ENGLISH).sentences().keySet()),
        new TreeSet<>(Words.beside(beside, Language.SWEDISH).sentences().keySet()));
  }

  @ParameterizedTest
  @ValueSource(classes = {Explainer.class, PlanText.class})
  void bothLanguagesFillInTheSame(Class<?> beside) {
    assertEquals(placeholders(beside, Language.ENGLISH), placeholders(beside, Language.SWEDISH));
  }
}
