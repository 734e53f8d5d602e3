package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.text.CopiedText;
import dev.mabsplan.engine.symptom.text.Letters;
import dev.mabsplan.engine.symptom.text.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message of the product, to be found in texts: literal stretches with a placeholder between each
 * two. Only letters and digits are compared.
 */
final class KnownMessage {

  /**
   * Where a message was found.
   *
   * @param start its first letter
   * @param end the letter after its last
   * @param values what stands for the placeholders, by name; none for one that is cut off
   * @param literals how many letters of the message itself were there
   */
  record Match(int start, int end, Map<String, String> values, int literals) {}

  /** How much work one error may cause; no text that says something comes near it. */
  static final class Effort {
    private int left = 20_000_000;

    boolean spend(int work) {
      left -= work;
      return left > 0;
    }
  }

  /** A literal stretch: its letters, and the marks around them, which belong to no placeholder. */
  private record Literal(String letters, String before, String after) {

    static Literal of(String raw) {
      int first = 0;
      while (first < raw.length() && !Character.isLetterOrDigit(raw.charAt(first))) {
        first++;
      }
      int last = raw.length();
      while (last > first && !Character.isLetterOrDigit(raw.charAt(last - 1))) {
        last--;
      }
      return new Literal(Letters.of(raw).letters(), raw.substring(0, first), raw.substring(last));
    }

    boolean hasNoLetters() {
      return letters.isEmpty();
    }
  }

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
  private static final String SERVER = "server";
  private static final String DATA_SOURCE = "dataSource";

  /** What headings of pages write in place of a name. */
  private static final Set<String> ANY_SERVER = Set.of("server", "servern", "computer", "datorn");

  private static final int LONGEST_VALUE = 200;
  private static final int LEAST_OF_CUT = 24;
  private static final int CERTAIN = 8;
  private static final Pattern UNFILLED = Pattern.compile("(?:<[^<>]{1,80}>\\s{0,3}){1,3}");
  private static final Pattern DRIVE_LETTER = Pattern.compile("(?:^|[^\\p{L}\\d])[A-Za-z]$");

  private final List<Literal> literals = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final int length;
  private final String longest;
  private final String marksAtEnd;

  KnownMessage(String message) {
    String clean = CopiedText.clean(message);
    Matcher placeholder = PLACEHOLDER.matcher(clean);
    int from = 0;
    while (placeholder.find()) {
      Literal literal = Literal.of(clean.substring(from, placeholder.start()));
      if (literal.hasNoLetters() && !names.isEmpty()) {
        // two placeholders side by side cannot be told apart
        names.add(preferred(names.remove(names.size() - 1), placeholder.group(1)));
      } else {
        literals.add(literal);
        names.add(placeholder.group(1));
      }
      from = placeholder.end();
    }
    literals.add(Literal.of(clean.substring(from)));
    Literal last = literals.get(literals.size() - 1);
    marksAtEnd = (last.hasNoLetters() ? last.before() : last.after()).replaceAll("[\\s.!…]", "");
    length = literals.stream().mapToInt(literal -> literal.letters().length()).sum();
    longest =
        literals.stream()
            .map(Literal::letters)
            .reduce("", (a, b) -> b.length() > a.length() ? b : a);
  }

  private static String preferred(String left, String right) {
    return right.equals(SERVER) || right.equals(DATA_SOURCE) ? right : left;
  }

  /** Returns how many letters the message has of its own. */
  int length() {
    return length;
  }

  /** Returns where the whole message stands in a passage. */
  List<Match> in(Passage passage, Effort effort) {
    String text = passage.letters().letters();
    List<Match> matches = new ArrayList<>();
    if (length == 0 || !text.contains(longest)) {
      return matches;
    }
    Search search = new Search(passage, effort);
    String first = literals.get(0).letters();
    int start = nextStart(passage, first, 0);
    while (start >= 0 && effort.spend(1)) {
      Match match = search.whole(start);
      if (match != null) {
        matches.add(match);
      }
      start = nextStart(passage, first, match == null ? start + 1 : match.end());
    }
    return matches;
  }

  /** Returns the letters that it begins with, up to its first placeholder. */
  String beginning() {
    return literals.get(0).letters();
  }

  /**
   * Returns the letter after the last of this message in a passage that begins with it, and 0 where
   * none does.
   *
   * @param cut whether the larger part of it is enough, where the passage ends or leaves out more
   */
  int endAtBeginning(Passage passage, boolean cut, Effort effort) {
    Match whole = new Search(passage, effort).whole(0);
    if (whole != null) {
      return whole.end();
    }
    int end = 0;
    for (int place : cut ? passage.cuts() : List.<Integer>of()) {
      Match begun = cutOff(passage, 0, place, effort);
      end = begun != null && isEnough(begun) ? begun.end() : end;
    }
    return end;
  }

