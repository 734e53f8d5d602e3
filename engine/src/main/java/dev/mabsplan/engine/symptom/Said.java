package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.KnownStatement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact that somebody said in plain words.
 *
 * @param statement what was said
 * @param server of which server, where the words name it
 * @param numbers the numbers that were said, by placeholder
 * @param quote the words
 */
public record Said(
    KnownStatement statement, @Nullable String server, Map<String, String> numbers, String quote) {

  /** Makes the numbers unmodifiable. */
  public Said {
    numbers = Map.copyOf(numbers);
  }
}
