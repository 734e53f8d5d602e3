package dev.mabsplan.facts.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that is searched for secrets: where its lines end, and what was found so far. */
final class SecretSearch {

  /** A part of the text that is secret. A quoted one gets quotes, which JSON needs. */
  private record Span(int start, int end, String what, boolean quoted) {}

  /** A mark at the end of what brackets closed. */
  private static final String CUT_MARK = "[secret";

  /** Values that say how it stands with a secret and not what it is. */
  private static final Set<String> STATES =
      Set.of(
          "null",
          "(null)",
          "$null",
          "true",
          "false",
          "yes",
          "no",
          "ja",
          "nej",
          "none",
          "n/a",
          "set",
          "not set",
          "configured",
          "not configured",
          "unknown",
          "expired",
          "incorrect",
          "invalid",
          "missing",
          "required",
          "changed",
          "utgånget",
          "felaktigt",
          "ogiltigt",
          "saknas",
          "system.security.securestring",
          "parameter",
          "*",
          "-");

  /** As much as the longest message has, with what stands for its placeholders. */
  private static final int LONGEST_MESSAGE = 1000;

  /** What else can stand behind a message is a sentence, a number or a code. */
  private static final Pattern WORD_BEHIND =
      Pattern.compile(
          "[\\s.,;:!\"'-]*+(?!0x\\p{XDigit}|ID\\b|[\\p{L}_-]{2,40}+[:=])"
              + "((?=\\S*\\p{L})(?=\\S*[\\d!@#$%^*_])[^\\s(\\[]\\S{3,80})[\\s.\"']*+");

  private final String text;
  private final Messages messages;
  private final List<Span> spans = new ArrayList<>();
  private int[] ends = {};
  private boolean indexed;
  private int lastLine = -1;
  private boolean lastIsJson;

  SecretSearch(String text, Messages messages) {
    this.text = text;
    this.messages = messages;
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : '\0';
  }

  /** Returns a matcher that begins at a place and sees what stands before it. */
  Matcher matcher(Pattern pattern) {
    return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  /** Returns the first place from one on where a character is as wanted, or the end. */
  int first(int from, int to, IntPredicate wanted) {
    int at = from;
    while (at < to && !wanted.test(text.charAt(at))) {
      at++;
    }
    return at;
  }

  // Lines

  private int line(int index) {
    if (!indexed) {
      indexed = true;
      ends = ends(text);
    }
    int found = Arrays.binarySearch(ends, index);
    return found < 0 ? -found - 1 : found;
  }

  private static int[] ends(String text) {
    int[] ends = new int[16];
    int count = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, count * 2);
      }
      ends[count++] = end;
    }
    return Arrays.copyOf(ends, count);
  }

  int endOfLine(int from) {
    int line = line(from);
    return line < ends.length ? ends[line] : text.length();
  }

  int startOfLine(int index) {
    int line = line(index);
    return line == 0 ? 0 : ends[line - 1] + 1;
  }

  /** Whether nothing but blanks stands before a place in its line. */
  boolean isFirst(int index) {
    return first(startOfLine(index), index, c -> !Character.isWhitespace(c)) == index;
  }

  /** Whether a place is inside a text of JSON, where a backslash and an n are the end of a line. */
  boolean insideJson(int index) {
    int line = line(index);
    if (line != lastLine) {
      int first = first(startOfLine(index), endOfLine(index), c -> !Character.isWhitespace(c));
      lastLine = line;
      lastIsJson = "\"{[".indexOf(at(first)) >= 0;
    }
    return lastIsJson;
  }

  // What was found

  /**
   * Takes what stands between two places, unless it says how it stands with a secret or is a
   * message.
   *
   * @return where to look on: the end, or that of a message, behind which a secret can stand
   */
  int secret(int start, int end, String what) {
    return secret(start, end, what, false);
  }

  int secret(int start, int end, String what, boolean quoted) {
    if (end <= start || !isSecret(text.substring(start, end))) {
      return end;
    }
    int message = endOfMessage(start);
    if (message == start) {
      spans.add(new Span(start, end, what, quoted));
      return end;
    }
    wordBehind(message, end, what);
    return Math.min(message, end);
  }

  /** Whether a mark stands between two places, or reaches over one of them. */
  boolean holdsMark(int start, int end) {
    int reach = Secrets.MARK.length() - 1;
    return text.substring(Math.max(0, start - reach), Math.min(text.length(), end + reach))
        .contains(Secrets.MARK);
  }

  private int endOfMessage(int start) {
    return start
        + messages.endOfKnown(
            text.substring(start, Math.min(text.length(), start + LONGEST_MESSAGE)));
  }

  private void wordBehind(int message, int end, String what) {
    if (message < end) {
      Matcher word = matcher(WORD_BEHIND).region(message, end);
      if (word.matches()) {
        spans.add(new Span(word.start(1), word.end(1), what, false));
      }
    }
  }

  /** Returns whether a value may be a secret, and does not only say how it stands with one. */
  static boolean isSecret(String written) {
    String value = written.strip();
    return !value.isEmpty()
        && !isTakenOut(value)
        && !STATES.contains(value.length() > 40 ? value : value.toLowerCase(Locale.ROOT));
  }

  /** Marks side by side, and quotation marks between them, hold nothing any more. */
  private static boolean isTakenOut(String value) {
    String whole = value.endsWith(CUT_MARK) ? value + ']' : value;
    return whole.contains(Secrets.MARK)
        && whole.replace(Secrets.MARK, "").codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** Returns the text without what was found. */
  Secrets.Cleaned cleaned() {
    if (spans.isEmpty()) {
      return new Secrets.Cleaned(text, List.of());
    }
    spans.sort(
        Comparator.comparingInt(Span::start)
            .thenComparing(Comparator.comparingInt(Span::end).reversed()));
    StringBuilder clean = new StringBuilder(text.length());
    List<Secrets.Removal> removals = new ArrayList<>();
    int done = 0;
    int remarked = 0;
    for (Span span : spans) {
      if (span.end() <= done) {
        continue;
      }
      boolean goesOn = span.start() < done;
      int start = Math.max(done, span.start());
      clean.append(text, done, start);
      String secret = text.substring(start, span.end());
      if (!goesOn || secret.indexOf('\n') >= 0) {
        clean.append(masked(secret, span.quoted()));
      }
      int line = line(first(start, span.end(), c -> !Character.isWhitespace(c))) + 1;
      if (line != remarked) {
        removals.add(new Secrets.Removal(line, span.what()));
        remarked = line;
      }
      done = span.end();
    }
    clean.append(text, done, text.length());
    return new Secrets.Cleaned(clean.toString(), removals);
  }

  /** Returns a mark for each line of a secret that is not blank. */
  private static String masked(String secret, boolean quoted) {
    String mark = quoted ? '"' + Secrets.MARK + '"' : Secrets.MARK;
    if (secret.indexOf('\n') < 0) {
      return secret.isBlank() ? secret : mark;
    }
    StringBuilder masked = new StringBuilder();
    for (String line : secret.split("\n", -1)) {
      masked.append(line.isBlank() ? line : mark).append('\n');
    }
    return masked.substring(0, masked.length() - 1);
  }
}
