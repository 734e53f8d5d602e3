package dev.mabsplan.engine.symptom.text;

import dev.mabsplan.engine.symptom.text.Mention.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers and codes of a clean text, in every spelling the product, its pages and people
 * use.
 */
final class ErrorNumbers {

  /** The least hexadecimal number in parentheses that is no error code of Windows. */
  private static final int BEYOND_WINDOWS = 0x4000;

  /** What Windows' sockets number their errors with. */
  private static final int FIRST_OF_NETWORK = 10_000;

  private static final int LAST_OF_NETWORK = 11_999;

  /** No words before a number are longer, with a line broken at each letter. */
  private static final int LONGEST_BEFORE_DIGIT = 120;

  private static final int MARKS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String SEPARATOR = "[ \\t]{0,30}\\n?[:#=]?\\s{0,3}";

  /** A screenshot's capital I reads as a small L or a stroke. */
  private static final String ID = "[Il|]\\n?D";

  private static final String DIGITS = "(\\d{1,6}+)";
  private static final String BROKEN_DIGITS = "(\\d(?:\\n?\\d){0,5}+)";

  /** What must not follow a number: then it was a date, a version, a share, or is cut in two. */
  private static final String TAIL_END =
      "(?![\\p{L}\\d_%…])(?![.,:/–-]\\d)(?!\\.\\.)(?!\\n\\d+(?![\\d./:-]))";

