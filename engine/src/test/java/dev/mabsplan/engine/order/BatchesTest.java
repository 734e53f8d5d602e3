package dev.mabsplan.engine.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.order.Batches.Batch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BatchesTest {

  private static final long[] WEIGHTS = {8, 4, 2, 1};
  private static final long[] MINUTES = {1, 5, 20, 60, 240};

  private static Repair tried(long weight, long minutes, Integer... before) {
    return new Repair(weight, minutes, false, true, false, bits(before));
  }

  private static Repair told(long weight, long minutes, Integer... before) {
    return new Repair(weight, minutes, true, true, false, bits(before));
  }

  private static BitSet bits(Integer... indices) {
    BitSet bits = new BitSet();
    for (int i : indices) {
      bits.set(i);
    }
    return bits;
  }

  private static List<Batch> best(long retry, long alone, Repair... repairs) {
    return new Batches(List.of(repairs), retry, alone).best();
  }

  private static Batch batch(Integer... repairs) {
    return new Batch(List.of(repairs), true);
  }

  private static Batch look(int repair) {
    return new Batch(List.of(repair), false);
  }

  /** Draws repairs whose precedence is any acyclic graph over a shuffled order. */
  private static List<Repair> random(int size, double precedence, Random random) {
    List<Integer> line = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(line, random);
    List<BitSet> before = new ArrayList<>();
    IntStream.range(0, size).forEach(i -> before.add(new BitSet()));
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        before.get(line.get(i)).set(line.get(j), random.nextDouble() < precedence);
      }
    }
    List<Repair> repairs = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      repairs.add(
          new Repair(
              WEIGHTS[random.nextInt(WEIGHTS.length)],
              MINUTES[random.nextInt(MINUTES.length)],
              random.nextInt(3) == 0,
              random.nextInt(4) > 0,
              random.nextInt(6) == 0,
              before.get(i)));
    }
    return repairs;
  }

  /** What is written about batches, with no planner: all parts in all orders. */
  private record Instance(List<Repair> repairs, long retry, long alone) {

    long total() {
      return repairs.stream().mapToLong(Repair::weight).sum() + alone + 1;
    }

    long expected(List<Batch> parts) {
      long open = total();
      long expected = 0;
      boolean made = false;
      for (Batch part : parts) {
        long minutes = part.repairs().stream().mapToLong(i -> repairs.get(i).minutes()).sum();
        expected += open * (minutes + (part.retried() ? retry : 0));
        open -= part.repairs().stream().mapToLong(i -> repairs.get(i).weight()).sum();
        open -= part.retried() && !made ? alone : 0;
        made |= part.retried();
      }
      return expected;
    }

    long least() {
      return least(new BitSet(), alone == 0, total());
    }

    private long least(BitSet done, boolean made, long open) {
      if (done.cardinality() == repairs.size()) {
        return made ? 0 : open * retry;
      }
      long best = made ? Long.MAX_VALUE : open * retry + least(done, true, open - alone);
      for (int set = 1; set < 1 << repairs.size(); set++) {
        BitSet part = BitSet.valueOf(new long[] {set});
        if (!part.intersects(done) && allows(part, done)) {
          boolean retried = !repairs.get(part.nextSetBit(0)).told();
          long minutes = part.stream().mapToLong(i -> repairs.get(i).minutes()).sum();
          long weight = part.stream().mapToLong(i -> repairs.get(i).weight()).sum();
          BitSet after = (BitSet) done.clone();
          after.or(part);
          long rest = least(after, made || retried, open - weight - (retried && !made ? alone : 0));
          if (rest != Long.MAX_VALUE) {
            best = Math.min(best, open * (minutes + (retried ? retry : 0)) + rest);
          }
        }
      }
      return best;
    }

    boolean allows(BitSet part, BitSet done) {
      BitSet known = (BitSet) done.clone();
      known.or(part);
      boolean one = part.cardinality() == 1;
      long temporary = part.stream().filter(i -> repairs.get(i).temporary()).count();
      return temporary <= 1
          && part.stream().mapToObj(repairs::get).allMatch(r -> one || (r.mild() && !r.told()))
          && part.stream().allMatch(i -> contains(known, repairs.get(i).before()))
          && part.stream()
              .noneMatch(i -> repairs.get(i).before().stream().anyMatch(j -> endsIn(part, j)));
    }

    private boolean endsIn(BitSet part, int i) {
      return part.get(i) && repairs.get(i).temporary();
    }

    private static boolean contains(BitSet all, BitSet some) {
      BitSet rest = (BitSet) some.clone();
      rest.andNot(all);
      return rest.isEmpty();
    }

    void holds(List<Batch> parts) {
      BitSet done = new BitSet();
      for (Batch part : parts) {
        BitSet set = new BitSet();
        for (int i : part.repairs()) {
          BitSet known = (BitSet) done.clone();
          known.or(set);
          assertTrue(contains(known, repairs.get(i).before()), () -> "too early in " + parts);
          set.set(i);
        }
        assertTrue(set.isEmpty() || allows(set, done), () -> part + " of " + parts);
        int last = part.repairs().size() - 1;
        for (int at = 0; at < last; at++) {
          assertTrue(!repairs.get(part.repairs().get(at)).temporary(), () -> "undone in " + part);
        }
        done.or(set);
      }
      assertEquals(repairs.size(), done.cardinality());
    }
  }

  @RepeatedTest(300)
  void expectsTheLeastMinutesOfAllOrdersAndAllBatches(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    long retry = random.nextInt(5) == 0 ? 0 : MINUTES[random.nextInt(MINUTES.length)];
    long alone = random.nextBoolean() && retry > 0 ? WEIGHTS[random.nextInt(4)] : 0;
    Instance instance = new Instance(random(1 + random.nextInt(6), 0.2, random), retry, alone);
    List<Batch> parts = new Batches(instance.repairs(), retry, alone).best();

    instance.holds(parts);
    assertEquals(instance.least(), instance.expected(parts), () -> instance + " " + parts);
  }

  @RepeatedTest(100)
  void keepsWhatMustBeBeyondTheExact(RepetitionInfo repetition) {
    Random random = new Random(1_000 + repetition.getCurrentRepetition());
    long alone = random.nextBoolean() ? 4 : 0;
    Instance instance = new Instance(random(13 + random.nextInt(20), 0.1, random), 20, alone);

    instance.holds(new Batches(instance.repairs(), 20, alone).best());
  }

  @RepeatedTest(100)
  void doesNotDependOnTheOrderOfWhatIsGiven(RepetitionInfo repetition) {
    Random random = new Random(2_000 + repetition.getCurrentRepetition());
    List<Repair> repairs = random(5, 0, random);
    List<Repair> shuffled = new ArrayList<>(repairs);
    Collections.shuffle(shuffled, random);
    Instance one = new Instance(repairs, 60, 4);
    Instance other = new Instance(shuffled, 60, 4);

    assertEquals(
        one.expected(new Batches(repairs, 60, 4).best()),
        other.expected(new Batches(shuffled, 60, 4).best()));
  }

  @RepeatedTest(50)
  void isTheOrderOfRatiosWhereOneSeesAtOnceWhetherItHelped(RepetitionInfo repetition) {
    Random random = new Random(3_000 + repetition.getCurrentRepetition());
    List<Repair> repairs = random(2 + random.nextInt(15), 0, random);
    Comparator<Integer> byRatio =
        (a, b) ->
            Long.compare(
                repairs.get(b).weight() * repairs.get(a).minutes(),
                repairs.get(a).weight() * repairs.get(b).minutes());
    List<Integer> order =
        new Batches(repairs, 0, 0).best().stream().flatMap(b -> b.repairs().stream()).toList();

    for (int i = 1; i < order.size(); i++) {
      assertTrue(byRatio.compare(order.get(i - 1), order.get(i)) <= 0, order::toString);
    }
    Set<Integer> all = new HashSet<>(order);
    assertEquals(repairs.size(), all.size());
  }

  @Test
  void makesAnHourLongRetryOnceForSeveral() {
    assertEquals(List.of(batch(0, 1, 2)), best(60, 0, tried(4, 5), tried(2, 5), tried(2, 20)));
  }

  @Test
  void retriesAfterEachWhereThatTakesAMinute() {
    assertEquals(
        List.of(batch(0), batch(1), batch(2)), best(1, 0, tried(4, 5), tried(2, 5), tried(2, 20)));
  }

  @Test
  void looksBeforeAnHourAndNotBeforeAMinute() {
    assertEquals(List.of(look(0), batch()), best(60, 4, told(2, 5)));
    assertEquals(List.of(batch(), look(0)), best(1, 4, told(2, 5)));
  }

  @Test
  void batchesNothingThatDisrupts() {
    Repair disruptive = new Repair(4, 5, false, false, false, bits());

    assertEquals(List.of(batch(0), batch(1)), best(240, 0, disruptive, tried(4, 5)));
  }

  @Test
  void endsABatchWithWhatIsUndoneNext() {
    Repair temporary = new Repair(4, 1, false, true, true, bits());

    assertEquals(List.of(batch(1, 0)), best(240, 0, temporary, tried(4, 5)));
  }

  @Test
  void batchesBeyondTheExactToo() {
    Repair[] repairs = new Repair[20];
    java.util.Arrays.fill(repairs, tried(2, 1));

    assertEquals(1, best(240, 0, repairs).size());
    assertEquals(20, best(0, 0, repairs).size());
  }

  @Test
  void takesWhatHasTheBestRatioTogetherWithWhatItNeedsBeyondTheExact() {
    Repair[] repairs = new Repair[13];
    java.util.Arrays.fill(repairs, told(1, 21));
    repairs[11] = told(1, 61);
    repairs[12] = told(8, 1, 11);

    assertEquals(List.of(look(11), look(12), look(0)), best(5, 0, repairs).subList(0, 3));
  }

  @Test
  void breaksTiesByTheOrderGiven() {
    Repair[] repairs = new Repair[20];
    java.util.Arrays.setAll(repairs, i -> i % 2 == 0 ? told(4, 10) : told(8, 20));

    List<Batch> inOrder = IntStream.range(0, 20).mapToObj(BatchesTest::look).toList();
    assertEquals(inOrder, best(0, 0, repairs));
    assertEquals(inOrder.subList(0, 8), best(0, 0, java.util.Arrays.copyOf(repairs, 8)));
  }

  @Test
  void refusesACircle() {
    Repair[] two = {tried(1, 1, 1), tried(1, 1, 0)};
    two[0] = new Repair(1, 1, true, true, false, bits(1));
    Repair[] many = new Repair[20];
    java.util.Arrays.fill(many, told(1, 1));
    many[3] = told(1, 1, 7);
    many[7] = told(1, 1, 3);

    assertThrows(IllegalStateException.class, () -> best(5, 0, two));
    assertThrows(IllegalStateException.class, () -> best(5, 0, many));
  }
}
