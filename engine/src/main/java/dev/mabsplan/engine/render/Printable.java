package dev.mabsplan.engine.render;

import dev.mabsplan.facts.fault.Visible;
import java.util.ArrayList;
import java.util.List;

/** Makes text that came from outside fit to print. */
public final class Printable {

  private static final char NO_BREAK = '\u00a0';

  private Printable() {}

  /**
   * Returns a text without anything a terminal would obey: control and format characters become
   * blanks, so that neither an escape sequence nor a change of direction can hide what is printed.
   * So do letters that show nothing, and blanks at which no line is broken, but for the one behind
   * a number: a name full of them would stand in a line of its own, like a step.
   */
  public static String of(String text) {
    return isPlain(text) ? text : cleaned(text);
  }

  /** Nearly every text is, and need not be written anew. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      boolean kept = isShown(text.codePointAt(i)) || isBehindNumber(text, i);
      printable.appendCodePoint(kept ? text.codePointAt(i) : ' ');
    }
    return printable.toString();
  }

  /** What is no character, such as U+FFFE, stands in no document of XML either. */
  private static boolean isShown(int c) {
    return (c & 0xfffe) != 0xfffe
        && Visible.is(c)
        && (c == ' ' || Character.getType(c) != Character.SPACE_SEPARATOR);
  }

  private static boolean isBehindNumber(String text, int at) {
    return text.charAt(at) == NO_BREAK
        && at > 0
        && Character.isDigit(text.charAt(at - 1))
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  /** Returns a text in lines of at most a width, but never breaks a word. */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : of(text).strip().split(" +", -1)) {
      if (!line.isEmpty() && line.length() + 1 + piece.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(piece);
    }
    lines.add(line.toString());
    return lines;
  }
}
