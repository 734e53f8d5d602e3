package dev.mabsplan.facts.fault;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input.
 *
 * @param expected what should be there
 * @param found what is there
 * @param source where; null where the input was not read from anywhere
 * @param hint what to do next, such as the nearest known name; null where there is nothing to say
 */
public record Fault(String expected, String found, @Nullable Source source, @Nullable String hint)
    implements Serializable {

  private static final int LONGEST_SHOWN = 60;

  /** Returns everything about the fault in one line. */
  public String message() {
    StringBuilder line = new StringBuilder();
    if (source != null) {
      line.append(source);
      if (!source.pointer().isEmpty()) {
        line.append(", ").append(source.pointer());
      }
      line.append(": ");
    }
    line.append("expected ").append(expected).append("; found ").append(found);
    if (hint != null) {
      line.append("; ").append(hint);
    }
    return Escaped.of(line);
  }

  /** Returns a text from an input as a fault shows it: in quotes and {@link #shorten shortened}. */
  public static String quote(String text) {
    return '"' + shorten(text) + '"';
  }

  /** Returns a text from an input, cut where it would fill more than a line. */
  public static String shorten(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }

  @Override
  public String toString() {
    return message();
  }
}
