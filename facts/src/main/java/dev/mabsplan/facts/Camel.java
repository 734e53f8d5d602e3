package dev.mabsplan.facts;

import java.util.Locale;

/**
 * Spells constants the way the documents do: {@code PROTECTED_SERVER} is {@code protectedServer}.
 */
public final class Camel {

  private Camel() {}

  /** Returns the lower camel case of a constant's name. */
  public static String lower(String constant) {
    StringBuilder word = new StringBuilder(constant.length());
    boolean capital = false;
    for (char c : constant.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c == '_') {
        capital = true;
      } else {
        word.append(capital ? Character.toUpperCase(c) : c);
        capital = false;
      }
    }
    return word.toString();
  }

  /** Returns the word a document uses for a constant. */
  public static String word(Enum<?> constant) {
    return lower(constant.name());
  }
}
