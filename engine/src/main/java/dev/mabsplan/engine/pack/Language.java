package dev.mabsplan.engine.pack;

import java.util.Arrays;
import java.util.Optional;

/**
 * A language that plans are written in. Ids, commands and product messages are never translated.
 */
public enum Language {
  /** English. */
  ENGLISH("en"),
  /** Swedish. */
  SWEDISH("sv");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Returns the BCP 47 tag, such as {@code sv}. */
  public String tag() {
    return tag;
  }

  /** Returns the language with the given tag, or nothing. */
  public static Optional<Language> tagged(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }
}
