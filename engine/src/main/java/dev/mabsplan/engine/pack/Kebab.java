package dev.mabsplan.engine.pack;

import java.util.Locale;

/** Spells constants the way topics and plans do: {@code VERY_LIKELY} is {@code very-likely}. */
public final class Kebab {

  private Kebab() {}

  /** Returns the word for a constant. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
