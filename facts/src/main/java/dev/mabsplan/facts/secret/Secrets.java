package dev.mabsplan.facts.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what must never reach a fact, a plan or a log: passphrases, PINs, passwords,
 * tokens, keys and the content of a vault credentials file. Where it is unclear how far a secret
 * reaches, the rest of the line goes with it: a lost word can be looked up, a leaked one can't be
 * taken back.
 */
public final class Secrets {

  /** What stands where a secret was. */
  public static final String MARK = "[secret]";

  /**
   * A text without secrets.
   *
   * @param text it, with as many lines as before
   * @param removals one for each line where a secret began; none where nothing was removed
   */
  public record Cleaned(String text, List<Removal> removals) {
    public Cleaned {
      removals = List.copyOf(removals);
    }
  }

  /**
   * Something that was removed, of which nothing is told.
   *
   * @param line the line it began in, counted from 1
   * @param what what kind of secret it is, in words
   */
  public record Removal(int line, String what) {}

  /**
   * PowerShell quotes the value that a parameter did not take, whatever the parameter is for; the
   * console breaks its lines within words.
   */
  private static final Pattern REFUSED =
      Pattern.compile(
          "parameter'\\w{0,60}(?:passphrase|password|pin|credential|secret|key|token)\\w{0,60}'"
              + "|System\\.Security\\.SecureString",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]{1,2000}\"");

  private Secrets() {}

  /** Returns a text without what is secret in it, of which no message is known. */
  public static Cleaned removedFrom(String text) {
    return removedFrom(text, Messages.NONE);
  }

  /**
   * Returns a text without what is secret in it.
   *
   * @param messages tells what is no secret
   */
  public static Cleaned removedFrom(String text, Messages messages) {
    Searched searched = new Searched(text, messages);
    SecretColumns.findIn(searched);
    SecretBlocks blocks = new SecretBlocks(searched);
    SecretForms forms = new SecretForms(searched);
    NamedSecrets named = new NamedSecrets(searched);
    SecretArguments arguments = new SecretArguments(searched);
    Clue.findIn(
        text,
        (clue, start) -> {
          switch (clue) {
            case PASSWORD,
                PWD,
                PSW,
                PW_SAID,
                PW_ASSIGNED,
                LOSEN,
                LOSEN_PLAIN,
                KEY,
                NYCKEL,
                TOKEN,
                CERTIFICATE_NAME,
                PIN ->
                named.at(clue, start);
            case SIGNATURE -> {
              named.at(clue, start);
              forms.signature(start);
            }
            case SECRET -> {
              named.at(clue, start);
              arguments.secureString(start);
            }
            case BEARER, AUTHORIZATION -> forms.authorization(start);
            case WEB_TOKEN -> forms.webToken(start);
            case CERTIFICATE -> forms.certificate(start);
            case EQUALS -> forms.storageKey(start);
            case ADDRESS -> forms.address(start);
            case DASHES -> blocks.privateKey(start);
            case VAULT -> blocks.vaultCredentials(start);
            case NET -> arguments.net(start);
            case PSEXEC, SQLCMD, SCHTASKS -> arguments.command(start);
          }
        });
    return searched.cleaned();
  }

  /** Returns the message of an error without what is secret in it, of which no message is known. */
  public static Cleaned removedFromMessage(String message) {
    return removedFromMessage(message, Messages.NONE);
  }

  /**
   * Returns the message of an error without what is secret in it. In a message that says that a
   * secret was refused, every text in quotation marks may be the secret.
   *
   * @param messages tells what is no secret
   */
  public static Cleaned removedFromMessage(String message, Messages messages) {
    Cleaned cleaned = removedFrom(message, messages);
    if (cleaned.text().indexOf('"') < 0
        || !REFUSED.matcher(cleaned.text().replaceAll("\\s", "")).find()) {
      return cleaned;
    }
    String without =
        QUOTED.matcher(cleaned.text()).replaceAll(Matcher.quoteReplacement('"' + MARK + '"'));
    if (without.equals(cleaned.text())) {
      return cleaned;
    }
    List<Removal> removals = new ArrayList<>(cleaned.removals());
    removals.add(new Removal(1, "what was given for a secret"));
    return new Cleaned(without, removals);
  }

  /**
   * Returns the value of something named, without it where the name is that of a secret.
   *
   * @param messages tells what is no secret
   */
  public static Cleaned removedFromValue(String name, String value, Messages messages) {
    if (!SecretNames.isSecret(name) || !Searched.isSecret(value)) {
      return removedFromMessage(value, messages);
    }
    if (messages.endOfKnown(value) == 0) {
      return new Cleaned(MARK, List.of(new Removal(1, NamedSecrets.WHAT)));
    }
    Searched named = new Searched(value, messages);
    named.secret(0, value.length(), NamedSecrets.WHAT);
    Cleaned behind = named.cleaned();
    Cleaned cleaned = removedFromMessage(behind.text(), messages);
    List<Removal> removals = new ArrayList<>(behind.removals());
    removals.addAll(cleaned.removals());
    return new Cleaned(cleaned.text(), removals);
  }
}
