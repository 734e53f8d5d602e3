package dev.mabsplan.facts.fault;

import java.util.Locale;

/** Spells out what a terminal would obey and half a character: an input never steers a terminal. */
public final class Escaped {

  private Escaped() {}

  /** Returns a text in which each such character is written as in JSON; line feeds too. */
  public static String of(CharSequence text) {
    return of(text, false);
  }

  /**
   * Returns a text in which each such character is written as in JSON.
   *
   * @param inLines whether line feeds stay, since they end lines
   */
  public static String of(CharSequence text, boolean inLines) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Visible.is(c) || (inLines && c == '\n')) {
                shown.appendCodePoint(c);
              } else {
                for (char unit : Character.toChars(c)) {
                  shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
              }
            });
    return shown.toString();
  }
}
