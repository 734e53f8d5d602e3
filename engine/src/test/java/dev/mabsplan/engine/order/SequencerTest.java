package dev.mabsplan.engine.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SequencerTest {

  private static final long[] WEIGHTS = {8, 4, 2, 1};
  private static final long[] MINUTES = {1, 5, 20, 60, 240};

  /** Repairs, and for each those that come before it. */
  private static final class Instance {

    private final long[] weights;
    private final long[] costs;
    private final List<BitSet> before;

    Instance(long[] weights, long[] costs, List<BitSet> before) {
      this.weights = weights;
      this.costs = costs;
      this.before = before;
    }

    /** Draws repairs whose precedence is any acyclic graph over a shuffled order. */
    static Instance random(int size, double precedence, Random random) {
      long[] weights = new long[size];
      long[] costs = new long[size];
      List<BitSet> before = none(size);
      List<Integer> line = new ArrayList<>(IntStream.range(0, size).boxed().toList());
      Collections.shuffle(line, random);
      for (int i = 0; i < size; i++) {
        weights[i] = WEIGHTS[random.nextInt(WEIGHTS.length)];
        costs[i] = MINUTES[random.nextInt(MINUTES.length)] + MINUTES[random.nextInt(3)];
        for (int j = 0; j < i; j++) {
          if (random.nextDouble() < precedence) {
            before.get(line.get(i)).set(line.get(j));
          }
        }
      }
      return new Instance(weights, costs, before);
    }

    Sequencer sequencer() {
      return new Sequencer(weights, costs, before);
    }

    boolean allows(int[] order) {
      BitSet done = new BitSet();
      for (int i : order) {
        BitSet open = (BitSet) before.get(i).clone();
        open.andNot(done);
        if (!open.isEmpty()) {
          return false;
        }
        done.set(i);
      }
      return done.cardinality() == weights.length;
    }

    /** Sums up weight times completion, with one unit of weight for a cause nobody thought of. */
    long expected(int[] order) {
      long open = Arrays.stream(weights).sum() + 1;
      long expected = 0;
      for (int i : order) {
        expected += open * costs[i];
        open -= weights[i];
      }
      return expected;
    }

    long leastExpected() {
      return leastExpected(new int[weights.length], 0, new BitSet());
    }

    private long leastExpected(int[] order, int length, BitSet used) {
      if (length == order.length) {
        return allows(order) ? expected(order) : Long.MAX_VALUE;
      }
      long least = Long.MAX_VALUE;
      for (int i = 0; i < order.length; i++) {
        if (!used.get(i)) {
          used.set(i);
          order[length] = i;
          least = Math.min(least, leastExpected(order, length + 1, used));
          used.clear(i);
        }
      }
      return least;
    }
  }

  private static List<BitSet> none(int size) {
    return IntStream.range(0, size).mapToObj(i -> new BitSet()).toList();
  }

  private static BitSet only(int index) {
    BitSet set = new BitSet();
    set.set(index);
    return set;
  }

  @Test
  void putsNothingInNoOrder() {
    assertArrayEquals(new int[0], new Sequencer(new long[0], new long[0], List.of()).order());
  }

  @Test
  void putsTheBestRatioFirst() {
    long[] weights = {1, 8, 2};
    long[] costs = {1, 20, 1};

    assertArrayEquals(new int[] {2, 0, 1}, new Sequencer(weights, costs, none(3)).order());
  }

  @RepeatedTest(400)
  void expectsTheLeastMinutesOfAllOrdersWithoutPrecedence(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Instance instance = Instance.random(1 + random.nextInt(7), 0, random);

    assertEquals(instance.leastExpected(), instance.expected(instance.sequencer().order()));
  }

  @RepeatedTest(400)
  void ordersByDescendingRatioWithoutPrecedence(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Instance instance = Instance.random(1 + random.nextInt(12), 0, random);
    Comparator<Integer> byRatio =
        (a, b) ->
            Long.compare(
                instance.weights[b] * instance.costs[a], instance.weights[a] * instance.costs[b]);

    assertEquals(
        IntStream.range(0, instance.weights.length).boxed().sorted(byRatio).toList(),
        Arrays.stream(instance.sequencer().order()).boxed().toList());
  }

  @RepeatedTest(300)
  void expectsTheLeastMinutesOfAllOrdersThatPrecedenceAllows(RepetitionInfo repetition) {
    Random random = new Random(1_000 + repetition.getCurrentRepetition());
    Instance instance = Instance.random(2 + random.nextInt(7), 0.3, random);
    int[] order = instance.sequencer().order();

    assertTrue(instance.allows(order), () -> Arrays.toString(order));
    assertEquals(instance.leastExpected(), instance.expected(order));
  }

  @Test
  void seesUpToTwelveThatOnePreparationServesSeveral() {
    long[] weights = new long[12];
    long[] costs = new long[12];
    Arrays.fill(weights, 8);
    Arrays.fill(costs, 1);
    List<BitSet> before = new ArrayList<>(none(12));
    before.replaceAll(set -> only(11));
    // The preparation with one repair is worth 9/31, with all of them 81/40, and the rival 4/13.
    weights[11] = 1;
    costs[11] = 30;
    before.set(11, new BitSet());
    weights[10] = 4;
    costs[10] = 13;
    before.set(10, new BitSet());

    assertArrayEquals(
        new int[] {11, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
        new Sequencer(weights, costs, before).order());
  }

  @Test
  void breaksTiesByTheOrderGiven() {
    long[] weights = {4, 8, 4, 8, 4};
    long[] costs = {10, 20, 10, 20, 10};

    assertArrayEquals(new int[] {0, 1, 2, 3, 4}, new Sequencer(weights, costs, none(5)).order());
  }

  @Test
  void breaksTiesByTheOrderGivenBeyondTwelve() {
    long[] weights = new long[20];
    long[] costs = new long[20];
    Arrays.setAll(weights, i -> i % 2 == 0 ? 4 : 8);
    Arrays.setAll(costs, i -> i % 2 == 0 ? 10 : 20);

    assertArrayEquals(
        IntStream.range(0, 20).toArray(), new Sequencer(weights, costs, none(20)).order());
  }

  @RepeatedTest(100)
  void keepsPrecedenceBeyondTwelve(RepetitionInfo repetition) {
    Random random = new Random(2_000 + repetition.getCurrentRepetition());
    Instance instance = Instance.random(13 + random.nextInt(40), 0.1, random);
    int[] order = instance.sequencer().order();

    assertTrue(instance.allows(order), () -> Arrays.toString(order));
  }

  @RepeatedTest(50)
  void givesOneOrderAgainAndAgainBeyondTwelve(RepetitionInfo repetition) {
    Random random = new Random(3_000 + repetition.getCurrentRepetition());
    Instance instance = Instance.random(13 + random.nextInt(40), 0.1, random);

    assertArrayEquals(instance.sequencer().order(), instance.sequencer().order());
  }

  @Test
  void takesWhatHasTheBestRatioTogetherWithWhatItNeedsBeyondTwelve() {
    long[] weights = new long[13];
    long[] costs = new long[13];
    Arrays.fill(weights, 1);
    Arrays.fill(costs, 21);
    weights[12] = 8;
    costs[12] = 1;
    costs[11] = 61;
    List<BitSet> before = none(13);
    before.get(12).set(11);

    int[] order = new Sequencer(weights, costs, before).order();

    assertArrayEquals(new int[] {11, 12, 0, 1}, Arrays.copyOf(order, 4));
  }

  @Test
  void refusesACircle() {
    Sequencer circle =
        new Sequencer(new long[] {1, 1}, new long[] {1, 1}, List.of(only(1), only(0)));

    assertThrows(IllegalStateException.class, circle::order);
  }

  @Test
  void refusesACircleBeyondTwelve() {
    long[] ones = new long[20];
    Arrays.fill(ones, 1);
    List<BitSet> before = new ArrayList<>(none(20));
    before.set(3, only(7));
    before.set(7, only(3));
    Sequencer circle = new Sequencer(ones, ones, before);

    assertThrows(IllegalStateException.class, circle::order);
  }
}
