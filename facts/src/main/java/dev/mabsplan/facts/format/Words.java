package dev.mabsplan.facts.format;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Numbers and words in which something is written, in any case, and what each stands for. Some are
 * known and stand for nothing that a fact holds. Immutable.
 *
 * @param <V> what they stand for
 */
public final class Words<V> {

  private final UnaryOperator<String> folding;
  private final Map<String, Optional<V>> meanings;

  private Words(UnaryOperator<String> folding, Map<String, Optional<V>> meanings) {
    this.folding = folding;
    this.meanings = meanings;
  }

  /** Returns no words yet. */
  public static <V> Words<V> none() {
    return new Words<>(word -> word, Map.of());
  }

  /** Returns no words yet, of which some are written with blanks or underscores within. */
  public static <V> Words<V> noneOfParts() {
    return new Words<>(word -> word.replace(" ", "").replace("_", ""), Map.of());
  }

  /** Returns these, and some, in small letters, that stand for something. */
  public Words<V> and(V meaning, String... words) {
    return with(Optional.of(meaning), words);
  }

  /** Returns these, and some, in small letters, that stand for nothing that a fact holds. */
  public Words<V> andOther(String... words) {
    return with(Optional.empty(), words);
  }

  private Words<V> with(Optional<V> meaning, String... words) {
    Map<String, Optional<V>> more = new LinkedHashMap<>(meanings);
    for (String word : words) {
      more.put(word, meaning);
    }
    return new Words<>(folding, more);
  }

  /** Returns whether a word is one of them. */
  public boolean has(String written) {
    return meanings.containsKey(folded(written));
  }

  /** Returns what a word stands for; nothing where it is none, or no fact holds that. */
  public Optional<V> meaning(String written) {
    return meanings.getOrDefault(folded(written), Optional.empty());
  }

  private String folded(String written) {
    return folding.apply(written.strip()).toLowerCase(Locale.ROOT);
  }
}