  private static int nextStart(Passage passage, String first, int from) {
    int start = from;
    while (true) {
      start =
          first.isEmpty()
              ? passage.nextBeginning(start)
              : passage.letters().letters().indexOf(first, start);
      if (start < 0 || passage.begins(start)) {
        return start;
      }
      start++;
    }
  }

  /**
   * Returns how this message goes from a letter up to a cut, or null where the text says something
   * else.
   */
  @Nullable Match cutOff(Passage passage, int start, int cut, Effort effort) {
    String first = literals.get(0).letters();
    int shared = Math.min(first.length(), cut - start);
    return passage.letters().letters().regionMatches(start, first, 0, shared) && effort.spend(1)
        ? new Search(passage, effort).upTo(start, cut)
        : null;
  }

  /** Whether a cut leaves enough of this message to know it by. */
  boolean isEnough(Match match) {
    return match.literals() >= LEAST_OF_CUT && match.literals() * 2 >= length;
  }

  /** Returns what stands for the placeholders where this is all a passage says, or null. */
  @Nullable Map<String, String> valuesOfWhole(Passage passage) {
    Search search = new Search(passage, new Effort());
    search.toTheEnd = true;
    Match match = search.whole(0);
    return match == null ? null : match.values();
  }

  /** One message looked for in one passage. */
  private final class Search {
    private final Passage passage;
    private final Letters letters;
    private final String text;
    private final Effort effort;
    private final Set<Long> dead = new HashSet<>();
    private final int[] valueStarts = new int[names.size()];
    private final int[] valueEnds = new int[names.size()];
    private boolean toTheEnd;

    Search(Passage passage, Effort effort) {
      this.passage = passage;
      this.letters = passage.letters();
      this.text = letters.letters();
      this.effort = effort;
    }

    @Nullable Match whole(int start) {
      int end = wholeFrom(0, start);
      if (end < 0) {
        return null;
      }
      return new Match(start, end, values(names.size()), length);
    }

    /** Returns the end of the message whose literal {@code k} begins at a letter, or −1. */
    private int wholeFrom(int k, int at) {
      String literal = literals.get(k).letters();
      if (!text.startsWith(literal, at)) {
        return -1;
      }
      int next = at + literal.length();
      if (k == names.size()) {
        return isEnd(next, false) ? next : -1;
      }
      long state = ((long) k << 32) | next;
      if (dead.contains(state) || (!literal.isEmpty() && !separatedAfter(k, next))) {
        return -1;
      }
      Literal following = literals.get(k + 1);
      boolean last = k + 1 == names.size() && following.hasNoLetters();
      valueStarts[k] = next;
      for (int end = next + 1; valueMayEnd(k, next, end) && effort.spend(1); end++) {
        valueEnds[k] = end;
        if (last) {
          if (isEnd(end, true)) {
            return end;
          }
        } else if (text.startsWith(following.letters(), end) && separatedBefore(k + 1, end)) {
          int found = wholeFrom(k + 1, end);
          if (found >= 0) {
            return found;
          }
        }
      }
      dead.add(state);
      return -1;
    }

    private boolean isEnd(int end, boolean name) {
      if (toTheEnd) {
        return end == letters.length();
      }
      // a name that goes on in the next word is not at its end
      return (end == letters.length() || letters.separated(end))
          && passage.ends(end, name, marksAtEnd);
    }

    private boolean separatedAfter(int k, int next) {
      return literals.get(k).after().isEmpty() || letters.separated(next);
    }

    private boolean separatedBefore(int k, int at) {
      return literals.get(k).before().isEmpty() || letters.separated(at);
    }

    /** Whether the letters up to {@code end} may stand for placeholder {@code k}. */
    private boolean valueMayEnd(int k, int start, int end) {
      if (end > letters.length()
          || letters.endOrigin(end) - letters.origin(start) > LONGEST_VALUE) {
        return false;
      }
      if (end == start + 1) {
        return true;
      }
      int from = letters.endOrigin(end - 1);
      int to = letters.origin(end - 1);
      if (to <= from) {
        // a contraction that was written out: several letters stand for one place in the text
        return true;
      }
      String gap = passage.text().substring(from, to);
      boolean server = names.get(k).equals(SERVER);
      if (gap.indexOf('\t') >= 0 || gap.indexOf('|') >= 0 || gap.contains("\n\n")) {
        return false;
      }
      if (server && (gap.indexOf(' ') >= 0 || gap.indexOf('(') >= 0)) {
        return false;
      }
      boolean sentence =
          ".!?".indexOf(gap.charAt(0)) >= 0
              && gap.length() > 1
              && Character.isWhitespace(gap.charAt(1))
              && Character.isUpperCase(text(end - 1));
      return !sentence || (server && gap.equals(".\n"));
    }

