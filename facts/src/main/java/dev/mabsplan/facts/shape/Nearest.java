package dev.mabsplan.facts.shape;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the known name that somebody most likely meant by one that is not known. */
public final class Nearest {

  private Nearest() {}

  /**
   * Returns the known name nearest to the one found: within two edits or a third of its length,
   * ignoring case. Of several equally near the first in alphabetical order is taken, so that the
   * answer does not depend on the order of {@code known}.
   */
  public static Optional<String> to(String found, Collection<String> known) {
    String wanted = Spelling.fold(found);
    @Nullable String nearest = null;
    int least = Math.max(2, found.length() / 3) + 1;
    for (String name : known) {
      // a word that is so much longer or shorter is no nearer
      if (Math.abs(name.length() - found.length()) <= least) {
        int distance = between(wanted, Spelling.fold(name));
        boolean nearer =
            distance < least
                || (distance == least && nearest != null && name.compareTo(nearest) < 0);
        // two edits turn any two-letter word into any other: something has to stay
        if (nearer && distance < Math.min(found.length(), name.length())) {
          nearest = name;
          least = distance;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * Returns how many letters have to be put in, left out, replaced or swapped with their neighbour
   * to turn one word into the other, ignoring case (Damerau-Levenshtein distance, where no letter
   * is edited twice).
   */
  public static int distance(String a, String b) {
    return between(Spelling.fold(a), Spelling.fold(b));
  }

  private static int between(String left, String right) {
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
