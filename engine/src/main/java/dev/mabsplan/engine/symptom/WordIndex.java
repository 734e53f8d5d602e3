package dev.mabsplan.engine.symptom;

import java.util.Arrays;

/**
 * Finds the numbers of words by a hash of their letters, so that a part of a word, or a word
 * without one of its letters, can be looked up without being made. Who asks must compare the words
 * that are found: others may have the same hash.
 */
final class WordIndex {

  /** The hashes of all beginnings of a word, and of each of them without one of its letters. */
  static final class Beginnings {
    private final int[] hashes;
    private final int[] powers;

    /**
     * Reads a word.
     *
     * @param longest how many of its letters count at most
     */
    Beginnings(CharSequence word, int longest) {
      int length = Math.min(word.length(), longest);
      hashes = new int[length + 1];
      powers = new int[length + 1];
      powers[0] = 1;
      for (int i = 0; i < length; i++) {
        hashes[i + 1] = next(hashes[i], word.charAt(i));
        powers[i + 1] = powers[i] * BASE;
      }
    }

    /** Returns the hash of so many letters. */
    int of(int length) {
      return hashes[length];
    }

    /** Returns the hash of so many letters, but for one. */
    int without(int length, int missing) {
      return hashes[length]
          + (hashes[missing] - hashes[missing + 1]) * powers[length - 1 - missing];
    }
  }

  private static final int[] NONE = {};
  private static final int BASE = 31;

  private int[] hashes = new int[256];
  private int[][] numbers = new int[256][];

  /** Which hashes there may be: most that are asked for are not, and this much stays at hand. */
  private long[] may = new long[32];

  private int size;

  /** Returns the hash of letters of a word. */
  static int hash(CharSequence word, int end) {
    return hash(word, 0, end);
  }

  /** Returns the hash of letters from one to before another. */
  static int hash(CharSequence letters, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = next(hash, letters.charAt(i));
    }
    return hash;
  }

  /** Returns the hash of one letter more. */
  static int next(int hash, char letter) {
    return hash * BASE + letter;
  }

  void add(int hash, int number) {
    if (size * 2 >= hashes.length) {
      grow();
    }
    int slot = slot(hash);
    int[] known = numbers[slot];
    if (known == null) {
      size++;
      hashes[slot] = hash;
      numbers[slot] = new int[] {number};
      mark(hash);
    } else if (known[known.length - 1] != number) {
      int[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = number;
      numbers[slot] = more;
    }
  }

  /** Returns the numbers of the words that may have a hash. */
  int[] at(int hash) {
    int[] found = mayHave(hash) ? numbers[slot(hash)] : null;
    return found == null ? NONE : found;
  }

  /** Whether a word may have a hash. */
  boolean has(int hash) {
    return mayHave(hash) && numbers[slot(hash)] != null;
  }

  private boolean mayHave(int hash) {
    int mixed = hash ^ (hash >>> 15);
    return (may[(mixed >>> 6) & (may.length - 1)] & (1L << mixed)) != 0;
  }

  private void mark(int hash) {
    int mixed = hash ^ (hash >>> 15);
    may[(mixed >>> 6) & (may.length - 1)] |= 1L << mixed;
  }

  private int slot(int hash) {
    int mask = hashes.length - 1;
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (numbers[slot] != null && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldHashes = hashes;
    int[][] old = numbers;
    hashes = new int[oldHashes.length * 2];
    numbers = new int[old.length * 2][];
    may = new long[may.length * 2];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != null) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        numbers[slot] = old[i];
        mark(oldHashes[i]);
      }
    }
  }
}
