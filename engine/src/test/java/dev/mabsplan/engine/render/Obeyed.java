package dev.mabsplan.engine.render;

import java.util.List;
import java.util.regex.Pattern;

/** Finds what a terminal would obey instead of showing it. */
final class Obeyed {

  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|[bfnrt])");

  private Obeyed() {}

  /** Returns what a terminal obeys in a text, line feeds left out. */
  static List<String> in(String text) {
    return text.codePoints()
        .filter(
            c ->
                c != '\n'
                    && (Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        || Character.getType(c) == Character.SURROGATE))
        .mapToObj(c -> String.format("U+%04X", c))
        .toList();
  }

  /** Returns the escapes in JSON that a reader would turn into something that is obeyed. */
  static List<String> inEscapes(String json) {
    return ESCAPE
        .matcher(json.replace("\\\\", ""))
        .results()
        .map(result -> result.group())
        .toList();
  }
}
