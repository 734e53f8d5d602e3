package dev.mabsplan.engine.symptom;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number or code that a text mentions.
 *
 * @param place how it stands in the text
 * @param id the number in the product's catalogue; null for a code
 * @param found the number or code as it is written
 * @param start where it begins
 * @param end where it ends
 */
record Mention(Place place, @Nullable Integer id, String found, int start, int end) {

  /** How a number or code stands in a text. */
  enum Place {
    /** At the end of the message it belongs to, as in {@code … is inconsistent. (ID 3106)}. */
    TAIL,
    /** At the head of the message it belongs to, as in {@code Error 319: The agent …}. */
    HEAD,
    /** Within a message, in brackets: the same number in hexadecimal. */
    TAG,
    /** A code, which belongs to the message it stands in. */
    CODE
  }

  /** The least hexadecimal number in parentheses that is no error code of Windows. */
  private static final int BEYOND_WINDOWS = 0x4000;

  private static final int MARKS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String DIGITS = "(\\d{1,6}+)";
  private static final String BROKEN_DIGITS = "(\\d(?:\\n?\\d){0,5}+)";

  /** What must not follow a number: then it was a date, a version, a share, or is cut in two. */
  private static final String TAIL_END =
      "(?![\\p{L}\\d_%…])(?![.,:/–-]\\d)(?!\\.\\.)(?!\\n\\d+(?![\\d./:-]))";

