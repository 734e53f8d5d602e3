package dev.mabsplan.facts.windows.storage;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Drive letters as PowerShell writes them: a letter, its number, or nothing that can be read. */
public final class DriveLetter {

  private static final Pattern LETTER = Pattern.compile("[A-Za-z](?::\\\\?)?");
  private static final Pattern NUMBER = Pattern.compile("\\d{2,3}");

  private DriveLetter() {}

  /** Returns the volume such as {@code D:}; nothing where there is no letter. */
  public static Optional<String> volume(String written) {
    String letter =
        NUMBER.matcher(written).matches()
            ? Character.toString(Integer.parseInt(written))
            : written.strip();
    return LETTER.matcher(letter).matches()
        ? Optional.of(letter.substring(0, 1).toUpperCase(Locale.ROOT) + ":")
        : Optional.empty();
  }
}
