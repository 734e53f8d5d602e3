package dev.mabsplan.facts.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
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

  private static final Clues<SecretStart> CLUES =
      Clues.of(List.of(SecretStart.values()), SecretStart::begins);

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]{1,2000}\"");

  /** Each time takes something out that was none before, so that it ends long before. */
  private static final int MOST_TIMES = 16;

  /** Two points above the letter before them. */
  private static final char DIAERESIS = '\u0308';

  private static final int GRAPHEME_JOINER = 0x34F;
  private static final int FIRST_VARIATION = 0xFE00;
  private static final int LAST_VARIATION = 0xFE0F;

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
    return removedForGood(
        removedOnce(text, messages), clean -> removedOnce(clean.text(), messages));
  }

  /**
   * Takes out until nothing more is found: a mark can lay bare what a secret hid, such as the end
   * of a quotation, and what was written must read back as it is.
   */
  private static Cleaned removedForGood(Cleaned first, UnaryOperator<Cleaned> again) {
    Cleaned cleaned = first;
    for (int i = 0; i < MOST_TIMES && !cleaned.removals().isEmpty(); i++) {
      Cleaned next = again.apply(cleaned);
      if (next.text().equals(cleaned.text())) {
        break;
      }
      cleaned = next;
    }
    return new Cleaned(cleaned.text(), first.removals());
  }

  private static Cleaned removedOnce(String text, Messages messages) {
    SecretSearch searched = new SecretSearch(visible(text), messages);
    SecretColumns.findIn(searched);
    SecretForms.findIn(searched);
    CLUES.findIn(searched.text(), new FoundClues(searched)::at);
    Cleaned cleaned = searched.cleaned();
    return cleaned.removals().isEmpty() ? new Cleaned(text, List.of()) : cleaned;
  }

  /**
   * Returns a text without what nobody sees, which would part the name of a secret, and with the
   * letter of Swedish names in one piece, as macOS does not write it.
   */
  private static String visible(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0xAD && (isUnseen(c) || c == DIAERESIS || Character.isSurrogate(c))) {
        return withoutUnseen(text);
      }
    }
    return text;
  }

  private static String withoutUnseen(String text) {
    return text.codePoints()
        .filter(c -> !isUnseen(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .replace("o" + DIAERESIS, "ö")
        .replace("O" + DIAERESIS, "Ö");
  }

  private static boolean isUnseen(int c) {
    return Character.getType(c) == Character.FORMAT
        || c == GRAPHEME_JOINER
        || (c >= FIRST_VARIATION && c <= LAST_VARIATION);
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
    return removedForGood(
        refusedOnce(message, messages), clean -> refusedOnce(clean.text(), messages));
  }

  private static Cleaned refusedOnce(String message, Messages messages) {
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
    if (!SecretNames.isSecret(name) || !SecretSearch.isSecret(value)) {
      return removedFromMessage(value, messages);
    }
    if (messages.endOfKnown(value) == 0) {
      return new Cleaned(MARK, List.of(new Removal(1, NamedSecrets.WHAT)));
    }
    SecretSearch named = new SecretSearch(value, messages);
    named.secret(0, value.length(), NamedSecrets.WHAT);
    Cleaned behind = named.cleaned();
    Cleaned cleaned = removedFromMessage(behind.text(), messages);
    List<Removal> removals = new ArrayList<>(behind.removals());
    removals.addAll(cleaned.removals());
    return new Cleaned(cleaned.text(), removals);
  }
}
