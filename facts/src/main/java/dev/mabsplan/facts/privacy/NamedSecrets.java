package dev.mabsplan.facts.privacy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that have their name before them: {@code password=…}, fields of JSON, elements and
 * attributes of XML, parameters of commands, values of the registry, sentences.
 */
final class NamedSecrets {

  static final String WHAT = "a password, PIN, passphrase or key";

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_CONTENT = 65_536;
  private static final int LONGEST_TAG = 500;
  private static final String BLANK = "(?:[ \\t\\x{A0}\\x{2007}\\x{202F}]|&nbsp;|&#160;)";
  private static final String BLANKS = BLANK + "{0,60}+";
  private static final String COLONS = ":=：＝";

  /** Sets a name apart from its value and says nothing: {@code **Password:** x}. */
  private static final String MARKUP =
      "(?:[*_`~]{1,3}+|[ \\t]{0,3}\\.{2,60}+|</[a-z]{1,10}+>){0,3}+";

  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(\\\\{0,3}[\"'])?\\]?(?:"
              + MARKUP
              + BLANKS
              + "(["
              + COLONS
              + "]|&#58;|&colon;)"
              + MARKUP
              + BLANKS
              + "|[ \\t]{1,60}REG_[A-Z_]{2,20}[ \\t]{1,60})",
          SecretNames.FLAGS);

  /** {@code "clientSecret": {"value": "…"}}. */
  private static final Pattern OBJECT_IN_JSON =
      Pattern.compile(
          "\"\\s{0,60}+:\\s{0,60}+\\{\\s{0,60}+\"(?:value|data|text|plaintext|värde)\"\\s{0,60}+:"
              + "\\s{0,60}+(?=[\"\\d])",
          SecretNames.FLAGS);

  /** The cell beside that of the name, in a table of Markdown or HTML. */
  private static final Pattern CELL_BESIDE =
      Pattern.compile(
          "[ \\t]{0,60}+\\|[ \\t]{0,60}+(?=[^|\\n]{0,200}[\\d!@#$%^*_])(?<bar>[^|\\n]{2,200}?[^|\\s])"
              + "[ \\t]{0,60}+(?:\\||\\R|$)"
              + "|:?\\s{0,60}+</(?:t[dh]|dt|span|div|label|p|li|strong|b)>\\s{0,60}+"
              + "<(?:td|dd|span|div|p|li|code)\\b[^<>]{0,200}+>(?<td>[^<>]{1,200}+)<",
          SecretNames.FLAGS);

  /** Below its name alone in a line, or behind a colon: a word, or a phrase that no dot ends. */
  private static final Pattern LINE_BELOW =
      Pattern.compile(
          BLANKS
              + "(?<colon>["
              + COLONS
              + "])?"
              + BLANKS
              + "\\r?\\n[ \\t]{0,60}+(?<line>(?![-=_*\\[{<|>\"'#]|[^\\n]{0,80}[:=])[^\\n]{3,200}?)[ \\t]{0,60}+"
              + "(?=\\r?\\n|$)",
          SecretNames.FLAGS);

  /** {@code name: DB_PASSWORD}, and below it {@code value: hunter2}. */
  private static final Pattern VALUE_BELOW =
      Pattern.compile(
          "\\r?\\n[ \\t]{0,60}+(?:value|data|värde):[ \\t]{1,10}+[\"']?(?=[^\\s\"'])([^\\n\"']{1,200}+)",
          SecretNames.FLAGS);

  /** What opens a value that begins in the next line, in PowerShell and in YAML. */
  private static final Pattern OPENS_BELOW =
      Pattern.compile("(?:@[\"']|[|>][+-]?)[ \\t]{0,9}+\\r?\\n([^\\n]{1,500}+)");

  private static final Pattern ODD_WORD =
      Pattern.compile("(?=\\S*\\p{L})(?=\\S*[\\d!@#$%^*_])\\S{6,80}");
  private static final Pattern NAMED_IN_JSON =
      Pattern.compile(
          "\"\\s{0,60}+,\\s{0,60}+\"(?:value|data|värde)\"\\s{0,60}+:\\s{0,60}+(?=[\"\\d])",
          SecretNames.FLAGS);
  private static final Pattern VALUE_ATTRIBUTE =
      Pattern.compile("[\"']\\s{1,60}+value\\s?=\\s?(?=[\"'])", SecretNames.FLAGS);

  /** An attribute of the element that the name is of: {@code <Passphrase value="…"/>}. */
  private static final Pattern OWN_VALUE_ATTRIBUTE =
      Pattern.compile("\\s{1,60}+value\\s?=\\s?(?=\\\\{0,3}[\"'])", SecretNames.FLAGS);

  /** What is told of a password can be the code of an error about it. */
  private static final String NO_CODE = "(?!0x\\p{XDigit}{1,16}\\b|error\\b|fel\\b)";

  /** Begins a sentence that says how it stands with a passphrase. */
  private static final String SAYS_HOW =
      "(?!(?:too|not|less|shorter|longer|at|required|invalid|incorrect|wrong|set|stored|kept|saved"
          + "|used|needed|lost|different|inte|lagrad|sparad|fel|ogiltig|kortare|längre|minst)\\b)";

  private static final String QUOTED_WORD = "[\"'“](?=\\S)[^\"'”\\\\\\n]{3,80}";

  /** A word as passwords are, with a digit or a sign in it. */
  private static final String ODD = "(?=\\S{0,80}[\\d!@#$%^*_])(?=\\S{0,80}\\p{L})\\S{5,80}";

  /** What stands before its name: {@code administrator and hunter2 as password}. */
  private static final Pattern AS_PASSWORD =
      Pattern.compile(
          "(?=\\S{0,80}\\p{L})(?=\\S{0,80}[\\d!@#$%^*_])(\\S{5,80})[ \\t](?:as|som)[ \\t](?:(?:the|a|my)[ \\t])?",
          SecretNames.FLAGS);

  private static final Pattern SAID =
      Pattern.compile(
          "[ \\t]{1,60}+(?:"
              // password is hunter2, password for sa is hunter2, the passphrase is: correct
              + "(?:(?:for|of|på|för|till|I|we|that|som|vi|jag)[ \\t](?:[^\\s:]{1,60}[ \\t]){1,4}?)?"
              + "(?:is|was|är|var|blev|blir|ist|lautet|est)"
              + "(?::[ \\t]{1,3}"
              + NO_CODE
              + "(?<colon>\\S{3,80})|[ \\t]"
              + NO_CODE
              + "(?<told>\\\\{0,3}"
              + QUOTED_WORD
              + "|(?=\\S{0,80}[\\d!@#$%^*_])\\S{4,80})"
              // passphrase is correct horse battery staple 99
              + "|(?<=phrase[ \\t]is|phrase[ \\t]was|fras(?:en)?[ \\t]är|fras(?:en)?[ \\t]var)[ \\t]"
              + SAYS_HOW
              + "(?<words>(?:[\\p{L}\\d]{1,30}[ \\t]){2,9}(?=\\S{0,40}[\\d!@#$%^*_])\\S{0,39}[^\\s.,;)])"
              + "(?=[.,;)]?[ \\t]{0,9}(?:\\R|$)|[.,;][ \\t]))"
              // password - hunter2, password -> hunter2
              + "|(?:[-–—]>?|→|=>|\\.{3,60}+)[ \\t]{1,3}(?<dash>"
              + ODD
              + ")"
              // the password was changed to hunter2, we set the password to hunter2
              + "|(?:(?:(?:was|is|has been|har)[ \\t])?"
              + "(?:changed|set|reset|updated|ändra(?:de)?s|ändrat?s?|byttes?|sattes?|återställ(?:de|t)s?)[ \\t]|"
              + "(?<=(?<!\\p{L})(?:set|reset|changed?|byt(?:t|te|er)?|ändra(?:de|t|r)?|satte?|sätt(?:er)?)"
              + "[ \\t][^.\\n]{0,60}))(?:to|till)[ \\t]{1,3}(?<changed>\\\\{0,3}"
              + QUOTED_WORD
              + "|"
              + ODD
              + ")"
              // password for the vault v1: hunter2, passphrase (from Key Vault): hunter2
              + "|(?:(?:for|of|för|till|that|som)[ \\t][^:.()\\n]{1,60}|used|now|nu|value|#?\\d{1,3}"
              + "|\\([^()\\n]{1,60}\\)[ \\t]{0,3}|\\[[^\\[\\]\\n]{1,60}\\][ \\t]{0,3})"
              + ":[ \\t]{1,3}"
              + NO_CODE
              + "(?<of>\\S{3,80})"
              // password "hunter2", password hunter2
              + "|(?<bare>\\\\{0,3}"
              + QUOTED_WORD
              + "|(?!0x)\\p{L}(?=[^\\s,;)]{0,80}\\d)[^\\s,;)\"\\\\]{5,80}))",
          SecretNames.FLAGS);

  /** {@code pw hunter2}, {@code pwd - hunter2}: of these only what is no word. */
  private static final Pattern SAID_SHORT =
      Pattern.compile(
          "[ \\t]{1,3}(?:[-–][ \\t]{1,3})?((?=\\S{0,80}\\d)(?=\\S{0,80}\\p{L})[^\\s\\\\/:]{5,80})(?=\\s|$)");

  private static final Pattern PIN =
      Pattern.compile(
          "(?<!\\p{L})(?:PIN|(?i:PIN[ -]?(?:code|kod(?:en)?)))"
              + "(?:(?:\\s[\\p{L}-]{1,20}){0,8}\\s(?:is|was|är|var|blev|blir))?:?\\s{1,3}"
              + "(\\d{3} \\d{3}|\\d{4,10})\\b");

  private final SecretSearch in;
  private final SecretTables tables;
  private final Matcher word;
  private final Matcher assigned;
  private final Matcher namedInJson;
  private final Matcher objectInJson;
  private final Matcher cellBeside;
  private final Matcher lineBelow;
  private final Matcher valueBelow;
  private final Matcher opensBelow;
  private final Matcher valueAttribute;
  private final Matcher ownValueAttribute;
  private final Matcher said;
  private final Matcher saidShort;
  private final Matcher asPassword;
  private final Matcher pin;
  private int assignedUntil;
  private int elementUntil;
  private int attributeUntil;
  private int argumentUntil;
  private int bracket = -1;

  NamedSecrets(SecretSearch in) {
    this.in = in;
    this.tables = new SecretTables(in);
    this.word = in.matcher(SecretNames.WORD);
    this.assigned = in.matcher(ASSIGNED);
    this.namedInJson = in.matcher(NAMED_IN_JSON);
    this.objectInJson = in.matcher(OBJECT_IN_JSON);
    this.cellBeside = in.matcher(CELL_BESIDE);
    this.lineBelow = in.matcher(LINE_BELOW);
    this.valueBelow = in.matcher(VALUE_BELOW);
    this.opensBelow = in.matcher(OPENS_BELOW);
    this.valueAttribute = in.matcher(VALUE_ATTRIBUTE);
    this.ownValueAttribute = in.matcher(OWN_VALUE_ATTRIBUTE);
    this.said = in.matcher(SAID);
    this.saidShort = in.matcher(SAID_SHORT);
    this.asPassword = in.matcher(AS_PASSWORD);
    this.pin = in.matcher(PIN);
  }

  private static boolean matches(Matcher matcher, int from, int to) {
    return matcher.region(from, to).lookingAt();
  }

  /** Takes the secret whose name may stand at a place. */
  void at(SecretStart clue, int start) {
    if (!mayBegin(clue, start)
        || in.text().startsWith(Secrets.MARK, start - 1)
        || !matches(word, start, Math.min(in.length(), start + LONGEST_NAME))) {
      return;
    }
    int end = pastNumber(word.end());
    char next = in.at(end);
    if (isBlank(next) || "\"'\\]*_`~<&.".indexOf(next) >= 0 || COLONS.indexOf(next) >= 0) {
      assigned(end);
    }
    if (!tables.below(start) && (isBlank(next) || "|<:".indexOf(next) >= 0)) {
      cellBeside(end);
    }
    if (isBlank(next) || next == '\r' || next == '\n' || COLONS.indexOf(next) >= 0) {
      lineBelow(start, end);
      valueBelow(end);
    }
    if (next == '"' || next == '\'') {
      named(start, end);
    }
    if (next == '>' || Character.isWhitespace(next)) {
      element(start, end);
    }
    if (Character.isWhitespace(next)) {
      ownAttribute(start, end);
    }
    if (next == ' ' || next == '\t') {
      argument(start, end);
      said(start, end);
    }
    if (in.at(start - 1) == ' ') {
      asPassword(start);
    }
    if ("pP".indexOf(in.at(start)) >= 0 && matches(pin, start, in.length())) {
      in.secret(pin.start(1), pin.end(1), "a PIN");
    }
  }

  /** Of {@code Password2: x} the number belongs to the name. */
  private int pastNumber(int end) {
    int after = in.first(end, Math.min(in.length(), end + 3), c -> c < '0' || c > '9');
    return COLONS.indexOf(in.at(after)) >= 0 ? after : end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u2007' || c == '\u202F';
  }

  private void cellBeside(int end) {
    if (matches(cellBeside, end, in.length())) {
      int group = cellBeside.start("bar") >= 0 ? cellBeside.start("bar") : cellBeside.start("td");
      in.secret(
          group, cellBeside.start("bar") >= 0 ? cellBeside.end("bar") : cellBeside.end("td"), WHAT);
    }
  }

  /** Takes the line below a name that stands there alone, or before a colon that ends its line. */
  private void lineBelow(int start, int end) {
    if (!matches(lineBelow, end, in.length())) {
      return;
    }
    String line = lineBelow.group("line");
    boolean odd = ODD_WORD.matcher(line).matches();
    boolean said = lineBelow.group("colon") != null;
    boolean phrase = said && !line.endsWith(".") && (isPhrase(start, end) || line.indexOf(' ') < 0);
    if (odd ? said || in.isFirst(start) : phrase) {
      in.secret(lineBelow.start("line"), lineBelow.end("line"), WHAT);
    }
  }

  private void valueBelow(int end) {
    if (matches(valueBelow, end, in.length())) {
      in.secret(valueBelow.start(1), valueBelow.end(1), WHAT);
    }
  }

  private boolean isPhrase(int start, int end) {
    String name = in.text().substring(start, end).toLowerCase(Locale.ROOT);
    return name.contains("phrase") || name.contains("fras");
  }

  /** Rules out at a glance what begins as a word for a secret and is none: passed, spinning. */
  private boolean mayBegin(SecretStart clue, int start) {
    return switch (clue) {
      case PASSWORD -> "wWpPfFoO _-=:：\u00A0\"'".indexOf(in.at(start + 4)) >= 0;
      // alone, in camel case, or behind security and säkerhets
      case PIN ->
          !Character.isLetter(in.at(start - 1))
              || in.at(start) == 'P'
              || "yYsS".indexOf(in.at(start - 1)) >= 0;
      default -> true;
    };
  }

  /** Whether a name is followed by what gives it a value, behind blanks. */
  private boolean mayBeAssigned(int end) {
    int after = in.first(end, Math.min(in.length(), end + 61), c -> !isBlank((char) c));
    return after == end || "Rr&.".indexOf(in.at(after)) >= 0 || COLONS.indexOf(in.at(after)) >= 0;
  }

  private void assigned(int end) {
    if (end >= assignedUntil && mayBeAssigned(end) && matches(assigned, end, in.length())) {
      boolean quotedName = assigned.group(1) != null;
      boolean json = quotedName && ":".equals(assigned.group(2));
      int from = json ? pastLineBreak(assigned.end()) : assigned.end();
      assignedUntil = Math.max(assigned.end(), value(from, quotedName, json));
    }
  }

  /** JSON may go on in the next line. */
  private int pastLineBreak(int at) {
    if (at < in.endOfLine(at)) {
      return at;
    }
    int next = in.first(at, Math.min(in.length(), at + 60), c -> !Character.isWhitespace(c));
    return in.at(next) == '"' ? next : at;
  }

  private void named(int start, int end) {
    if (in.at(end) == '"' && end >= assignedUntil && matches(namedInJson, end, in.length())) {
      assignedUntil = value(namedInJson.end(), true, true);
    }
    if (in.at(end) == '"' && matches(objectInJson, end, in.length())) {
      assignedUntil = Math.max(assignedUntil, value(objectInJson.end(), true, true));
    }
    if (end >= attributeUntil && isNameInXml(start)) {
      if (matches(valueAttribute, end, in.length())) {
        attributeUntil = value(valueAttribute.end(), true, false);
      } else {
        int tag = endOfTag(end + 1);
        attributeUntil = tag < 0 ? end : content(tag);
      }
    }
  }

  /** Whether a name is the value of an attribute that gives one: {@code name="…}. */
  private boolean isNameInXml(int start) {
    int at = start;
    while (at > start - 60 && (isNameCharacter(in.at(at - 1)) || in.at(at - 1) == ' ')) {
      at--;
    }
    at--;
    if (in.at(at) != '"' && in.at(at) != '\'') {
      return false;
    }
    at = Character.isWhitespace(in.at(at - 1)) ? at - 2 : at - 1;
    if (in.at(at) != '=') {
      return false;
    }
    at = Character.isWhitespace(in.at(at - 1)) ? at - 1 : at;
    return in.text().regionMatches(true, at - 4, "name", 0, 4)
        || in.text().regionMatches(true, at - 3, "key", 0, 3);
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == ':' || c == '-';
  }

  private void element(int start, int end) {
    if (end < elementUntil) {
      return;
    }
    int tag = endOfTag(end);
    if (tag < 0) {
      return;
    }
    int at = start;
    while (at > start - 80 && isNameCharacter(in.at(at - 1))) {
      at--;
    }
    if (in.at(at - 1) == '<') {
      elementUntil = content(tag);
    }
  }

  private void ownAttribute(int start, int end) {
    if (end >= attributeUntil
        && in.at(start - 1) == '<'
        && matches(ownValueAttribute, end, in.length())) {
      attributeUntil = value(ownValueAttribute.end(), true, false);
    }
  }

  /** Returns where the content begins of a tag that goes on at a place, or -1 where none does. */
  private int endOfTag(int from) {
    if (bracket < from) {
      bracket = in.first(from, in.length(), c -> c == '<' || c == '>');
    }
    return bracket - from <= LONGEST_TAG && in.at(bracket) == '>' && in.at(bracket - 1) != '/'
        ? bracket + 1
        : -1;
  }

  private int content(int from) {
    int limit = Math.min(in.length(), from + LONGEST_CONTENT);
    int end = in.first(from, limit, c -> c == '<');
    return in.secret(from, end, WHAT);
  }

  private void argument(int start, int end) {
    if (end < argumentUntil) {
      return;
    }
    int value = in.first(end, Math.min(in.length(), end + 11), c -> c != ' ' && c != '\t');
    if (value - end > 10 || value == in.length() || Character.isWhitespace(in.at(value))) {
      return;
    }
    int at = start;
    while (at > start - 30 && isWordCharacter(in.at(at - 1))) {
      at--;
    }
    boolean dashed = in.at(at - 1) == '-';
    at = dashed && in.at(at - 2) == '-' ? at - 2 : at - 1;
    boolean parameter = dashed || in.at(at) == '/';
    if (parameter && !isWordCharacter(in.at(at - 1)) && in.at(at - 1) != '-') {
      argumentUntil = argument(value);
    }
  }

  private static boolean isWordCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** Takes the value of a parameter that begins at a place, and returns where it ends. */
  int argument(int at) {
    char first = in.at(at);
    if ("$(<-|@[{".indexOf(first) >= 0) {
      return at;
    }
    int line = in.endOfLine(at);
    boolean quoted = first == '"' || first == '\'';
    int start = quoted ? at + 1 : at;
    int end =
        quoted
            ? endOfQuoted(start, line, first, false)
            : in.first(at, line, Character::isWhitespace);
    return in.secret(start, end, WHAT);
  }

  private void said(int start, int end) {
    // a key is one only behind what it opens; a PIN and a token have forms of their own
    boolean sayable =
        "kK".indexOf(in.at(start)) >= 0
            || ("pPlLsSnNmM".indexOf(in.at(start)) >= 0 && end - start > 4);
    if (sayable && matches(said, end, in.length())) {
      for (String group : List.of("colon", "told", "words", "dash", "changed", "of", "bare")) {
        in.secret(said.start(group), said.end(group), "a password or passphrase");
      }
    }
    if (end - start < 4
        && "pP".indexOf(in.at(start)) >= 0
        && matches(saidShort, end, in.length())) {
      in.secret(saidShort.start(1), saidShort.end(1), "a password");
    }
  }

  private void asPassword(int start) {
    int from = start - 1;
    for (int words = 0; words < 3 && from > Math.max(0, start - 100); words++) {
      while (from > Math.max(0, start - 100)
          && !isBlank(in.at(from - 1))
          && in.at(from - 1) != '\n') {
        from--;
      }
      if (matches(asPassword, from, start) && asPassword.end() == start) {
        in.secret(asPassword.start(1), asPassword.end(1), "a password");
        return;
      }
      from--;
    }
  }

  // How far a value reaches

  /** Takes the value that begins at a place, and returns where it ends. */
  private int value(int at, boolean quotedName, boolean json) {
    int line = in.endOfLine(at);
    if (at >= line) {
      return at;
    }
    if ("@|>".indexOf(in.at(at)) >= 0 && matches(opensBelow, at, in.length())) {
      return in.secret(opensBelow.start(1), opensBelow.end(1), WHAT);
    }
    int quote = at;
    while (quote < line && quote < at + 4 && in.at(quote) == '\\') {
      quote++;
    }
    char first = quote < line ? in.at(quote) : ' ';
    if (first == '"' || first == '\'') {
      if (!quotedName && endsQuotation(quote + 1, line)) {
        return at;
      }
      int end = endOfQuoted(quote + 1, line, first, quote > at);
      return in.secret(quote + 1, end, WHAT);
    }
    if (json) {
      if (first == '{' || first == '[') {
        return at;
      }
      int end =
          in.first(at, line, c -> Character.isWhitespace(c) || c == ',' || c == '}' || c == ']');
      in.secret(at, end, WHAT, true);
      return end;
    }
    int end = endOfBare(at, line);
    while (quotedName && end > at && in.at(end - 1) == '\\' && end < in.length()) {
      end = in.endOfLine(end + 1);
    }
    return in.secret(at, end, WHAT);
  }

  /** Whether a quotation mark ends a text, going by what stands after it. */
  private boolean endsQuotation(int at, int line) {
    return at >= line || ",;:}])>/. \t".indexOf(in.at(at)) >= 0;
  }

  private int endOfQuoted(int from, int line, char quote, boolean escaped) {
    for (int i = from; i < line; i++) {
      char c = in.at(i);
      if (c == '\\' && escaped) {
        if (i + 1 < line && in.at(i + 1) == quote) {
          return i;
        }
      } else if (c == '\\' && quote == '"') {
        i++;
      } else if (c == quote) {
        boolean doubled = i + 1 < line && in.at(i + 1) == quote && i > from;
        if (!doubled) {
          return i;
        }
        i++;
      }
    }
    return line;
  }

  /** Returns where a value without quotation marks ends: nearly always with its line. */
  private int endOfBare(int from, int line) {
    boolean assignment = in.at(from - 1) == '=';
    for (int i = from; i < line; i++) {
      boolean ends =
          switch (in.at(i)) {
            case ';', '&' -> assignment && beginsAssignment(i + 1, line);
            case '"' -> endsQuotation(i + 1, line);
            // what the console puts behind every message
            case ' ' -> in.text().startsWith(" (ID", i);
            case '<' -> in.at(i + 1) == '/';
            case '\\' -> i + 1 < line && "nrt".indexOf(in.at(i + 1)) >= 0 && in.insideJson(from);
            default -> false;
          };
      if (ends) {
        return beforeEscape(from, i);
      }
    }
    return line;
  }

  /** A quotation mark that is escaped takes what escapes it along, or JSON would be none. */
  private int beforeEscape(int from, int end) {
    int at = end;
    while (in.at(end) == '"' && at > from && in.at(at - 1) == '\\') {
      at--;
    }
    return at;
  }

  private boolean beginsAssignment(int from, int line) {
    int end =
        in.first(
            from,
            Math.min(line, from + 60),
            c -> !Character.isLetterOrDigit(c) && c != ' ' && c != '_');
    return end < line && in.at(end) == '=';
  }
}
