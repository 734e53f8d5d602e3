package dev.mabsplan.engine.pack;

import java.util.List;

/**
 * Decisive words: terms that together say what the matter is, whatever stands between them.
 *
 * @param terms names of the terms that must be there
 * @param without names of terms of which none may be there
 * @param certain whether they decide; if not, they are a hint
 */
public record Telling(List<String> terms, List<String> without, boolean certain) {

  /** Makes the lists unmodifiable. */
  public Telling {
    terms = List.copyOf(terms);
    without = List.copyOf(without);
  }
}
