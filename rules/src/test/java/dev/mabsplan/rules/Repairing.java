package dev.mabsplan.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A problem with one hidden cause, and how long it takes to come to it: every cause, the work that
 * mends it, and the retry that shows whether it is mended. Written without the planner, so that it
 * can tell how good the planner's order is.
 *
 * @param causes what may be the cause
 * @param retry minutes of the retry
 * @param alone how likely the retry mends it alone
 */
record Repairing(List<Cause> causes, int retry, long alone) {

  /** The weight of a cause that is in no list. */
  static final long UNKNOWN = 1;

  /**
   * A cause.
   *
   * @param name the remedy that mends it
   * @param weight how likely it is
   * @param look minutes of the look that tells; 0 where none does
   * @param work minutes of the work that mends it
   * @param mild whether that can be followed by other work before the retry
   * @param temporary whether it lasts only until the retry
   * @param before those whose work or look comes first, as bits
   */
  record Cause(
      String name, long weight, int look, int work, boolean mild, boolean temporary, int before) {

    boolean told() {
      return look > 0;
    }
  }

  /** Something that is done. */
  sealed interface Doing {

    /** Looks at a cause; where it is the one, it is mended, and then retried. */
    record Look(int cause) implements Doing {}

    /** Does the work against a cause. */
    record Try(int cause) implements Doing {}

    /** Retries. */
    record Retry() implements Doing {}
  }

  /**
   * Returns the weights as they are declared: of each cause, of the retry alone, of the unknown.
   */
  long[] declared() {
    long[] weights = new long[causes.size() + 2];
    for (int i = 0; i < causes.size(); i++) {
      weights[i] = causes.get(i).weight();
    }
    weights[causes.size()] = alone;
    weights[causes.size() + 1] = UNKNOWN;
    return weights;
  }

  /**
   * Returns weights of which each is a factor above or below what is declared, times the factor.
   */
  long[] wrongBy(long factor, Random random) {
    long[] weights = declared();
    for (int i = 0; i <= causes.size(); i++) {
      weights[i] *= random.nextBoolean() ? factor * factor : 1;
    }
    weights[causes.size() + 1] *= factor;
    return weights;
  }

  /** Returns the expected minutes of doing this until it helps or there is nothing left to do. */
  double expected(List<Doing> doings, long[] weights) {
    double sum = 0;
    for (int cause = 0; cause < weights.length; cause++) {
      sum += weights[cause] == 0 ? 0 : (double) weights[cause] * minutes(doings, cause);
    }
    return sum / Arrays.stream(weights).sum();
  }

  /** Returns the mean minutes over causes that are drawn. */
  double drawn(List<Doing> doings, int draws, Random random) {
    long[] weights = declared();
    long total = Arrays.stream(weights).sum();
    double sum = 0;
    for (int draw = 0; draw < draws; draw++) {
      long at = random.nextLong(total);
      int cause = 0;
      while (at >= weights[cause]) {
        at -= weights[cause];
        cause++;
      }
      sum += minutes(doings, cause);
    }
    return sum / draws;
  }

  private long minutes(List<Doing> doings, int cause) {
    long minutes = 0;
    boolean mended = cause == causes.size();
    for (Doing doing : doings) {
      if (doing instanceof Doing.Look look) {
        minutes += causes.get(look.cause()).look();
        if (look.cause() == cause) {
          return minutes + causes.get(cause).work() + retry;
        }
      } else if (doing instanceof Doing.Try one) {
        minutes += causes.get(one.cause()).work();
        mended |= one.cause() == cause;
      } else {
        minutes += retry;
        if (mended) {
          return minutes;
        }
      }
    }
    return minutes;
  }

  /** Returns the least expected minutes of all orders and of all ways to batch them. */
  double optimum(long[] weights) {
    int n = causes.size();
    int all = (1 << n) - 1;
    long[] least = new long[2 << n];
    Arrays.fill(least, Long.MAX_VALUE);
    int tries = 0;
    long constant = 0;
    for (int i = 0; i < n; i++) {
      if (causes.get(i).told()) {
        constant += weights[i] * (causes.get(i).work() + retry);
      } else {
        tries |= 1 << i;
      }
    }
    long total = Arrays.stream(weights).sum();
    for (int done = all; done >= 0; done--) {
      long open = total - weights[n];
      for (int i = 0; i < n; i++) {
        open -= (done >> i & 1) == 1 ? weights[i] : 0;
      }
      least[done << 1 | 1] = done == all ? 0 : next(done, 1, open, tries, least);
      least[done << 1] =
          Math.min(
              next(done, 0, open + weights[n], tries, least),
              (open + weights[n]) * retry + least[done << 1 | 1]);
    }
    return (double) (least[weights[n] == 0 ? 1 : 0] + constant) / total;
  }

  private long next(int done, int retried, long open, int tries, long[] least) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < causes.size(); i++) {
      Cause one = causes.get(i);
      if ((done >> i & 1) == 0 && one.told() && (one.before() & ~done) == 0) {
        long after = least[(done | 1 << i) << 1 | retried];
        best = after == Long.MAX_VALUE ? best : Math.min(best, open * one.look() + after);
      }
    }
    int left = tries & ~done;
    for (int batch = left; batch != 0; batch = batch - 1 & left) {
      long minutes = minutes(batch, done);
      long after = least[(done | batch) << 1 | 1];
      if (minutes >= 0 && after != Long.MAX_VALUE) {
        best = Math.min(best, open * (minutes + retry) + after);
      }
    }
    return best;
  }

  /** The minutes of a batch, or -1 where it can't be one. */
  private long minutes(int batch, int done) {
    long minutes = 0;
    int temporary = 0;
    for (int i = 0; i < causes.size(); i++) {
      if ((batch >> i & 1) == 1) {
        Cause one = causes.get(i);
        minutes += one.work();
        temporary += one.temporary() ? 1 : 0;
        boolean fits = one.mild() || Integer.bitCount(batch) == 1;
        if (!fits || (one.before() & ~(done | batch)) != 0) {
          return -1;
        }
      }
    }
    return temporary > 1 ? -1 : minutes;
  }

  /** Returns an order drawn from those that keep what must come before, with a retry after each. */
  List<Doing> shuffled(Random random) {
    List<Doing> doings = new ArrayList<>();
    int done = 0;
    while (done != (1 << causes.size()) - 1) {
      int i = random.nextInt(causes.size());
      if ((done >> i & 1) == 0 && (causes.get(i).before() & ~done) == 0) {
        doings.add(causes.get(i).told() ? new Doing.Look(i) : new Doing.Try(i));
        doings.add(new Doing.Retry());
        done |= 1 << i;
      }
    }
    return doings;
  }

  /** Returns the same doings in the same order, with a retry after each. */
  static List<Doing> retriedAfterEach(List<Doing> doings) {
    List<Doing> each = new ArrayList<>();
    for (Doing doing : doings) {
      if (doing instanceof Doing.Retry) {
        continue;
      }
      each.add(doing);
      each.add(new Doing.Retry());
    }
    return each;
  }

  /** Returns the same doings in the same order, with a retry after each change and no look. */
  static List<Doing> retriedAfterEachChange(List<Doing> doings) {
    List<Doing> each = new ArrayList<>();
    boolean changed = false;
    for (Doing doing : doings) {
      if (!(doing instanceof Doing.Retry) || !changed) {
        each.add(doing);
      }
      changed = doing instanceof Doing.Try;
      if (changed) {
        each.add(new Doing.Retry());
      }
    }
    return each;
  }
}
