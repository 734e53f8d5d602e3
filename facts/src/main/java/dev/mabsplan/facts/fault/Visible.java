package dev.mabsplan.facts.fault;

/**
 * Tells what a person sees of a text from what a terminal would obey, and from what shows nothing.
 */
public final class Visible {

  /**
   * Letters, marks and signs that show nothing: joiners and fillers of Hangul, Khmer and Braille.
   * Several of them look like blanks, so that a name of them could stand for a line of its own.
   */
  private static final String FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

  private Visible() {}

  /** Returns whether a character, by its code point, is one that is seen, or a blank. */
  public static boolean is(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> FILLERS.indexOf(c) < 0;
    };
  }
}
