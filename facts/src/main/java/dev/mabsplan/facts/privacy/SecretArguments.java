package dev.mabsplan.facts.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets that stand in a command without a name before them. */
final class SecretArguments {

  private static final String SECURE_STRING = "ConvertTo-SecureString";
  private static final int MOST_ARGUMENTS = 12;
  private static final int LONGEST_LITERAL = 300;
  private static final Pattern NET_USE =
      Pattern.compile("(?<!\\w)net1?(?:\\.exe)?[ \\t]{1,10}use[ \\t]{1,10}", SecretNames.FLAGS);

  /** Programs that take a password behind a switch whose name says nothing. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?<!\\w)(?:psexec(?:64)?|sqlcmd|osql|isql|bcp|schtasks)(?:\\.exe)?(?=[ \\t])",
          SecretNames.FLAGS);

  /** The tools of SQL Server take it without a blank, behind a capital alone. */
  private static final Pattern GLUED = Pattern.compile("(?<=[ \\t])[-/]P(?=[^ \\t\\n:])");

  /** {@code net user NAME PASSWORD /add}. */
  private static final Pattern NET_USER =
      Pattern.compile(
          "(?<!\\w)net1?(?:\\.exe)?[ \\t]{1,10}user[ \\t]{1,10}(?:\"[^\"\\n]{1,100}\"|[^\\s/\"]{1,100})[ \\t]{1,10}"
              + "(?![/*|>&])(?=[^\\n]{0,200}[ \\t]/|\\S{0,80}[\\d!@#$%^*_])\"?([^\\s\"]{1,100})",
          SecretNames.FLAGS);

  private static final Pattern PASSWORD =
      Pattern.compile("(?<=[ \\t])[-/]r?p[ \\t]{1,10}(?=\\S)", SecretNames.FLAGS);

  private final SecretSearch in;
  private final NamedSecrets named;
  private final Matcher netUse;
  private final Matcher netUser;
  private final Matcher glued;
  private final Matcher command;
  private final Matcher password;
  private int secureStringUntil;
  private int netUseUntil;
  private int commandUntil;

  SecretArguments(SecretSearch in) {
    this.in = in;
    this.named = new NamedSecrets(in);
    this.netUse = in.matcher(NET_USE);
    this.netUser = in.matcher(NET_USER);
    this.glued = in.matcher(GLUED);
    this.command = in.matcher(COMMAND);
    this.password = in.matcher(PASSWORD);
  }

  /** Takes what {@code ConvertTo-SecureString} makes a secure string of. */
  void secureString(int secure) {
    int start = secure - SECURE_STRING.indexOf("Secure");
    if (start < secureStringUntil
        || !in.text().regionMatches(true, start, SECURE_STRING, 0, SECURE_STRING.length())) {
      return;
    }
    piped(start);
    int at = start + SECURE_STRING.length();
    if (Character.isLetterOrDigit(in.at(at)) || in.at(at) == '_') {
      return;
    }
    int line = in.endOfLine(at);
    while (at < line && "|;)".indexOf(in.at(at)) < 0) {
      char c = in.at(at);
      if (c == ' ' || c == '\t') {
        at++;
      } else if (in.text().startsWith(Secrets.MARK, at)) {
        at += Secrets.MARK.length();
      } else if (c == '-' || c == '$') {
        at = in.first(at, line, next -> next == ' ' || next == ')' || next == '|');
      } else {
        at = Math.max(at, named.argument(at)) + 1;
      }
    }
    secureStringUntil = Math.max(start + 1, at);
  }

  /** Takes a text in quotation marks that is piped into a command. */
  private void piped(int command) {
    int bar = beforeBlanks(command);
    int end = in.at(bar - 1) == '|' ? beforeBlanks(bar - 1) : 0;
    char quote = in.at(end - 1);
    if (quote != '"' && quote != '\'') {
      return;
    }
    int start = end - 1;
    while (start > Math.max(0, end - LONGEST_LITERAL)
        && in.at(start - 1) != quote
        && in.at(start - 1) != '\n') {
      start--;
    }
    if (in.at(start - 1) == quote) {
      in.secret(start, end - 1, NamedSecrets.WHAT);
    }
  }

  private int beforeBlanks(int from) {
    int at = from;
    while (in.at(at - 1) == ' ' || in.at(at - 1) == '\t') {
      at--;
    }
    return at;
  }

  /**
   * Takes the password of {@code net use}, which is what stands after the drive and the share and
   * is no switch.
   */
  void net(int start) {
    if (netUser.region(start, in.length()).lookingAt()) {
      in.secret(netUser.start(1), netUser.end(1), NamedSecrets.WHAT);
      return;
    }
    if (start < netUseUntil || !netUse.region(start, in.length()).lookingAt()) {
      return;
    }
    int at = netUse.end();
    int line = in.endOfLine(at);
    boolean remote = false;
    for (int i = 0; i < MOST_ARGUMENTS && at < line; i++) {
      int end = in.at(at) == '"' ? endOfQuoted(at + 1, line) : endOfArgument(at, line);
      if (isPlace(at, end)) {
        remote = true;
      } else if (in.at(in.at(at) == '"' ? at + 1 : at) != '/') {
        if (remote) {
          boolean quoted = in.at(at) == '"';
          in.secret(quoted ? at + 1 : at, quoted ? end - 1 : end, NamedSecrets.WHAT);
        }
        netUseUntil = end;
        return;
      }
      netUseUntil = end;
      at = in.first(end, line, c -> c != ' ' && c != '\t');
    }
  }

  /** Takes the passwords of a program that has them behind {@code -p}. */
  void command(int start) {
    if (start < commandUntil || !command.region(start, in.length()).lookingAt()) {
      return;
    }
    commandUntil = in.endOfLine(start);
    int from = command.end();
    while (from < commandUntil && password.region(from, commandUntil).find()) {
      from = Math.max(password.end(), named.argument(password.end()));
    }
    if (in.text().regionMatches(true, start, "psexec", 0, 6)) {
      return;
    }
    from = command.end();
    while (from < commandUntil && glued.region(from, commandUntil).find()) {
      from = Math.max(glued.end(), named.argument(glued.end()));
    }
  }

  private int endOfArgument(int from, int line) {
    int at = from;
    boolean quoted = false;
    while (at < line && (quoted || !Character.isWhitespace(in.at(at)))) {
      quoted ^= in.at(at) == '"';
      at++;
    }
    return at;
  }

  private int endOfQuoted(int from, int line) {
    return Math.min(line, in.first(from, line, c -> c == '"') + 1);
  }

  /** Whether an argument is a drive, a share, or the star for the next free drive. */
  private boolean isPlace(int at, int end) {
    int from = in.at(at) == '"' ? at + 1 : at;
    boolean drive = end - at == 2 && in.at(at + 1) == ':';
    boolean star = end - at == 1 && in.at(at) == '*';
    return drive || star || (in.at(from) == '\\' && in.at(from + 1) == '\\');
  }
}