  private static final Pattern PARENTHESISED =
      Pattern.compile(
          "\\(\\s?" + ID + "\\s{0,2}[:#]?\\s{0,2}" + BROKEN_DIGITS + "(?=\\s?[):,;]|\\s\\S)",
          MARKS);
  private static final Pattern NAMED =
      Pattern.compile(
          before("Error", "Fel", "Fejl", "Feil", "Fehler", "Erreur", "Alert", "Larm", "Message")
              + "[ \\n-]{0,2}"
              + ID
              + SEPARATOR
              + DIGITS
              + TAIL_END,
          MARKS);
  private static final Pattern EVENT =
      Pattern.compile(
          before("Event", "Händelse") + "[ \\n-]{0,2}" + ID + SEPARATOR + DIGITS + TAIL_END, MARKS);
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\p{L}\\d_?&/])" + ID + "(?:\\s?d['’]erreur)?" + SEPARATOR + DIGITS + TAIL_END,
          MARKS);
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

  /**
   * An alert's title as monitoring shows it: {@code DPM: Recovery point creation failed (3114)}.
   */
  private static final Pattern TITLED =
      Pattern.compile("(?<=\\p{L}[ ])\\((\\d{2,6}+)\\)(?=[ \\t.]{0,3}(?:\\n|$))");

  /** Parameters of an address are numbers of anything. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\b(?:https?://|www\\.)[^\\s<>\"]{1,2000}+");

  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)(?:\\W|Microsoft|System Center|Data Protection Manager|Azure Backup Server|DPM|MABS|MARS|Error"
              + "|Warning|Alert|Critical|Fel|Larm|Varning){0,12}");

  private static final Pattern TITLE = Pattern.compile("(?:^|[\\s:])(?:DPM|MABS|MARS)\\s?:\\s");
  private static final Pattern KNOWN =
      Pattern.compile("(\\d{3,6}+)(?![\\p{L}\\d_%…])(?![.,:/–-]\\d)(?!\\.\\.)");
  private static final Pattern OF_TABLE =
      Pattern.compile(
          "(?<![\\p{L}\\d_])(?=[0-9]*[a-f])(?=[a-f]*[0-9])([0-9a-f]{4,5})(?![\\p{L}\\d_])");

  /** A number of so many digits can be nothing else; a shorter one needs a word before it. */
  private static final int TELLING_DIGITS = 5;

  /** Shorter numbers are those of errors of anything, unless it is about a backup of ours. */
  private static final Pattern OURS =
      Pattern.compile(
          "(?i)\\b(?:dpm|mabs|mars|agent|azure backup|repli[kc]\\w*|skyddsgrupp\\w*)\\b");

  private static final Set<String> OF_ERRORS =
      Set.of(
          ("error errors err fel felet fel-id felkod felkoden code kod koden alert alerts alarm larm larmet "
                  + "warning varning number nummer nr")
              .split(" "));
  private static final Set<String> NOT_OF_ERRORS =
      Set.of(
          ("kb inc ticket case build version change scanned changed skipped copied transferred files size count total of "
                  + "antal ca cirka ungefär about around approx ärende order port invoice page sida rev pid event "
                  + "händelse msg")
              .split(" "));
  private static final Pattern COUNTER =
      Pattern.compile("(?:faktura|invoice|order|ticket|ref|ärende|case|kund|customer)");
  private static final Set<String> COUNTED =
      Set.of(
          ("files filer mb gb tb kb bytes byte sekunder seconds sec s ms min minutes minuter folders mappar "
                  + "items objekt times gånger users användare jobs kr st blocks rows rader")
              .split(" "));

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
  private final IntPredicate numbers;
  private final boolean table;
  private final Matcher matcher;
  private int nextDigit;

  /** Whether it is about a backup of ours; looked for when a number asks first. */
  private @Nullable Boolean ours;

  private final List<Mention> found = new ArrayList<>();
  private final BitSet taken = new BitSet();
  private final BitSet parenthesised = new BitSet();
  private final BitSet addresses = new BitSet();

  private ErrorNumbers(String text, IntPredicate numbers) {
    this.text = text;
    this.numbers = numbers;
    this.table = text.contains("ErrorCode");
    if (text.indexOf('/') >= 0 || text.indexOf('.') >= 0) {
      Matcher address = ADDRESS.matcher(text);
      while (address.find()) {
        addresses.set(address.start(), address.end());
      }
    }
    // lookbehind has to see what stands before the place that is looked at
    this.matcher = BARE.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  /**
   * Returns what a text mentions, in order of appearance.
   *
   * @param numbers which numbers are known to be those of errors
   */
  static List<Mention> in(String text, IntPredicate numbers) {
    ErrorNumbers mentions = new ErrorNumbers(text, numbers);
    for (int i = 0; i < text.length(); i++) {
      if (!mentions.addresses.get(i) && (text.charAt(i) == '(' || mentions.begins(i))) {
        mentions.lookAt(i);
      }
    }
    return List.copyOf(mentions.found);
  }

  /** Whether no word stands right before a place: in the middle of one nothing begins. */
  private boolean begins(int place) {
    if (place == 0) {
      return true;
    }
    int before = text.codePointBefore(place);
    return before != '_' && !Character.isLetter(before) && !Character.isDigit(before);
  }

  private void lookAt(int place) {
    if (table) {
      ofTable(place);
    }
    if (!isNumberNear(place)) {
      return;
    }
    switch (text.charAt(place)) {
      case '(' -> {
        if (stands(PARENTHESISED, place)) {
          int close = closing(matcher.end());
          parenthesised.set(place, close);
          add(heads(place, close) ? Place.HEAD : Place.TAIL, close);
        } else if (stands(TITLED, place)
            && (titled(place) || (numbers.test(number()) && isOurs()))) {
          add(Place.TAIL, matcher.end());
        }
      }
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        if (stands(KNOWN, place)) {
          knownNumber(place);
        }
      }
      case 'e', 'E', 'f', 'F', 'a', 'A', 'm', 'M', 'h', 'H', 'L' -> {
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

  /** Whether a digit stands as near behind a place as it does in what is looked for. */
  private boolean isNumberNear(int place) {
    while (nextDigit < text.length() && (nextDigit < place || !isDigit(text.charAt(nextDigit)))) {
      nextDigit++;
    }
    return nextDigit < text.length() && nextDigit - place <= LONGEST_BEFORE_DIGIT;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether a number in parentheses stands before its message, at the head of a line. */
  private boolean heads(int place, int close) {
    boolean first = place == 0 || text.charAt(place - 1) == '\n';
    int end = text.indexOf('\n', close);
    String rest = text.substring(close, end < 0 ? text.length() : end).strip();
    if (!first || rest.length() < 8 || !Character.isUpperCase(rest.codePointAt(0))) {
      return false;
    }
    String before = text.substring(0, place).stripTrailing();
    return before.isEmpty() || before.endsWith(":");
  }

  private boolean titled(int place) {
    int line = text.lastIndexOf('\n', place) + 1;
    return TITLE.matcher(text.substring(line, place)).find();
  }

  /** What people write who know the number: "now the agent throws 100050". */
  private void knownNumber(int place) {
    int number = number();
    int end = matcher.end();
    char before = place == 0 ? ' ' : text.charAt(place - 1);
    boolean apart = "([\"“”'‘’".indexOf(before) >= 0 || Character.isWhitespace(before);
    if (!numbers.test(number) || !apart) {
      return;
    }
    String word = wordBefore(place);
    boolean named = OF_ERRORS.contains(word);
    boolean telling = end - place >= TELLING_DIGITS;
    boolean other = NOT_OF_ERRORS.contains(word) || COUNTER.matcher(word).lookingAt();
    if ((named && (telling || isOurs()))
        || (telling && !other && !COUNTED.contains(wordAfter(end)))) {
      add(named ? Place.CALLED : Place.ASIDE, end);
    }
  }

  private boolean isOurs() {
    Boolean known = ours;
    if (known == null) {
      known = OURS.matcher(text).find();
      ours = known;
    }
    return known;
  }

  private String wordBefore(int place) {
    int end = place;
    while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1)) && place - end < 3) {
      end--;
    }
    int begin = end;
    while (begin > 0 && end - begin < 40 && Character.isLetterOrDigit(text.charAt(begin - 1))) {
      begin--;
    }
    return text.substring(begin, end).toLowerCase(Locale.ROOT);
  }

  private String wordAfter(int place) {
    int begin = place;
    while (begin < text.length() && text.charAt(begin) == ' ') {
      begin++;
    }
    int end = begin;
    while (end < text.length() && end - begin < 40 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(begin, end).toLowerCase(Locale.ROOT);
  }

  /** The tables of support's collector write numbers in hexadecimal without saying so. */
  private void ofTable(int place) {
    if (stands(OF_TABLE, place)) {
      int number = Integer.parseInt(matcher.group(1), 16);
      if (numbers.test(number)) {
        found.add(new Mention(Place.TAG, number, matcher.group(), place, matcher.end()));
      }
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
    add(endsMessage() && !isUnderHeading() ? Place.TAIL : Place.HEAD, matcher.end());
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

  /** Whether a line names no more than the product and the number, and the message is below. */
  private boolean isUnderHeading() {
    int line = text.lastIndexOf('\n', matcher.start()) + 1;
    int end = text.indexOf('\n', matcher.end());
    return end >= 0
        && !text.substring(end).isBlank()
        && HEADING.matcher(text.substring(line, matcher.start())).matches();
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
