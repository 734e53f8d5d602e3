package dev.mabsplan.facts;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that somebody most likely meant by one that is not known. */
public final class Nearest {

  private Nearest() {}

  /**
   * Returns the known name nearest to the one found: within two edits or a third of its length,
   * ignoring case. Of several equally near the first in alphabetical order is taken, so that the
   * answer does not depend on the order of {@code known}.
   */
  public static Optional<String> to(String found, Collection<String> known) {
    int limit = Math.max(2, found.length() / 3);
    return known.stream()
        .filter(name -> Math.abs(name.length() - found.length()) <= limit)
        .filter(
            name -> {
              int distance = distance(found, name);
              // two edits turn any two-letter word into any other: something has to stay
              return distance <= limit && distance < Math.min(found.length(), name.length());
            })
        .min(
            Comparator.<String>comparingInt(name -> distance(found, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * Returns how many letters have to be put in, left out, replaced or swapped with their neighbour
   * to turn one word into the other, ignoring case (Damerau-Levenshtein distance, where no letter
   * is edited twice).
   */
  public static int distance(String a, String b) {
    String left = Spelling.fold(a);
    String right = Spelling.fold(b);
    int[] beforeLast = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[right.length() + 1];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = last[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[right.length()];
  }
}
