package dev.mabsplan.facts.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds what begins with one of some clues, by their first three characters: letters in either
 * case, and any digit for a digit. What is found is only where to look.
 *
 * @param <T> what is looked for
 */
final class Clues<T> {

  /** Takes what is found. */
  @FunctionalInterface
  interface Taker<T> {
    /**
     * Takes what may stand at a place.
     *
     * @param start where the clue begins
     */
    void take(T found, int start);
  }

  private static final int BITS = 6;
  private static final int LENGTH = 3;
  private static final int MASK = (1 << (LENGTH * BITS)) - 1;
  private static final String SYMBOLS = " .:;/-=_@~|";
  private static final byte[] CODES = codes();

  /** What is looked for by one clue. */
  private record Group<T>(int length, List<T> wanted) {}

  private final byte[] byCodes = new byte[MASK + 1];
  private final List<Group<T>> groups = new ArrayList<>();

  /**
   * Creates a finder.
   *
   * @param wanted what is looked for, with its clues
   */
  Clues(Map<T, List<String>> wanted) {
    Map<String, List<T>> byClue = new TreeMap<>();
    wanted.forEach(
        (one, clues) ->
            clues.forEach(
                clue ->
                    byClue
                        .computeIfAbsent(
                            clue.substring(0, Math.min(LENGTH, clue.length())),
                            key -> new ArrayList<>())
                        .add(one)));
    byClue.forEach((clue, ones) -> add(clue, List.copyOf(ones)));
  }

  private static byte[] codes() {
    byte[] codes = new byte[256];
    for (char c = 'a'; c <= 'z'; c++) {
      codes[c] = (byte) (c - 'a' + 1);
      codes[Character.toUpperCase(c)] = codes[c];
    }
    int next = 'z' - 'a' + 2;
    codes['ö'] = (byte) next;
    codes['Ö'] = (byte) next;
    next++;
    for (char c = '0'; c <= '9'; c++) {
      codes[c] = (byte) next;
    }
    for (int i = 0; i < SYMBOLS.length(); i++) {
      codes[SYMBOLS.charAt(i)] = (byte) ++next;
    }
    return codes;
  }

  private void add(String clue, List<T> wanted) {
    groups.add(new Group<>(clue.length(), wanted));
    int codes = 0;
    for (int i = 0; i < clue.length(); i++) {
      codes = (codes << BITS) | CODES[clue.charAt(i)];
    }
    int free = 1 << (BITS * (LENGTH - clue.length()));
    for (int before = 0; before < free; before++) {
      int at = (before << (BITS * clue.length())) | codes;
      if (byCodes[at] != 0) {
        throw new IllegalArgumentException("a clue that ends as another does: " + clue);
      }
      byCodes[at] = (byte) groups.size();
    }
  }

  /** Finds all clues of a text, in their order. */
  void findIn(String text, Taker<T> taker) {
    int codes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      codes = ((codes << BITS) | (c < CODES.length ? CODES[c] : 0)) & MASK;
      byte found = byCodes[codes];
      if (found != 0) {
        Group<T> group = groups.get(found - 1);
        for (T wanted : group.wanted()) {
          taker.take(wanted, i + 1 - group.length());
        }
      }
    }
  }

  /** Returns a finder of what has a clue each. */
  static <T> Clues<T> of(List<T> wanted, Function<T, String> clue) {
    Map<T, List<String>> clues = new LinkedHashMap<>();
    wanted.forEach(one -> clues.put(one, List.of(clue.apply(one))));
    return new Clues<>(clues);
  }
}
