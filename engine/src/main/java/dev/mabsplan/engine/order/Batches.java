package dev.mabsplan.engine.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the order of rival repairs, and after which of them the retry is made, with the least
 * expected time to the one that helps.
 *
 * <p>Exactly one of the causes is present, or one that nobody thought of. A repair that a look
 * tells of takes that look each time it is come to, and its work and a retry only where it is the
 * one; in the order these are a constant. A repair that only trying tells of takes its work, and
 * what tells is the retry, which takes time as well: so it is made once for a batch of them. With
 * the weight {@code w} and the minutes {@code c} of each and {@code r} minutes of the retry, what
 * is expected is
 *
 * <pre>{@code
 * sum over the parts in order: (sum of c, + r where it is a batch) * (weight that is still open)
 * }</pre>
 *
 * <p>Where the retry can mend the problem alone, the first one takes its weight along, and that
 * batch may be empty. All is found exactly by dynamic programming over subsets up to {@value
 * #EXACT} repairs. Beyond that, what has the best ratio of weight to minutes comes next, together
 * with what must come before it, and a batch grows as long as its ratio does. Everything is
 * compared in integers, so that no platform rounds it its own way.
 */
final class Batches {

  /** Up to so many repairs the order is exact. */
  static final int EXACT = 12;

  /** The weight of a cause that nobody thought of. */
  static final long UNKNOWN_CAUSE = 1;

  private final List<Repair> repairs;
  private final long retry;
  private final long alone;

  /**
   * Takes repairs in the order that breaks ties.
   *
   * @param repairs the repairs
   * @param retryMinutes what the retry takes; 0 where one sees at once whether a repair helped
   * @param alone how likely the retry is what helps; 0 where it can't, or was made already
   */
  Batches(List<Repair> repairs, long retryMinutes, long alone) {
    this.repairs = List.copyOf(repairs);
    this.retry = retryMinutes;
    this.alone = alone;
  }

  /**
   * What is done before one sees whether it helped.
   *
   * @param repairs indices, in order; none for the retry alone
   * @param retried whether the retry tells; where not, a look does
   */
  record Batch(List<Integer> repairs, boolean retried) {}

  /** Returns the best order. */
  List<Batch> best() {
    return repairs.size() <= EXACT ? new Exact().order() : new Greedy().order();
  }

  private Repair repair(int i) {
    return repairs.get(i);
  }

  private long total() {
    return repairs.stream().mapToLong(Repair::weight).sum() + alone + UNKNOWN_CAUSE;
  }

  private static IllegalStateException circle() {
    return new IllegalStateException("steps come before one another in a circle");
  }

  /** Sets of repairs are bits of a number; above them one bit says that the retry was made. */
  private final class Exact {

    private final int n = repairs.size();
    private final int sets = 1 << n;
    private final long[] weights = new long[sets];
    private final long[] minutes = new long[sets];
    private final int[] before = new int[sets];
    private final int tries;

    private Exact() {
      int onlyTried = 0;
      for (int i = 0; i < n; i++) {
        onlyTried |= repair(i).told() ? 0 : 1 << i;
      }
      tries = onlyTried;
      for (int set = 1; set < sets; set++) {
        int first = Integer.numberOfTrailingZeros(set);
        int rest = set & set - 1;
        weights[set] = weights[rest] + repair(first).weight();
        minutes[set] = minutes[rest] + repair(first).minutes();
        before[set] = before[rest] | mask(repair(first).before());
      }
    }

    private static int mask(BitSet indices) {
      return indices.stream().map(i -> 1 << i).sum();
    }

    private List<Batch> order() {
      long[] least = new long[2 * sets];
      int[] next = new int[2 * sets];
      Arrays.fill(least, Long.MAX_VALUE);
      least[sets - 1] = alone == 0 ? 0 : (UNKNOWN_CAUSE + alone) * retry;
      least[2 * sets - 1] = 0;
      for (int made = 1; made >= (alone == 0 ? 1 : 0); made--) {
        for (int done = sets - 2; done >= 0; done--) {
          improve(done, made, least, next);
        }
      }
      return path(alone == 0 ? 1 : 0, least, next);
    }

    private void improve(int done, int made, long[] least, int[] next) {
      long open = total() - weights[done] - made * alone;
      int state = made * sets + done;
      if (made == 0) {
        offer(state, 0, sets + done, open * retry, least, next);
      }
      for (int i = 0; i < n; i++) {
        int one = 1 << i;
        if ((done & one) == 0 && repair(i).told() && (before[one] & ~done) == 0) {
          offer(state, one, state | one, open * minutes[one], least, next);
        }
      }
      int left = tries & ~done;
      for (int batch = -left & left; batch != 0; batch = batch - left & left) {
        if ((before[batch] & ~(done | batch)) == 0 && isBatch(batch)) {
          offer(state, batch, sets + (done | batch), open * (minutes[batch] + retry), least, next);
        }
      }
    }

    private static void offer(int from, int part, int to, long expected, long[] least, int[] next) {
      if (least[to] != Long.MAX_VALUE && expected + least[to] < least[from]) {
        least[from] = expected + least[to];
        next[from] = part;
      }
    }

    /** One repair, or several mild ones of which none but the last is for a test. */
    private boolean isBatch(int set) {
      if (Integer.bitCount(set) == 1) {
        return true;
      }
      int temporary = 0;
      for (int i = 0; i < n; i++) {
        if ((set >> i & 1) == 1) {
          if (!repair(i).mild()) {
            return false;
          }
          temporary |= repair(i).temporary() ? 1 << i : 0;
        }
      }
      return Integer.bitCount(temporary) <= 1 && (before[set] & temporary) == 0;
    }

    private List<Batch> path(int retried, long[] least, int[] next) {
      List<Batch> parts = new ArrayList<>();
      int made = retried;
      int done = 0;
      while (done != sets - 1) {
        int state = made * sets + done;
        if (least[state] == Long.MAX_VALUE) {
          throw circle();
        }
        int part = next[state];
        boolean test = part == 0 || (part & tries) != 0;
        parts.add(new Batch(inOrder(BitSet.valueOf(new long[] {part})), test));
        done |= part;
        made = test ? 1 : made;
      }
      if (made == 0) {
        parts.add(new Batch(List.of(), true));
      }
      return parts;
    }
  }

  /** Each after those that come before it, what is for a test last, else as they were given. */
  private List<Integer> inOrder(BitSet set) {
    List<Integer> order = new ArrayList<>();
    for (boolean temporary : new boolean[] {false, true}) {
      set.stream()
          .filter(i -> repair(i).temporary() == temporary)
          .forEach(i -> draw(i, set, order));
    }
    return List.copyOf(order);
  }

  private void draw(int i, BitSet set, List<Integer> order) {
    if (!order.contains(i)) {
      repair(i).before().stream().filter(set::get).forEach(j -> draw(j, set, order));
      order.add(i);
    }
  }

  /** Takes again and again what is worth most for its minutes. */
  private final class Greedy {

    private final BitSet done = new BitSet();
    private final List<Batch> parts = new ArrayList<>();
    private boolean made = alone == 0;

    private List<Batch> order() {
      while (done.cardinality() < repairs.size()) {
        BitSet best = best(done);
        if (!made && alone * cost(best) > (weight(best) + weightAlong(best)) * retry) {
          best = new BitSet();
        } else if (isMildTry(best)) {
          best = grown(best, weightAlong(best));
        }
        take(best);
      }
      if (!made) {
        take(new BitSet());
      }
      return parts;
    }

    /** What the first retry mends alone counts for the batch that it closes. */
    private long weightAlong(BitSet set) {
      return made || set.stream().allMatch(i -> repair(i).told()) ? 0 : alone;
    }

    /** The one with the best ratio, with all that must come before it. */
    private BitSet best(BitSet without) {
      BitSet best = new BitSet();
      for (int i = 0; i < repairs.size(); i++) {
        if (!without.get(i)) {
          BitSet closure = closure(i, without);
          if (best.isEmpty() || weight(closure) * cost(best) > weight(best) * cost(closure)) {
            best = closure;
          }
        }
      }
      return best;
    }

    private BitSet closure(int i, BitSet without) {
      BitSet closure = new BitSet();
      close(i, without, closure, 0);
      return closure;
    }

    private void close(int i, BitSet without, BitSet closure, int depth) {
      if (depth > repairs.size()) {
        throw circle();
      }
      repair(i).before().stream()
          .filter(j -> !without.get(j) && !closure.get(j))
          .forEach(j -> close(j, without, closure, depth + 1));
      closure.set(i);
    }

    private long weight(BitSet set) {
      return set.stream().mapToLong(i -> repair(i).weight()).sum();
    }

    private long work(BitSet set) {
      return set.stream().mapToLong(i -> repair(i).minutes()).sum();
    }

    private long cost(BitSet set) {
      return work(set) + (set.stream().allMatch(i -> repair(i).told()) ? 0 : retry);
    }

    private boolean isMildTry(BitSet set) {
      return set.stream()
          .allMatch(i -> repair(i).mild() && !repair(i).told() && !repair(i).temporary());
    }

    /** A batch takes in the next best as long as that is worth more than the batch itself. */
    private BitSet grown(BitSet seed, long along) {
      BitSet batch = (BitSet) seed.clone();
      while (true) {
        BitSet without = (BitSet) done.clone();
        without.or(batch);
        BitSet more = new BitSet();
        for (int i = 0; i < repairs.size(); i++) {
          BitSet closure = without.get(i) ? new BitSet() : closure(i, without);
          boolean joins = !closure.isEmpty() && isMildTry(closure);
          if (joins
              && (more.isEmpty() || weight(closure) * work(more) > weight(more) * work(closure))) {
            more = closure;
          }
        }
        if (more.isEmpty() || weight(more) * cost(batch) <= (weight(batch) + along) * work(more)) {
          return batch;
        }
        batch.or(more);
      }
    }

    /** Looks stand for themselves; what is tried is retried together where it may be. */
    private void take(BitSet set) {
      List<Integer> batch = new ArrayList<>();
      for (int i : inOrder(set)) {
        boolean alone = repair(i).told() || !repair(i).mild();
        if (alone && !batch.isEmpty()) {
          add(batch, true);
          batch = new ArrayList<>();
        }
        batch.add(i);
        if (alone || repair(i).temporary()) {
          add(batch, !repair(i).told());
          batch = new ArrayList<>();
        }
      }
      if (!batch.isEmpty() || set.isEmpty()) {
        add(batch, true);
      }
      done.or(set);
    }

    private void add(List<Integer> batch, boolean retried) {
      parts.add(new Batch(List.copyOf(batch), retried));
      made |= retried;
    }
  }
}
