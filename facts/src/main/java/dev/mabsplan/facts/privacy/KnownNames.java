package dev.mabsplan.facts.privacy;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Finds names that are known wherever they stand as words, the longest first, also with the {@code
 * s} of a genitive. Takes as long for ten thousand names as for ten.
 */
final class KnownNames {

  private final Set<String> names = new HashSet<>();
  private final int longest;

  /**
   * Creates a finder.
   *
   * @param names names in small letters
   */
  KnownNames(Collection<String> names) {
    this.names.addAll(names);
    this.longest = names.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Returns a text in which each name is replaced, which is handed over in small letters. */
  String replaced(String text, UnaryOperator<String> with) {
    if (names.isEmpty()) {
      return text;
    }
    StringBuilder replaced = new StringBuilder(text.length());
    int done = 0;
    int at = 0;
    while (at < text.length()) {
      int end = isWord(text, at) && !isWord(text, at - 1) ? endOfName(text, at) : at;
      if (end > at) {
        replaced.append(text, done, at);
        replaced.append(with.apply(text.substring(at, end).toLowerCase(Locale.ROOT)));
        done = end;
        at = end;
      } else {
        at++;
      }
    }
    return done == 0 ? text : replaced.append(text, done, text.length()).toString();
  }

  /** Returns where the longest name ends that begins at a place, or the place where none does. */
  private int endOfName(String text, int start) {
    int limit = Math.min(text.length(), start + longest);
    for (int end = limit; end > start; end--) {
      if (mayEnd(text, end)
          && names.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
        return end;
      }
    }
    return start;
  }

  /** A name goes on in a letter, a digit, and a hyphen with a number, but for a genitive. */
  private static boolean mayEnd(String text, int end) {
    if (isWord(text, end)) {
      return (text.charAt(end) == 's' || text.charAt(end) == 'S') && !isWord(text, end + 1);
    }
    boolean number =
        end + 1 < text.length()
            && text.charAt(end) == '-'
            && Character.isDigit(text.charAt(end + 1));
    return !number;
  }

  private static boolean isWord(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }
}
