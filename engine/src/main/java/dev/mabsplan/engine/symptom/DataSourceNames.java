package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.DataSourcePhrase;
import dev.mabsplan.engine.symptom.text.Passage;
import dev.mabsplan.facts.DataSourceType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the name of a data source from what the product writes before it. */
final class DataSourceNames {

  private record Phrase(DataSourceType type, KnownMessage words) {}

  /** A data source: its name alone, and its type where its name tells. */
  record NamedSource(String name, @Nullable DataSourceType type) {}

  private final List<Phrase> phrases;

  DataSourceNames(Collection<DataSourcePhrase> phrases) {
    this.phrases =
        phrases.stream()
            .map(phrase -> new Phrase(phrase.type(), new KnownMessage(phrase.phrase())))
            // the phrase that says most decides
            .sorted(Comparator.comparingInt((Phrase phrase) -> -phrase.words().length()))
            .toList();
  }

  /** Returns the data source that is written so, or null where nothing is. */
  @Nullable NamedSource in(@Nullable String written) {
    String name = trimmed(written);
    if (name == null) {
      return null;
    }
    Passage whole = new Passage(name, false, number -> false);
    for (Phrase phrase : phrases) {
      Map<String, String> values = phrase.words().valuesOfWhole(whole);
      if (values != null) {
        return new NamedSource(values.getOrDefault("name", name), phrase.type());
      }
    }
    return new NamedSource(name, null);
  }

  /**
   * Returns a name without the blanks and quotation marks around it, or null where none is left.
   */
  static @Nullable String trimmed(@Nullable String value) {
    if (value == null) {
      return null;
    }
    int start = 0;
    int end = value.length();
    while (start < end && isMargin(value.charAt(start))) {
      start++;
    }
    while (end > start && (isMargin(value.charAt(end - 1)) || value.charAt(end - 1) == '.')) {
      end--;
    }
    return start == end ? null : value.substring(start, end);
  }

  private static boolean isMargin(char c) {
    return Character.isWhitespace(c) || "\"'“”„«»‘’".indexOf(c) >= 0;
  }
}
