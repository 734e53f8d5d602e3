package dev.mabsplan.facts;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings names that Windows takes for one to one spelling. */
final class Spelling {

  private static final Map<String, String> HIVES =
      Map.of(
          "hkey_local_machine", "HKLM",
          "hkey_users", "HKU",
          "hkey_current_user", "HKCU",
          "hkey_classes_root", "HKCR",
          "hkey_current_config", "HKCC",
          "hklm", "HKLM",
          "hku", "HKU",
          "hkcu", "HKCU",
          "hkcr", "HKCR",
          "hkcc", "HKCC");

  private static final Pattern HIVE =
      Pattern.compile("(?:Computer\\\\)?([A-Za-z_]+):?(?:\\\\(.*))?", Pattern.DOTALL);
  private static final Pattern DRIVE = Pattern.compile("([A-Za-z])(?::\\\\?)?");
  private static final Pattern DRIVE_ROOT = Pattern.compile("[A-Za-z]:\\\\");

  private Spelling() {}

  /**
   * Returns the text as it is compared where case does not count, letter by letter as Windows does.
   */
  static String fold(String text) {
    char[] letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Character.toLowerCase(Character.toUpperCase(letters[i]));
    }
    return new String(letters);
  }

  /** Returns the one spelling of a key of a fact, which is the key at {@code index} of its kind. */
  static String key(FactKind kind, int index, String written) {
    String name = written.strip();
    return switch (kind) {
      case REGISTRY_VALUES -> index == 0 ? registryKey(name) : name;
      case VOLUMES, SHADOW_STORAGE -> volume(name);
      case FOLDERS -> folder(name);
      case ANTIVIRUS_EXCLUSIONS -> index == 1 ? folder(name) : name;
      default -> name;
    };
  }

  private static String registryKey(String written) {
    String key = withoutTrailingBackslash(written);
    Matcher matcher = HIVE.matcher(key);
    if (!matcher.matches()) {
      return key;
    }
    String hive = HIVES.get(fold(matcher.group(1)));
    if (hive == null) {
      return key;
    }
    String path = matcher.group(2);
    return path == null ? hive : hive + '\\' + path;
  }

  private static String volume(String written) {
    Matcher drive = DRIVE.matcher(written);
    return drive.matches()
        ? Character.toUpperCase(drive.group(1).charAt(0)) + ":"
        : withoutTrailingBackslash(written);
  }

  private static String folder(String written) {
    // D: without its backslash would be whatever folder is current on D
    return DRIVE_ROOT.matcher(written).matches() ? written : withoutTrailingBackslash(written);
  }

  private static String withoutTrailingBackslash(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '\\') {
      end--;
    }
    return path.substring(0, end);
  }
}
