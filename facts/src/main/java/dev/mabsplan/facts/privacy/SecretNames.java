package dev.mabsplan.facts.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a secret is called, in English and Swedish, and a password in languages nearby. */
public final class SecretNames {

  static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /**
   * The end of a name, from a part on that {@link SecretStart} finds. Words that are harmless
   * alone, such as key, count with what stands before them.
   */
  static final Pattern WORD =
      Pattern.compile(
          "password|passwd|pwd|pass[ _-]?phrase|lösenord(?:et)?(?!s?fras)|losenord(?!s?fras)"
              + "|(?:l[öo]sen(?:ords)?|pass|krypterings-?)fras(?:en)?"
              + "|(?<=account[ _-]?|shared[ _]?access[ _-]?|storage[ _-]?|secret[_-]?|secret[_-]?access[_-]?|api[ _-]?|encryption[_-]?"
              + "|private[_-]?|subscription[ _-]?|functions?[_-]?|hostednetwork )key"
              + "|(?<![\\p{L}\\d])(?:pass|psw|pw)(?=[\"']?[ \\t\\x{A0}]?[:=：])|(?<![\\p{L}\\d])pw(?=[ \\t])"
              + "|(?<=[ \\t][/-])pass(?=[ \\t])|(?<![\\p{L}\\d])l[öo]sen(?=[ \\t])"
              + "|l[öo]sen(?=[ \\t\\x{A0}]?[:=：])|kennwort|passwort|mot de passe"
              + "|passord(?:et)?|adgangskode|salasana|wachtwoord"
              + "|(?<=(?:säkerhets|krypterings|åtkomst|konto|lagrings|prenumerations)-?)nyckeln?"
              + "|(?<=shared_?access_?)signature"
              + "|(?:(?<=client[ _-]?)|(?<![\\p{L}\\d]))secret(?![\\p{L}\\d])"
              + "|(?<=(?:access|refresh|id|sas|auth|vault|session|security|bearer|api|github)[_-]?)token"
              + "|(?<=management_?)cert"
              + "|(?:(?<=security[ _-]?|säkerhets-?)|(?<![\\p{L}\\d])|(?-i:(?<=[a-z])(?=P)))"
              + "pin(?:[ -]?(?:code|kod(?:en)?))?",
          FLAGS);

  private static final Set<String> VALUES = Set.of("value", "data");
  private static final Pattern ENDS_WITH_WORD =
      Pattern.compile(".{0,200}?(?:" + WORD.pattern() + ")", FLAGS);

  private static final Pattern MENTIONED =
      Pattern.compile(
          "password|passwd|passphrase|pwd|secret|credential|token|salt|securitypin|\\bpin\\b"
              + "|sas(?:url|uri|key)|privatekey|encryptionkey|encryptedkey|accountkey|accesskey"
              + "|storagekey|sharedkey|apikey|productkey|digitalproductid",
          FLAGS);

  /** Of each way through {@link #WORD} a part: most names have none of them. */
  private static final List<String> WORDS =
      List.of(
          "pass",
          "pwd",
          "psw",
          "pw",
          "losen",
          "key",
          "nyckel",
          "signature",
          "secret",
          "token",
          "cert",
          "pin",
          "kennwort",
          "mot de passe",
          "adgangskode",
          "salasana",
          "wachtwoord");

  private SecretNames() {}

  /** Other letters may be one of ours by another case. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Whether a field holds the value of what another field of the same thing names. */
  public static boolean isOfNamed(String field) {
    return VALUES.contains(field);
  }

  /** Returns whether a field, column or parameter of this name holds a secret. */
  public static boolean isSecret(String name) {
    if (!mayHaveWord(name)) {
      return false;
    }
    return ENDS_WITH_WORD.matcher(name.strip()).matches();
  }

  /** Returns whether {@link #WORD} may be found in a text; of nearly all it is known not to be. */
  static boolean mayHaveWord(String text) {
    return !isPlain(text) || hasWord(text.toLowerCase(Locale.ROOT));
  }

  private static boolean hasWord(String name) {
    for (String word : WORDS) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether a name has to do with a secret. Broader than {@link #isSecret}: for places such
   * as the registry, where what is encoded or derived is nobody's business either.
   */
  public static boolean mentionsSecret(String name) {
    return MENTIONED.matcher(name).find();
  }
}
