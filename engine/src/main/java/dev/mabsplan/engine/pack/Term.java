package dev.mabsplan.engine.pack;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that reports speak of, and the words they use for it in each language.
 *
 * @param name its name in tellings, such as {@code replica}
 * @param words words and phrases by language ({@code any} for names that are in none); a star
 *     stands for the rest of a word, and between the words of a phrase up to two others may stand
 */
public record Term(String name, Map<String, List<String>> words) {

  /** The language of what is called the same in every one. */
  public static final String ANY = "any";

  /** The languages that people report in. Only in the first three a report decides. */
  public static final Set<String> LANGUAGES = Set.of(ANY, "en", "sv", "de", "fr", "da", "nb");

  private static final Set<String> DECIDING = Set.of(ANY, "en", "sv");

  /** Makes the words unmodifiable. */
  public Term {
    words = Map.copyOf(words);
  }

  /**
   * Tells whether what is said in a language can decide: in the others the packs know words and no
   * messages, so that a report in them is a hint.
   */
  public static boolean decides(String language) {
    return DECIDING.contains(language);
  }
}
