package dev.mabsplan.facts.windows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a file what must never reach a fact, a plan or a log: passphrases, PINs, passwords,
 * tokens, keys and the content of a vault credentials file. Where it is unclear how far a secret
 * reaches, the rest of the line goes with it: a lost word can be looked up, a leaked one can't be
 * taken back.
 */
final class Secrets {

  /** What stands where a secret was. */
  static final String MARK = "[secret]";

  /**
   * A file without secrets.
   *
   * @param file the file, with as many lines as before
   * @param remarks one for each line where a secret began, which says nothing of it
   */
  record Cleaned(TextFile file, List<Remark> remarks) {}

  /** A part of the text that is secret. A quoted one gets quotes, which JSON needs. */
  private record Span(int start, int end, String what, boolean quoted) {}

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST_KEY = 65_536;
  private static final String BLANKS = "[ \\t]{0,60}+";

  private static final String WORDS =
      "(?:password|passwd|pwd|pass[ _-]?phrase|lösenord(?:et)?|losenord|lösen(?:ords)?fras(?:en)?"
          + "|losenfras|account_?key|shared_?access_?key|shared_?access_?signature|storage_?key"
          + "|client_?secret|secret_?key|api_?key|access_?token|refresh_?token|id_?token"
          + "|sas_?token|management_?cert|encryption_?key|private_?key|security[ _-]?pin"
          + "|säkerhets-?pin(?:-?kod)?|(?<![\\p{L}\\d])pin(?:[ -]?(?:code|kod(?:en)?))?)";

