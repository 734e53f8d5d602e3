package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.Mention.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the numbers and codes of a clean text, in every spelling the product, its pages and people
 * use.
 */
final class Mentions {

  /** The least hexadecimal number in parentheses that is no error code of Windows. */
  private static final int BEYOND_WINDOWS = 0x4000;

  /** What Windows' sockets number their errors with. */
  private static final int FIRST_OF_NETWORK = 10_000;

  private static final int LAST_OF_NETWORK = 11_999;

  private static final int MARKS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String SEPARATOR = "[ \\t]{0,30}\\n?[:#=]?\\s{0,3}";
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
              + SEPARATOR
              + DIGITS
              + TAIL_END,
          MARKS);
  private static final Pattern EVENT =
      Pattern.compile(
          before("Event", "Händelse")
              + "[ \\n-]{0,2}"
              + wrapped("ID")
              + SEPARATOR
              + DIGITS
              + TAIL_END,
          MARKS);
  private static final Pattern BARE =
      Pattern.compile(before("ID") + SEPARATOR + DIGITS + TAIL_END, MARKS);
  private static final Pattern CODE_WORD =
      Pattern.compile(
          "(?:"
              + before("Error")
              + "\\s?"
              + wrapped("code")
              + "|"
              + before("Felkod")
              + ")"
              + SEPARATOR
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
          ("event händelse process thread task job session user request activity correlation machine "
                  + "computer server agent resource subscription tenant vault client device disk "
                  + "volume writer record ticket case article product object instance link provider "
                  + "group report internal system windows http vss sql wsb exit")
              .split(" "));

  private final String text;
  private final Matcher matcher;
  private final List<Mention> found = new ArrayList<>();
  private final BitSet taken = new BitSet();
  private final BitSet parenthesised = new BitSet();

  private Mentions(String text) {
    this.text = text;
    // lookbehind has to see what stands before the place that is looked at
    this.matcher = BARE.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  /** Returns what a text mentions, in order of appearance. */
  static List<Mention> in(String text) {
    Mentions mentions = new Mentions(text);
    for (int i = 0; i < text.length(); i++) {
      mentions.lookAt(i);
    }
    return List.copyOf(mentions.found);
  }

  private void lookAt(int place) {
    switch (text.charAt(place)) {
      case '(' -> {
        if (stands(PARENTHESISED, place)) {
          int close = closing(matcher.end());
          parenthesised.set(place, close);
          add(Place.TAIL, close);
        }
      }
      case 'e', 'E', 'f', 'F', 'a', 'A', 'm', 'M', 'h', 'H' -> {
        if (stands(NAMED, place)) {
          labelled();
        } else if (stands(CODE_WORD, place)) {
          if (follows(BEFORE_ERROR)) {
            labelled();
          }
        } else if (stands(EVENT, place)) {
          if (follows(BEFORE_ID)) {
            labelled();
          }
        } else if (stands(PLAIN, place)) {
          // "failed with error 53." is as often an error of Windows
          boolean title = Character.isUpperCase(text.charAt(place));
          boolean line = place == 0 || text.charAt(place - 1) == '\n';
          boolean network = number() >= FIRST_OF_NETWORK && number() <= LAST_OF_NETWORK;
          if ((title || line) && !network && follows(BEFORE_ERROR)) {
            labelled();
          }
        }
      }
      case 'i', 'I' -> {
        // in parentheses it would have been found already, were it whole
        if (stands(BARE, place) && neighbour(place, -1) != '(' && follows(BEFORE_ID)) {
          labelled();
        }
      }
      case 'v', 'V' -> {
        if (stands(VAULT, place)) {
          labelled();
        }
      }
      case '0' -> {
        if (stands(HEXADECIMAL, place)) {
          hexadecimal();
        }
      }
      default -> {}
    }
  }

  private boolean stands(Pattern pattern, int place) {
    return matcher.usePattern(pattern).region(place, text.length()).lookingAt();
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

  private int number() {
    return Integer.parseInt(matcher.group(1).replace("\n", ""));
  }

  private void labelled() {
    if (matcher.end() == text.length() && neighbour(matcher.start(), -1) == '(') {
      // the bracket was never closed: the number may go on
      taken.set(matcher.start(), matcher.end());
      return;
    }
    add(endsMessage() ? Place.TAIL : Place.HEAD, matcher.end());
  }

  private void add(Place place, int end) {
    int number = number();
    int known = taken.nextSetBit(matcher.start());
    if (number == 0 || (known >= 0 && known < matcher.end())) {
      return;
    }
    taken.set(matcher.start(), matcher.end());
    found.add(new Mention(place, number, "ID " + number, matcher.start(), end));
  }

  /**
   * Whether a number closes a line that began with words, as in {@code Operation failed. ID:
   * 120002}.
   */
  private boolean endsMessage() {
    int before = matcher.start() - 1;
    while (before >= 0 && " \t(/".indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    int after = matcher.end();
    while (after < text.length() && " \t.)\"".indexOf(text.charAt(after)) >= 0) {
      after++;
    }
    return before >= 0
        && text.charAt(before) != '\n'
        && (after == text.length() || text.charAt(after) == '\n' || text.charAt(after) == '|');
  }

  private boolean follows(Set<String> allowed) {
    int end = matcher.start();
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

  private int closing(int from) {
    int depth = 0;
    int open = matcher.start();
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

  private void hexadecimal() {
    String digits = matcher.group(1).replace("\n", "");
    String code = "0x" + digits;
    long value = Long.parseLong(digits, 16);
    char open = neighbour(matcher.start(), -1);
    char close = neighbour(matcher.end(), 1);
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
    if (catalogue && bare && parenthesised.get(matcher.start())) {
      return;
    }
    found.add(
        catalogue
            ? new Mention(Place.TAG, (int) value, code, matcher.start(), matcher.end())
            : new Mention(
                Place.CODE, null, code.toLowerCase(Locale.ROOT), matcher.start(), matcher.end()));
  }

  private char neighbour(int place, int step) {
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
