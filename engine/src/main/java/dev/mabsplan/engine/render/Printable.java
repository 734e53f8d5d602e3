package dev.mabsplan.engine.render;

import java.util.ArrayList;
import java.util.List;

/** Makes text that came from outside fit to print. */
public final class Printable {

  private Printable() {}

  /**
   * Returns a text without anything a terminal would obey: control and format characters become
   * blanks, so that neither an escape sequence nor a change of direction can hide what is printed.
   */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean obeyed =
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR
                      || type == Character.SURROGATE;
              printable.appendCodePoint(obeyed ? ' ' : c);
            });
    return printable.toString();
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