  private static final Pattern ASSIGNED =
      Pattern.compile(
          WORDS
              + "(\\\\{0,3}[\"'])?\\]?(?:"
              + BLANKS
              + "([:=])"
              + BLANKS
              + "|[ \\t]{1,60}REG_[A-Z_]{2,20}[ \\t]{1,60})",
          FLAGS);
  private static final Pattern NAMED_IN_JSON =
      Pattern.compile(
          WORDS + "\"\\s{0,60}+,\\s{0,60}+\"(?:value|data|värde)\"\\s{0,60}+:\\s{0,60}+(?=[\"\\d])",
          FLAGS);
  private static final Pattern ELEMENT =
      Pattern.compile("<[\\w.:-]{0,80}?" + WORDS + "(?:\\s[^<>]{0,500}+)?+(?<!/)>", FLAGS);
  private static final Pattern NAMED_IN_XML =
      Pattern.compile(
          "(?:name|key)\\s?=\\s?[\"'][\\w. -]{0,60}?"
              + WORDS
              + "[\"'](?:\\s{1,60}+value\\s?=\\s?(?=[\"'])|[^<>]{0,500}+(?<!/)>)",
          FLAGS);
  private static final Pattern ARGUMENT =
      Pattern.compile("(?<![\\w-])(?:--?|/)\\w{0,30}?" + WORDS + "[ \\t]{1,10}+(?=[^\\s])", FLAGS);
  private static final Pattern SECURE_STRING = Pattern.compile("ConvertTo-SecureString\\b", FLAGS);
  private static final Pattern SAID =
      Pattern.compile(
          "(?:password|passphrase|lösenord(?:et)?|lösenfras(?:en)?)[ \\t](?:is|was|är|var)[ \\t]"
              + "([\"'“](?=\\S)[^\"'”\\n]{3,80}|(?=\\S{0,80}[\\d!@#$%^*_])\\S{4,80})",
          FLAGS);
  private static final Pattern PIN =
      Pattern.compile(
          "(?<!\\p{L})PIN(?:[ -]?(?:code|kod(?:en)?))?(?:\\s(?:is|was|är))?\\s{1,3}(\\d{4,10})\\b");
  private static final Pattern SIGNATURE =
      Pattern.compile("(?<![A-Za-z])sig(?:=|%3D)([A-Za-z0-9%+/=_.~-]{8,})", FLAGS);
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "(?<!\\w)(?:Bearer[ \\t]{1,10}([A-Za-z0-9._~+/=-]{16,})"
              + "|Authorization\\\\{0,3}[\"']?[ \\t]{0,10}[:=][ \\t]{0,10}\\\\{0,3}[\"']?"
              + "(?:Basic|Bearer|SharedKey(?:Lite)?|SharedAccessSignature|Negotiate|NTLM)[ \\t]{1,10}"
              + "([^\"'\\\\\\s][^\"'\\\\\\n]{3,}))",
          FLAGS);
  private static final Pattern WEB_TOKEN =
      Pattern.compile("\\beyJ[\\w-]{10,}+\\.[\\w-]{5,}+(?:\\.[\\w-]*+)?");
  private static final Pattern STORAGE_KEY =
      Pattern.compile("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==(?!=)");
  private static final Pattern CERTIFICATE =
      Pattern.compile("(?<![A-Za-z0-9+/])MII[A-Za-z0-9+/]{100,}+={0,2}");
  private static final Pattern IN_ADDRESS =
      Pattern.compile("(?<=://)[^\\s/:@\"'<>]{1,100}+:([^\\s/@\"'<>]{1,200}+)@");
  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----");
  private static final Pattern VAULT_CREDENTIALS =
      Pattern.compile(
          "<(?:\\w{1,20}:)?(\\w{0,40}?Vault\\w{0,20}?Cred(?:ential)?s)\\b[^<>]{0,2000}+>", FLAGS);

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
          "-");

  private final TextFile file;
  private final String text;
  private final List<Span> spans = new ArrayList<>();

  private Secrets(TextFile file) {
    this.file = file;
    this.text = file.text();
  }

  /** Returns a file without what is secret in it. */
  static Cleaned removedFrom(TextFile file) {
    Secrets secrets = new Secrets(file);
    secrets.find();
    return secrets.cleaned();
  }

  private void find() {
    vaultCredentials();
    privateKeys();
    assigned(ASSIGNED, "a password, PIN, passphrase or key");
    assigned(NAMED_IN_JSON, "a password, PIN, passphrase or key");
    elements();
    arguments();
    secureStrings();
    groups(SAID, "a password or passphrase");
    groups(PIN, "a PIN");
    groups(SIGNATURE, "the signature of a shared access token");
    groups(AUTHORIZATION, "a token");
    groups(WEB_TOKEN, "a token");
    groups(STORAGE_KEY, "an account key");
    groups(CERTIFICATE, "a certificate or its key");
    groups(IN_ADDRESS, "a password");
  }

  private void groups(Pattern pattern, String what) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      int group = 0;
      for (int i = 1; i <= matcher.groupCount(); i++) {
        group = matcher.start(i) >= 0 ? i : group;
      }
      secret(matcher.start(group), matcher.end(group), what);
    }
  }

  private void secret(int start, int end, String what) {
    secret(start, end, what, false);
  }

  private void secret(int start, int end, String what, boolean quoted) {
    String value = text.substring(start, end).strip();
    if (!value.isEmpty() && !value.equals(MARK) && !STATES.contains(lower(value))) {
      spans.add(new Span(start, end, what, quoted));
    }
  }

  private static String lower(String value) {
    return value.length() > 40 ? value : value.toLowerCase(Locale.ROOT);
  }

  // Blocks

  /**
   * The XML of a vault credentials file: a root such as {@code RSBackupVaultAADCreds} with an
   * element for the subscription, the vault, the certificate with its private key and so on.
   */
  private void vaultCredentials() {
    Matcher root = VAULT_CREDENTIALS.matcher(text);
    int from = 0;
    while (root.find(from)) {
      int closing = text.indexOf("/" + root.group(1) + ">", root.end());
      if (closing < 0) {
        closing = text.indexOf(":" + root.group(1) + ">", root.end());
      }
      from = closing < 0 ? text.length() : closing;
      contents(root.end(), from);
    }
  }

  private void contents(int from, int to) {
    int start = from;
    while (start < to) {
      int tag = text.indexOf('<', start);
      int end = tag < 0 || tag > to ? to : tag;
      secret(start, end, "a vault credential");
      int next = text.indexOf('>', end);
      start = next < 0 ? to : next + 1;
    }
  }

  private void privateKeys() {
    Matcher begin = PRIVATE_KEY.matcher(text);
    int from = 0;
    int end = text.indexOf("-----END ");
    while (begin.find(from)) {
      int start = begin.end();
      int limit = Math.min(text.length(), start + LONGEST_KEY);
      while (end >= 0 && end < start) {
        end = text.indexOf("-----END ", start);
      }
      from = end < 0 || end > limit ? endOfLinesOfKey(start, limit) : end;
      secret(start, from, "a private key");
    }
  }

  /** Returns where a key ends that is cut off: at the first line that can't be of one. */
  private int endOfLinesOfKey(int start, int limit) {
    int end = endOfLine(start);
    while (end < limit && end + 1 < text.length()) {
      int next = endOfLine(end + 1);
      if (!text.substring(end + 1, next)
          .strip()
          .matches("[A-Za-z0-9+/=]{1,200}|[\\w-]{1,40}: .*")) {
        break;
      }
      end = next;
    }
    return end;
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  // Values with a name

  private void assigned(Pattern pattern, String what) {
    Matcher matcher = pattern.matcher(text);
    int from = 0;
    while (matcher.find(from)) {
      boolean named = matcher.groupCount() == 0;
      boolean quotedName = named || matcher.group(1) != null;
      boolean json = named || (quotedName && ":".equals(matcher.group(2)));
      int end = value(matcher.end(), quotedName, json, what);
      from = Math.max(matcher.end(), end);
    }
  }

  /** Takes the value that begins at a place, and returns where it ends. */
  private int value(int at, boolean quotedName, boolean json, String what) {
    int line = endOfLine(at);
    if (at >= line) {
      return at;
    }
    int quote = at;
    while (quote < line && quote < at + 4 && text.charAt(quote) == '\\') {
      quote++;
    }
    char first = quote < line ? text.charAt(quote) : ' ';
    if (first == '"' || first == '\'') {
      if (!quotedName && endsQuotation(quote + 1, line)) {
        return at;
      }
      int end = endOfQuoted(quote + 1, line, first, quote > at);
      secret(quote + 1, end, what);
      return end;
    }
    if (json) {
      if (first == '{' || first == '[') {
        return at;
      }
      int end = first(at, line, c -> Character.isWhitespace(c) || c == ',' || c == '}' || c == ']');
      secret(at, end, what, true);
      return end;
    }
    int end = endOfBare(at, line);
    while (quotedName && end > at && text.charAt(end - 1) == '\\' && end < text.length()) {
      end = endOfLine(end + 1);
    }
    secret(at, end, what);
    return end;
  }

  /** Whether a quotation mark ends a text, going by what stands after it. */
  private boolean endsQuotation(int at, int line) {
    return at >= line || ",;:}])>/. \t".indexOf(text.charAt(at)) >= 0;
  }

  private int endOfQuoted(int from, int line, char quote, boolean escaped) {
    for (int i = from; i < line; i++) {
      char c = text.charAt(i);
      if (c == '\\' && escaped) {
        if (i + 1 < line && text.charAt(i + 1) == quote) {
          return i;
        }
      } else if (c == '\\' && quote == '"') {
        i++;
      } else if (c == quote) {
        boolean doubled = i + 1 < line && text.charAt(i + 1) == quote && i > from;
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
    boolean assigned = from > 0 && text.charAt(from - 1) == '=';
    for (int i = from; i < line; i++) {
      char c = text.charAt(i);
      boolean ends =
          switch (c) {
            case ';', '&' -> assigned && beginsAssignment(i + 1, line);
            case '"' -> endsQuotation(i + 1, line);
            case '<' -> i + 1 < line && text.charAt(i + 1) == '/';
            case '\\' -> i + 1 < line && "nrt".indexOf(text.charAt(i + 1)) >= 0 && insideJson(from);
            default -> false;
          };
      if (ends) {
        return i;
      }
    }
    return line;
  }

  private boolean beginsAssignment(int from, int line) {
    int end =
        first(
            from,
            Math.min(line, from + 60),
            c -> !Character.isLetterOrDigit(c) && c != ' ' && c != '_');
    return end < line && text.charAt(end) == '=';
  }

  /** Whether a place is inside a text of JSON, where a backslash and an n are the end of a line. */
  private boolean insideJson(int at) {
    int start = text.lastIndexOf('\n', at) + 1;
    int first = first(start, at, c -> !Character.isWhitespace(c));
    return first < at && "\"{[".indexOf(text.charAt(first)) >= 0;
  }

  private int first(int from, int to, IntPredicate wanted) {
    int at = from;
    while (at < to && !wanted.test(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private void elements() {
    Matcher element = ELEMENT.matcher(text);
    while (element.find()) {
      content(element.end());
    }
    Matcher named = NAMED_IN_XML.matcher(text);
    while (named.find()) {
      if (text.charAt(named.end() - 1) == '>') {
        content(named.end());
      } else {
        value(named.end(), true, false, "a password, PIN, passphrase or key");
      }
    }
  }

  private void content(int from) {
    int limit = Math.min(text.length(), from + LONGEST_KEY);
    int end = first(from, limit, c -> c == '<');
    secret(from, end, "a password, PIN, passphrase or key");
  }

  // Commands

  private void arguments() {
    Matcher argument = ARGUMENT.matcher(text);
    while (argument.find()) {
      argument(argument.end(), endOfLine(argument.end()));
    }
  }

  private int argument(int at, int line) {
    char first = text.charAt(at);
    if ("$(<-|@[{".indexOf(first) >= 0) {
      return at;
    }
    boolean quoted = first == '"' || first == '\'';
    int start = quoted ? at + 1 : at;
    int end =
        quoted ? endOfQuoted(start, line, first, false) : first(at, line, Character::isWhitespace);
    secret(start, end, "a password, PIN, passphrase or key");
    return end;
  }

  private void secureStrings() {
    Matcher command = SECURE_STRING.matcher(text);
    int from = 0;
    while (command.find(from)) {
      int line = endOfLine(command.end());
      int at = command.end();
      while (at < line && "|;)".indexOf(text.charAt(at)) < 0) {
        char c = text.charAt(at);
        if (c == ' ' || c == '\t') {
          at++;
        } else if (c == '-' || c == '$') {
          at = first(at, line, next -> next == ' ' || next == ')' || next == '|');
        } else {
          at = Math.max(at, argument(at, line)) + 1;
        }
      }
      from = Math.min(text.length(), Math.max(command.end(), at));
    }
  }

  // Without them

  private Cleaned cleaned() {
    spans.sort(
        Comparator.comparingInt(Span::start)
            .thenComparing(Comparator.comparingInt(Span::end).reversed()));
    StringBuilder clean = new StringBuilder();
    List<Remark> remarks = new ArrayList<>();
    int done = 0;
    int line = 1;
    int counted = 0;
    int remarked = 0;
    for (Span span : spans) {
      if (span.end() <= done) {
        continue;
      }
      boolean goesOn = span.start() < done;
      int start = Math.max(done, span.start());
      clean.append(text, done, start);
      if (!goesOn || text.substring(start, span.end()).indexOf('\n') >= 0) {
        clean.append(masked(text.substring(start, span.end()), span.quoted()));
      }
      line += (int) text.substring(counted, start).chars().filter(c -> c == '\n').count();
      counted = start;
      int first = line + leadingLines(start, span.end());
      if (first != remarked) {
        remarks.add(
            new Remark(Remark.Kind.SECRET, file.line(first), span.what() + " was left out"));
        remarked = first;
      }
      done = span.end();
    }
    clean.append(text, done, text.length());
    return new Cleaned(new TextFile(file.name(), clean.toString()), List.copyOf(remarks));
  }

  /** Returns how many lines of a span are blank before the first that is not. */
  private int leadingLines(int start, int end) {
    int at = first(start, end, c -> !Character.isWhitespace(c));
    return (int) text.substring(start, at).chars().filter(c -> c == '\n').count();
  }

  /** Returns a mark for each line of a secret that is not blank. */
  private static String masked(String secret, boolean quoted) {
    StringBuilder masked = new StringBuilder();
    for (String line : secret.split("\n", -1)) {
      masked.append(line.isBlank() ? line : quoted ? '"' + MARK + '"' : MARK).append('\n');
    }
    return masked.substring(0, masked.length() - 1);
  }
}
