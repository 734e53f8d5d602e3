package dev.mabsplan.facts.shape;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings names that Windows takes for one to one spelling. */
public final class Spelling {

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
  private static final Pattern DRIVE = Pattern.compile("([A-Za-z]):?");
  private static final Pattern DRIVE_ROOT = Pattern.compile("[A-Za-z]:\\\\");

  private Spelling() {}

  /**
   * Returns the text as it is compared where case does not count, letter by letter as Windows does.
   */
  public static String fold(String text) {
    boolean folded = true;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= 0x80) {
        return foldedByLetter(text);
      }
      folded &= letter < 'A' || letter > 'Z';
    }
    return folded ? text : foldedByByte(text);
  }

  /** Every address is folded once, and nearly all are ASCII: bytes are what Java keeps of those. */
  private static String foldedByByte(String text) {
    byte[] letters = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] >= 'A' && letters[i] <= 'Z') {
        letters[i] = (byte) (letters[i] + ('a' - 'A'));
      }
    }
    return new String(letters, StandardCharsets.ISO_8859_1);
  }

  private static String foldedByLetter(String text) {
    char[] letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Character.toLowerCase(Character.toUpperCase(letters[i]));
    }
    return new String(letters);
  }

  /**
   * Returns a fact with its names in one spelling, so that facts about one thing have one address.
   *
   * @param server gives a server its one name
   */
  public static Fact canonical(Fact fact, UnaryOperator<String> server) {
    FactKind kind = FactKind.of(fact.getClass());
    RecordShape shape = RecordShape.of(kind);
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    boolean changed = false;
    int keys = 0;
    for (int i = 0; i < values.length; i++) {
      RecordShape.Component component = shape.components().get(i);
      Object value = component.value((Record) fact);
      if (component.name().equals("server")) {
        values[i] = server.apply(fact.server());
      } else if (component.key()) {
        values[i] = value instanceof String name ? key(kind, keys, name) : value;
        keys++;
      } else {
        values[i] = value;
      }
      changed |= value != null && !value.equals(values[i]);
    }
    return changed ? (Fact) shape.create(values) : fact;
  }

  /** Returns the one spelling of a key of a fact, which is the key at {@code index} of its kind. */
  public static String key(FactKind kind, int index, String written) {
    String name = written.strip();
    return switch (kind) {
      case REGISTRY_VALUES ->
          index == 0 ? registryKey(name).orElseGet(() -> withoutTrailingBackslash(name)) : name;
      case VOLUMES, SHADOW_STORAGE -> volume(name);
      case FOLDERS -> folder(name);
      case SQL_ROLES -> index == 1 ? Accounts.canonical(name) : name;
      case ANTIVIRUS_EXCLUSIONS -> index == 1 ? folder(name) : name;
      default -> name;
    };
  }

  /** Returns a key of the registry with the short name of its hive; nothing where it has none. */
  public static Optional<String> registryKey(String written) {
    Matcher matcher = HIVE.matcher(withoutTrailingBackslash(written.strip()));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String path = matcher.group(2);
    return Optional.ofNullable(HIVES.get(fold(matcher.group(1))))
        .map(hive -> path == null ? hive : hive + '\\' + path);
  }

  private static String volume(String written) {
    String bare = withoutTrailingBackslash(written);
    Matcher drive = DRIVE.matcher(bare);
    return drive.matches() ? Character.toUpperCase(drive.group(1).charAt(0)) + ":" : bare;
  }

  private static String folder(String written) {
    // D: without its backslash would be whatever folder is current on D
    return DRIVE_ROOT.matcher(written).matches() ? written : withoutTrailingBackslash(written);
  }

  private static String withoutTrailingBackslash(String path) {
    int end = path.length();
    // a blank before it would be taken off when the path is read again
    while (end > 1
        && (path.charAt(end - 1) == '\\' || Character.isWhitespace(path.charAt(end - 1)))) {
      end--;
    }
    return path.substring(0, end);
  }
}
