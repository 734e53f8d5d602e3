package dev.mabsplan.engine.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What it is worth to find out whether one of several rival repairs is the one: the expected
 * minutes saved for each minute of finding out. If the answer is yes, that repair is done and
 * nothing else; if it is no, the others remain.
 */
public final class QuestionValue {

  private QuestionValue() {}

  /**
   * Returns the expected minutes saved by knowing, to two decimals; never negative.
   *
   * @param repairs the rivals, in the order they would be tried: weight and minutes of each
   * @param asked the index of the one that is asked about
   */
  public static BigDecimal gain(List<long[]> repairs, int asked) {
    long[] weights = repairs.stream().mapToLong(repair -> repair[0]).toArray();
    long[] costs = repairs.stream().mapToLong(repair -> repair[1]).toArray();
    long total = 1;
    for (long weight : weights) {
      total += weight;
    }
    long now = 0;
    long open = total;
    long without = 0;
    long openWithout = total - weights[asked];
    for (int i = 0; i < weights.length; i++) {
      now += costs[i] * open;
      open -= weights[i];
      if (i != asked) {
        without += costs[i] * openWithout;
        openWithout -= weights[i];
      }
    }
    long gain = now - weights[asked] * costs[asked] - without;
    return BigDecimal.valueOf(Math.max(0, gain))
        .divide(BigDecimal.valueOf(total), 2, RoundingMode.HALF_UP);
  }
}
