package dev.mabsplan.engine.pack;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Spells names the way topics and plans do: {@code VERY_LIKELY} is {@code very-likely}. */
public final class Kebab {

  private Kebab() {}

  /** Returns what to write instead of a name that is spelled in another way; null for none. */
  public static @Nullable String advice(String name) {
    String spelled =
        name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return spelled.isEmpty() ? null : "write \"" + spelled + "\"";
  }

  /** Returns the word for a constant. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
