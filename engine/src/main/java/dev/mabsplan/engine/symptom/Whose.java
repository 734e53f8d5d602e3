package dev.mabsplan.engine.symptom;

import dev.mabsplan.facts.ServerRole;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out of whom a sentence speaks that is no message of the product: a server, a data source.
 * Where it could be two, it is nobody.
 */
final class Whose {

  /** Names of servers have a digit, a hyphen with letters in capitals, or a domain. */
  private static final String HOST =
      "((?=[A-Za-z0-9-]{0,40}\\d|[A-Z0-9]{2,20}-[A-Z0-9]|[A-Za-z0-9-]{1,40}\\.[a-z]{2})"
          + "[A-Za-z][A-Za-z0-9]{0,20}(?:-[A-Za-z0-9]{1,20}){0,5}"
          + "(?:\\.[A-Za-z][A-Za-z0-9-]{0,60}){0,5})"
          + "(?![\\w-])";

  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?i:on|server|servern|computer|machine|datorn|på|auf|sur|to|till|mot|for|för|of|from|från)"
              + "[:,]?\\s+[\"'“(]?"
              + HOST);
  private static final Pattern ANY = Pattern.compile("(?<![\\w.\\\\/-])" + HOST);
  private static final Pattern NO_HOST =
      Pattern.compile(
          "(?i)(?:KB|ID|V|CU|TLS|CSV|INC|HRESULT|SP|UR|TB|GB|MB|ERROR|PG|Q|O|M|SSL|X|x64|office|http|https|"
              + "powershell|net|smtp|port|mp|ps|re|e|co)[0-9.-]*"
              // no version begins with a zero, and SQL03 is a server
              + "|(?i)(?:SQL|server|windows|win|exchange|esx|vcenter)(?!0\\d)[0-9.-]*"
              + "|(?i).*\\.(?:exe|dll|log|txt|vhdx?|vmdk|xml|json|csv|ps1|zip|vaultcredentials|msc)"
              + "|(?i)(?:re|e|co|on|off|self|pre|post|up|in|add|snap|real|multi|non|sub)-.*|[a-z]+-[a-z]+(?:-[a-z]+)*");
  private static final Pattern BACKUP_SERVER =
      Pattern.compile(
          "[a-z0-9-]*(?:mabs|dpm|backup|bkp|azbs)[a-z0-9-]*(?:\\..*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern CUT = Pattern.compile("[.\\s]{0,3}(?:…|\\.\\.)|\\.?\\n[a-z0-9.]");
  private static final Pattern DRIVE =
      Pattern.compile("(?<![\\w\\\\])([A-Z]:)(\\\\?)(?![\\w\\\\])(?!\\s*/)");
  private static final Pattern DATABASE =
      Pattern.compile(
          "(?<![\\w\\\\])([A-Z][A-Z0-9-]*\\d[A-Z0-9-]*\\\\[\\p{L}\\d_-]+)(?![\\\\\\w])");
  private static final Pattern MACHINE =
      Pattern.compile("\\bVM\\s+([A-Z][A-Za-z0-9-]*\\d[A-Za-z0-9-]*)\\s+(?:on|på)\\b");

  private Whose() {}

  /**
   * Returns the server that a sentence names, or null.
   *
   * @param backupServer whether it is a backup server that is looked for
   */
  static @Nullable String server(String sentence, boolean backupServer) {
    if (!mayNameHost(sentence)) {
      return null;
    }
    String only = only(NAMED.matcher(sentence), sentence, backupServer);
    return only != null ? only : only(ANY.matcher(sentence), sentence, backupServer);
  }

  /** Whether there is any of what tells the name of a server from a word. */
  private static boolean mayNameHost(String sentence) {
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      char next = i + 1 < sentence.length() ? sentence.charAt(i + 1) : ' ';
      if ((c >= '0' && c <= '9')
          || (c == '-' && next >= 'A' && next <= 'Z')
          || (c == '.' && next >= 'a' && next <= 'z')) {
        return true;
      }
    }
    return false;
  }

  /** Returns the server that a sentence names and that may have a role, or null. */
  static @Nullable String server(String sentence, ServerRole role) {
    return switch (role) {
      case BACKUP_SERVER -> server(sentence, true);
      case PROTECTED_SERVER -> server(sentence, false);
      // the agent may be on any
      case AGENT_SERVER -> {
        String backupServer = server(sentence, true);
        yield backupServer != null ? backupServer : server(sentence, false);
      }
    };
  }

  private static @Nullable String only(Matcher matcher, String sentence, boolean backupServer) {
    Set<String> found = new LinkedHashSet<>();
    while (matcher.find()) {
      String name = matcher.group(1);
      boolean machine =
          sentence.startsWith("\\", matcher.end(1)) || sentence.startsWith(":", matcher.end(1));
      if (!NO_HOST.matcher(name).matches()
          && !machine
          && !isCut(sentence, name)
          && BACKUP_SERVER.matcher(name).matches() == backupServer) {
        found.add(name);
      }
    }
    return found.size() == 1 ? found.iterator().next() : null;
  }

  /** A name that an ellipsis or a broken line follows anywhere may be the beginning of another. */
  private static boolean isCut(String sentence, String name) {
    int at = sentence.indexOf(name);
    while (at >= 0) {
      if (CUT.matcher(sentence).region(at + name.length(), sentence.length()).lookingAt()) {
        return true;
      }
      at = sentence.indexOf(name, at + 1);
    }
    return false;
  }

  /** Returns the data source that a sentence names, or null. */
  static @Nullable String dataSource(String sentence) {
    Set<String> found = new LinkedHashSet<>();
    Matcher drive = DRIVE.matcher(sentence);
    while (drive.find()) {
      found.add(drive.group(1) + "\\");
    }
    Matcher database = DATABASE.matcher(sentence);
    while (database.find()) {
      found.add(database.group(1));
    }
    Matcher machine = MACHINE.matcher(sentence);
    while (machine.find()) {
      found.add(machine.group(1));
    }
    return found.size() == 1 ? found.iterator().next() : null;
  }
}
