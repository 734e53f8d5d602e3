package dev.mabsplan.engine.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the order of rival repairs with the least expected time to the one that helps.
 *
 * <p>Exactly one of the causes is present, or one that nobody thought of; a repair is tried until
 * the problem is gone. Without precedence the best order is by descending weight ÷ cost (Smith's
 * ratio rule); with precedence it is found exactly by dynamic programming over subsets up to
 * {@value #EXACT} repairs, and beyond that by taking again and again what has the best ratio
 * together with what must come before it.
 */
final class Sequencer {

  /** Up to so many repairs the order is exact. */
  static final int EXACT = 12;

  /** The weight of a cause that nobody thought of. */
  private static final long UNKNOWN_CAUSE = 1;

  private final long[] weights;
  private final long[] costs;
  private final List<BitSet> before;

  /**
   * Takes repairs in the order that breaks ties.
   *
   * @param weights likelihood of each, at least 1
   * @param costs minutes of each, at least 1
   * @param before for each, the indices of those that come before it
   */
  Sequencer(long[] weights, long[] costs, List<BitSet> before) {
    this.weights = weights.clone();
    this.costs = costs.clone();
    this.before = List.copyOf(before);
  }

  /** Returns the best order, as indices. */
  int[] order() {
    return weights.length <= EXACT ? exact() : greedy();
  }

  /**
   * Returns the expected minutes of an order times the sum of all weights.
   *
   * @param order indices of the repairs that are in it
   */
  long expected(int[] order) {
    long open = total();
    long expected = 0;
    for (int i : order) {
      expected += costs[i] * open;
      open -= weights[i];
    }
    return expected;
  }

  /** Returns the sum of all weights, that of a cause nobody thought of included. */
  long total() {
    return Arrays.stream(weights).sum() + UNKNOWN_CAUSE;
  }

  private int[] exact() {
    int n = weights.length;
    int all = (1 << n) - 1;
    long[] best = new long[all + 1];
    int[] next = new int[all + 1];
    int[] masks = before.stream().mapToInt(Sequencer::mask).toArray();
    long[] open = new long[all + 1];
    for (int done = 0; done <= all; done++) {
      open[done] = total();
      for (int i = 0; i < n; i++) {
        if ((done >> i & 1) == 1) {
          open[done] -= weights[i];
        }
      }
    }
    for (int done = all - 1; done >= 0; done--) {
      best[done] = Long.MAX_VALUE;
      next[done] = -1;
      for (int i = 0; i < n; i++) {
        boolean possible = (done >> i & 1) == 0 && (masks[i] & ~done) == 0;
        if (possible && best[done | 1 << i] != Long.MAX_VALUE) {
          long expected = costs[i] * open[done] + best[done | 1 << i];
          if (expected < best[done]) {
            best[done] = expected;
            next[done] = i;
          }
        }
      }
    }
    int[] order = new int[n];
    int done = 0;
    for (int i = 0; i < n; i++) {
      if (next[done] < 0) {
        throw circle();
      }
      order[i] = next[done];
      done |= 1 << next[done];
    }
    return order;
  }

  private static int mask(BitSet indices) {
    return indices.stream().map(i -> 1 << i).sum();
  }

  private int[] greedy() {
    int n = weights.length;
    List<Integer> order = new ArrayList<>();
    boolean[] done = new boolean[n];
    while (order.size() < n) {
      List<Integer> best = List.of();
      for (int i = 0; i < n; i++) {
        if (!done[i]) {
          List<Integer> closure = new ArrayList<>();
          close(i, done, closure, 0);
          if (best.isEmpty() || betterRatio(closure, best)) {
            best = closure;
          }
        }
      }
      for (int i : best) {
        done[i] = true;
        order.add(i);
      }
    }
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private void close(int i, boolean[] done, List<Integer> closure, int depth) {
    if (depth > weights.length) {
      throw circle();
    }
    before.get(i).stream()
        .filter(j -> !done[j] && !closure.contains(j))
        .forEach(j -> close(j, done, closure, depth + 1));
    if (!closure.contains(i)) {
      closure.add(i);
    }
  }

  private boolean betterRatio(List<Integer> a, List<Integer> b) {
    return sum(weights, a) * sum(costs, b) > sum(weights, b) * sum(costs, a);
  }

  private static long sum(long[] values, List<Integer> indices) {
    return indices.stream().mapToLong(i -> values[i]).sum();
  }

  private static IllegalStateException circle() {
    return new IllegalStateException("steps come before one another in a circle");
  }
}