  private static final Pattern PARENTHESISED =
      Pattern.compile(
          "\\(\\s?"
              + wrapped("ID")
              + "\\s{0,2}[:#]?\\s{0,2}"
              + BROKEN_DIGITS
              + "(?=\\s?[):,;]|\\s\\S)",
          MARKS);
  private static final Pattern NAMED =
      Pattern.compile(
          before("Error", "Fel", "Alert", "Message")
              + "[ \\n-]{0,2}"
              + wrapped("ID")
              + "\\s{0,2}[:#=]?\\s{0,2}"
              + DIGITS
              + TAIL_END,
          MARKS);
  private static final Pattern EVENT =
      Pattern.compile(
          before("Event", "Händelse")
              + "[ \\n-]{0,2}"
              + wrapped("ID")
              + "\\s{0,2}[:=]?\\s{0,2}"
              + DIGITS
              + TAIL_END,
          MARKS);
  private static final Pattern BARE =
      Pattern.compile(before("ID") + "\\s{0,2}[:#]?\\s{0,2}" + DIGITS + TAIL_END, MARKS);
  private static final Pattern CODE_WORD =
      Pattern.compile(
          "(?:"
              + before("Error")
              + "\\s?"
              + wrapped("code")
              + "|"
              + before("Felkod")
              + ")"
              + "\\s{0,2}[:=]?\\s{0,2}"
              + DIGITS
              + TAIL_END,
          MARKS);
  private static final Pattern PLAIN =
      Pattern.compile(
          before("Error", "Fel")
              + "\\s{1,2}"
              + DIGITS
              + TAIL_END
              + "(?=\\s?[:.)]|\\s?\\(|\\s*\\n|\\s*$)",
          MARKS);
  private static final Pattern VAULT =
      Pattern.compile(
          before("Vault")
              + "\\s"
              + wrapped("Credential")
              + "\\n?s?\\s"
              + wrapped("Error")
              + "\\s?:\\s{0,2}"
              + DIGITS
              + TAIL_END,
          MARKS);
  private static final Pattern HEXADECIMAL =
      Pattern.compile(
          "(?<![\\p{L}\\d_+])0\\n?x((?:\\n?[0-9a-f]){1,8})(?!\\n?[0-9a-f]{1,8}(?![\\p{L}\\d]))"
              + "(?![\\p{L}\\d…])(?!\\.\\.)",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> BEFORE_ID =
      Set.of(
          ("error fel alert varning dpm mabs mars manager failed misslyckades with med and "
                  + "och or eller the message meddelande")
              .split(" "));
  private static final Set<String> BEFORE_ERROR =
      Set.of("dpm mabs mars manager backup with med and och the by".split(" "));

  /** What has numbers of its own, where a line break stands between its name and the number. */
  private static final Set<String> OTHERS =
      Set.of(
          ("process thread task job session user request activity correlation machine "
                  + "computer server agent resource subscription tenant vault client device disk "
                  + "volume writer record ticket case article product object instance link provider "
                  + "group report internal system windows http vss sql wsb exit")
              .split(" "));

  /** Returns what a text mentions, in order of appearance. */
  static List<Mention> in(String text) {
    List<Mention> mentions = new ArrayList<>();
    BitSet taken = new BitSet();
    BitSet inside = new BitSet();
    each(
        PARENTHESISED,
        text,
        m -> {
          int close = closing(text, m.start(), m.end());
          add(mentions, taken, Place.TAIL, number(m.group(1)), m, close);
          inside.set(m.start(), close);
        });
    each(NAMED, text, m -> labelled(mentions, taken, text, m));
    each(
        CODE_WORD,
        text,
        m -> {
          if (follows(text, m.start(), BEFORE_ERROR)) {
            labelled(mentions, taken, text, m);
          }
        });
    each(VAULT, text, m -> labelled(mentions, taken, text, m));
    each(
        EVENT,
        text,
        m -> {
          if (follows(text, m.start(), BEFORE_ID)) {
            labelled(mentions, taken, text, m);
          }
        });
    each(
        BARE,
        text,
        m -> {
          // in parentheses it would have been found already, were it whole
          if (neighbour(text, m.start(), -1) != '(' && follows(text, m.start(), BEFORE_ID)) {
            labelled(mentions, taken, text, m);
          }
        });
    each(
        PLAIN,
        text,
        m -> {
          boolean title = Character.isUpperCase(text.charAt(m.start()));
          // "failed with error 53." is as often an error of Windows
          if (follows(text, m.start(), BEFORE_ERROR) && (title || number(m.group(1)) >= 300)) {
            labelled(mentions, taken, text, m);
          }
        });
    each(HEXADECIMAL, text, m -> hexadecimal(mentions, inside, text, m));
    mentions.sort(Comparator.comparingInt(Mention::start));
    return List.copyOf(mentions);
  }

  private static String before(String... words) {
    StringBuilder alternatives = new StringBuilder();
    for (String word : words) {
      alternatives.append(alternatives.length() == 0 ? "" : "|").append(wrapped(word));
    }
    return "(?<![\\p{L}\\d_])(?:" + alternatives + ")";
  }

  private static String wrapped(String word) {
    return word.replaceAll("(?<=.)(?=.)", "\\\\n?");
  }

  private static void each(Pattern pattern, String text, Consumer<Matcher> use) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      use.accept(matcher);
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits.replace("\n", ""));
  }

  private static void labelled(List<Mention> mentions, BitSet taken, String text, Matcher m) {
    if (m.end() == text.length() && neighbour(text, m.start(), -1) == '(') {
      return;
    }
    int number = number(m.group(1));
    add(mentions, taken, endsMessage(text, m) ? Place.TAIL : Place.HEAD, number, m, m.end());
  }

  private static void add(
      List<Mention> mentions, BitSet taken, Place place, int number, Matcher m, int end) {
    int known = taken.nextSetBit(m.start());
    if (number == 0 || (known >= 0 && known < m.end())) {
      return;
    }
    taken.set(m.start(), m.end());
    mentions.add(new Mention(place, number, "ID " + number, m.start(), end));
  }

  /**
   * Whether a number closes a line that began with words, as in {@code Operation failed. ID:
   * 120002}.
   */
  private static boolean endsMessage(String text, Matcher m) {
    int before = m.start() - 1;
    while (before >= 0 && " \t(/".indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    int after = m.end();
    while (after < text.length() && " \t.)\"".indexOf(text.charAt(after)) >= 0) {
      after++;
    }
    return before >= 0
        && text.charAt(before) != '\n'
        && (after == text.length() || text.charAt(after) == '\n' || text.charAt(after) == '|');
  }

  private static boolean follows(String text, int start, Set<String> allowed) {
    int end = start;
    boolean newLine = false;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
      newLine |= text.charAt(end) == '\n';
    }
    int begin = end;
    while (begin > 0 && end - begin < 40 && Character.isLetterOrDigit(text.charAt(begin - 1))) {
      begin--;
    }
    if (begin == end) {
      return end == 0 || "-_+#$@\\".indexOf(text.charAt(end - 1)) < 0;
    }
    String word = text.substring(begin, end).toLowerCase(Locale.ROOT);
    return allowed.contains(word) || (newLine && !OTHERS.contains(word));
  }

  private static int closing(String text, int open, int from) {
    int depth = 0;
    int limit = Math.min(text.length(), open + 1000);
    for (int i = open; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i + 1;
      }
    }
    return from;
  }

  private static void hexadecimal(List<Mention> mentions, BitSet inside, String text, Matcher m) {
    String digits = m.group(1).replace("\n", "");
    String found = "0x" + digits;
    long value = Long.parseLong(digits, 16);
    char open = neighbour(text, m.start(), -1);
    char close = neighbour(text, m.end(), 1);
    boolean square = open == '[' && close == ']';
    boolean round = open == '(' && close == ')';
    boolean bare = !square && !round;
    // an open bracket, or the beginning of an HRESULT: the rest is missing
    boolean opened = bare && (open == '[' || open == '(');
    boolean begun = bare && open != 0 && close == 0 && digits.startsWith("8");
    if (value == 0 || (digits.length() < 8 && (opened || begun))) {
      return;
    }
    boolean catalogue = digits.length() <= 5 && (square || value >= BEYOND_WINDOWS);
    if (catalogue && bare && inside.get(m.start())) {
      return;
    }
    mentions.add(
        catalogue
            ? new Mention(Place.TAG, (int) value, found, m.start(), m.end())
            : new Mention(Place.CODE, null, found.toLowerCase(Locale.ROOT), m.start(), m.end()));
  }

  private static char neighbour(String text, int place, int step) {
    int i = step < 0 ? place - 1 : place;
    while (i >= 0 && i < text.length()) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return text.charAt(i);
      }
      i += step;
    }
    return 0;
  }
}
