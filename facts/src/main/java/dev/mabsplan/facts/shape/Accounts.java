package dev.mabsplan.facts.shape;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The account that services run as, which Windows calls by another name in every language. */
final class Accounts {

  /** The account as an English Windows calls it, by which it is compared. */
  static final String SYSTEM = "NT AUTHORITY\\SYSTEM";

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** What stands beside NT: authority, Autorität, autorité, instans, myndighet and so on. */
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "nt[ -](?:authority|autoritat|autoritaet|instans|instantie|instance|instanssi"
              + "|myndighet|myndighed|hallinta|gezag|autoriteit|auktoritet)"
              + "|(?:autorite|autorita|autoridad|autoridade|zarzadzanie|urzad)[ -]nt");

  private static final Set<String> NAMES =
      Set.of(
          "system",
          "systeme",
          "sistema",
          "systemet",
          "systeem",
          "jarjestelma",
          "localsystem",
          "local system");

  /** Names that need no authority before them, since no other account can have them. */
  private static final Set<String> ALONE =
      Set.of("system", "localsystem", "local system", ".\\localsystem", "s-1-5-18");

  private Accounts() {}

  /** Returns the one spelling of an account. */
  static String canonical(String account) {
    return isSystem(account) ? SYSTEM : account;
  }

  private static boolean isSystem(String account) {
    String folded = folded(account);
    int end = folded.indexOf('\\');
    return ALONE.contains(folded)
        || (end > 0
            && AUTHORITY.matcher(folded.substring(0, end).strip()).matches()
            && NAMES.contains(folded.substring(end + 1).strip()));
  }

  /** Letters count without their marks: a code page loses them as often as not. */
  private static String folded(String account) {
    String apart = Normalizer.normalize(account.strip(), Normalizer.Form.NFD);
    return MARKS
        .matcher(apart)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .replaceAll("^\\[|\\]$", "");
  }
}
