package dev.mabsplan.engine.compare;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The most numbers of a list that stay in rising order: what is not among them has moved. */
final class LongestRise {

  private LongestRise() {}

  /**
   * Returns the numbers of one of the longest rising parts of a list in which each stands once; of
   * several, one with the most that are preferred.
   */
  static Set<Integer> of(List<Integer> numbers, Set<Integer> preferred) {
    int size = numbers.size();
    int[] values = numbers.stream().mapToInt(Integer::intValue).toArray();
    int[] worth = new int[size];
    int[] before = new int[size];
    Arrays.fill(before, -1);
    int last = -1;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        if (values[j] < values[i] && worth[j] > worth[i]) {
          worth[i] = worth[j];
          before[i] = j;
        }
      }
      // all that are preferred together count less than one number more
      worth[i] += size + 1 + (preferred.contains(values[i]) ? 1 : 0);
      last = last < 0 || worth[i] > worth[last] ? i : last;
    }
    Set<Integer> rise = new HashSet<>();
    for (int at = last; at >= 0; at = before[at]) {
      rise.add(values[at]);
    }
    return rise;
  }
}
