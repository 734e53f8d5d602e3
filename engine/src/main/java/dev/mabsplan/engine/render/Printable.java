package dev.mabsplan.engine.render;

/** Makes text that came from outside safe to print. */
final class Printable {

  private Printable() {}

  /**
   * Returns a text without anything a terminal would obey: control and format characters become
   * blanks, so that neither an escape sequence nor a change of direction can hide what is printed.
   */
  static String of(String text) {
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
}