    private int text(int letter) {
      return passage.text().codePointAt(letters.origin(letter));
    }

    /** Returns the message's beginning from a letter up to a cut, or null. */
    @Nullable Match upTo(int start, int cut) {
      dead.clear();
      int count = fit(0, start, cut, 0);
      return count < 0 ? null : new Match(start, cut, values(fitted), count);
    }

    /** How many placeholders the cut leaves whole. */
    private int fitted;

    /**
     * Returns how many letters of the message stand before the cut, or −1 where it does not fit.
     */
    private int fit(int k, int at, int cut, int before) {
      String literal = literals.get(k).letters();
      int room = cut - at;
      if (room <= literal.length()) {
        // two letters after a name may still belong to it
        fitted = room == literal.length() || room >= CERTAIN ? k : k - 1;
        return text.regionMatches(at, literal, 0, room) ? before + room : -1;
      }
      if (!text.startsWith(literal, at) || k == names.size()) {
        return -1;
      }
      int next = at + literal.length();
      long state = ((long) k << 32) | next;
      if (dead.contains(state) || (!literal.isEmpty() && !separatedAfter(k, next))) {
        return -1;
      }
      int count = before + literal.length();
      valueStarts[k] = next;
      Literal following = literals.get(k + 1);
      int end = next + 1;
      for (; end <= cut && valueMayEnd(k, next, end) && effort.spend(1); end++) {
        int shared = Math.min(following.letters().length(), cut - end);
        if (shared > 0
            && text.regionMatches(end, following.letters(), 0, shared)
            && separatedBefore(k + 1, end)) {
          valueEnds[k] = end;
          int found = fit(k + 1, end, cut, count);
          if (found >= 0) {
            return found;
          }
        }
      }
      if (end > cut) {
        // the value itself is cut off; anything fits a message that has hardly begun
        fitted = k;
        return count < LEAST_OF_CUT / 2 ? -1 : count;
      }
      dead.add(state);
      return -1;
    }

    private Map<String, String> values(int whole) {
      Map<String, String> values = new HashMap<>();
      for (int k = 0; k < whole && k < names.size(); k++) {
        String value = value(k);
        boolean nobody =
            names.get(k).equals(SERVER) && ANY_SERVER.contains(value.toLowerCase(Locale.ROOT));
        if (!value.isEmpty() && !nobody && !UNFILLED.matcher(value).matches()) {
          values.putIfAbsent(names.get(k), value);
        }
      }
      return Map.copyOf(values);
    }

    private String value(int k) {
      String raw = passage.text();
      int floor = valueStarts[k] == 0 ? 0 : letters.endOrigin(valueStarts[k]);
      int ceiling = valueEnds[k] == letters.length() ? raw.length() : letters.origin(valueEnds[k]);
      int start = letters.origin(valueStarts[k]);
      while (start > floor && isNameBegin(raw.charAt(start - 1), literals.get(k).after())) {
        start--;
      }
      int end = letters.endOrigin(valueEnds[k]);
      boolean server = names.get(k).equals(SERVER);
      while (end < ceiling
          && isNameEnd(raw, start, end, literals.get(k + 1).before())
          && !(server && raw.charAt(end) == '\\')) {
        end++;
      }
      return joined(raw.substring(start, end), server);
    }

    private static boolean isNameBegin(char c, String marks) {
      return "\\/$#_<".indexOf(c) >= 0 && marks.indexOf(c) < 0;
    }

    /** Whether a mark after a name belongs to it, such as the backslash of {@code D:\}. */
    private static boolean isNameEnd(String raw, int start, int end, String marks) {
      char c = raw.charAt(end);
      if (marks.indexOf(c) >= 0) {
        return false;
      }
      return switch (c) {
        case '\\', '/', '$', '_', '>' -> true;
        case ')' -> raw.substring(start, end).indexOf('(') >= 0;
        case ']' -> raw.substring(start, end).indexOf('[') >= 0;
        case '}' -> raw.substring(start, end).indexOf('{') >= 0;
        case ':' -> DRIVE_LETTER.matcher(raw.substring(start, end)).find();
        default -> false;
      };
    }
  }

  /** Returns a value without the line breaks that a hard wrap left in it. */
  private static String joined(String value, boolean server) {
    StringBuilder joined = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\n') {
        joined.append(c);
        continue;
      }
      char before = i == 0 ? ' ' : value.charAt(i - 1);
      char after = i + 1 == value.length() ? ' ' : value.charAt(i + 1);
      boolean withinName = "\\/_.-".indexOf(before) >= 0 || "\\/_.".indexOf(after) >= 0;
      if (!server && !withinName) {
        joined.append(' ');
      }
    }
    return CopiedText.oneLine(joined.toString());
  }
}
