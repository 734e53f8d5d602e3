package dev.mabsplan.engine.symptom;

import java.util.Arrays;

/**
 * Finds the numbers of words by a hash of their letters, so that a part of a word, or a word
 * without one of its letters, can be looked up without being made. Who asks must compare the words
 * that are found: others may have the same hash.
 */
final class WordIndex {

  private static final int[] NONE = {};

  private int[] hashes = new int[256];
  private int[][] numbers = new int[256][];
  private int size;

  /** Returns the hash of letters of a word. */
  static int hash(CharSequence word, int end) {
    int hash = 0;
    for (int i = 0; i < end; i++) {
      hash = next(hash, word.charAt(i));
    }
    return hash;
  }

  /** Returns the hash of letters of a word, but for one. */
  static int hashWithout(CharSequence word, int end, int missing) {
    int hash = 0;
    for (int i = 0; i < end; i++) {
      if (i != missing) {
        hash = next(hash, word.charAt(i));
      }
    }
    return hash;
  }

  /** Returns the hash of one letter more. */
  static int next(int hash, char letter) {
    return hash * 31 + letter;
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
    } else if (known[known.length - 1] != number) {
      int[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = number;
      numbers[slot] = more;
    }
  }

  /** Returns the numbers of the words that may have a hash. */
  int[] at(int hash) {
    int[] found = numbers[slot(hash)];
    return found == null ? NONE : found;
  }

  /** Whether a word may have a hash. */
  boolean has(int hash) {
    return numbers[slot(hash)] != null;
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
    for (int i = 0; i < old.length; i++) {
      if (old[i] != null) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        numbers[slot] = old[i];
      }
    }
  }
}
