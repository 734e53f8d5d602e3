package dev.mabsplan.engine.symptom.text;

import org.jspecify.annotations.Nullable;

/**
 * A number or code that a text mentions.
 *
 * @param place how it stands in the text
 * @param id the number in the product's catalogue; null for a code
 * @param found the number or code as it is written
 * @param start where it begins
 * @param end where it ends
 */
public record Mention(Place place, @Nullable Integer id, String found, int start, int end) {

  /** How a number or code stands in a text. */
  public enum Place {
    /** At the end of the message it belongs to, as in {@code … is inconsistent. (ID 3106)}. */
    TAIL,
    /** At the head of the message it belongs to, as in {@code Error 319: The agent …}. */
    HEAD,
    /** Within a message, in brackets: the same number in hexadecimal. */
    TAG,
    /** Within a sentence, as people say a number they know. */
    ASIDE,
    /** Within a sentence, behind a word that says that it is a number of an error. */
    CALLED,
    /** A code, which belongs to the message it stands in. */
    CODE
  }
}
