package dev.mabsplan.engine.pack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A language that plans are written in: one that there are {@link OwnWords} in. Ids, commands and
 * product messages are never translated.
 *
 * @param tag the BCP 47 tag, such as {@code sv}
 */
public record Language(String tag) implements Comparable<Language> {

  /** English, which says what another language has no words for. */
  public static final Language ENGLISH = new Language("en");

  /** Swedish. */
  public static final Language SWEDISH = new Language("sv");

  /** Found when somebody first asks: a plan in one language need not know of the others. */
  private static final class All {
    static final List<Language> LANGUAGES =
        Stream.of(Locale.getISOLanguages()).flatMap(tag -> tagged(tag).stream()).sorted().toList();
  }

  /** Returns those with a tag of two letters, by tag. */
  public static List<Language> all() {
    return All.LANGUAGES;
  }

  /** Returns their tags. */
  public static List<String> tags() {
    return all().stream().map(Language::tag).toList();
  }

  /** Returns the language with the given tag, or nothing. */
  public static Optional<Language> tagged(String tag) {
    return Optional.of(new Language(tag)).filter(OwnWords::areIn);
  }

  /** Returns what English calls it. */
  String inEnglish() {
    return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
  }

  /** Words are found by their language, again and again; Java's own for records takes longer. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || (other instanceof Language it && tag.equals(it.tag));
  }

  @Override
  public int hashCode() {
    return tag.hashCode();
  }

  @Override
  public int compareTo(Language other) {
    return tag.compareTo(other.tag);
  }

  @Override
  public String toString() {
    return tag;
  }
}
