package dev.mabsplan.engine.order;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the basic checks stand among what else is done: where the expected time is least. A
 * check that may save an hour comes before the hour, and ten minutes of them do not come before a
 * cure of one minute. They are one list, or two where that saves at least one minute in a hundred:
 * the quick ones before what takes long, the slow ones behind it.
 */
final class LookPlaces {

  private final List<Block> blocks;
  private final List<Look> looks;

  /** What may still help before each block, where nothing is looked at. */
  private final long[] open;

  /** The minutes of each block and those behind it. */
  private final long[] left;

  /** The expected minutes without looks, times all weights. */
  private final long inBlocks;

  /**
   * Takes what is done, in order.
   *
   * @param blocks what is done, each until one sees whether it helped
   * @param looks the basic checks, best first
   * @param later how likely it is that only what comes after all this helps
   */
  LookPlaces(List<Block> blocks, List<Look> looks, long later) {
    this.blocks = List.copyOf(blocks);
    this.looks = List.copyOf(looks);
    int size = blocks.size();
    this.open = new long[size + 1];
    this.left = new long[size + 1];
    open[0] =
        blocks.stream().mapToLong(Block::weight).sum()
            + looks.stream().mapToLong(Look::weight).sum()
            + later
            + Batches.UNKNOWN_CAUSE;
    long expected = 0;
    for (int i = 0; i < size; i++) {
      expected += blocks.get(i).minutes() * open[i];
      open[i + 1] = open[i] - blocks.get(i).weight();
    }
    for (int i = size - 1; i >= 0; i--) {
      left[i] = left[i + 1] + blocks.get(i).minutes();
    }
    this.inBlocks = expected;
  }

  /**
   * What is done until one sees whether it helped.
   *
   * @param weight how likely that is
   * @param minutes what it takes
   */
  record Block(long weight, long minutes) {}

  /**
   * Where checks stand.
   *
   * @param before the index of the block they come before
   * @param looks the checks
   */
  record Place(int before, List<Look> looks) {}

  /** Two places, and what is expected of them. */
  private record Two(long expected, int first, int later, int quick) {

    /** Of places that come to the same the last is taken: looks cost, whatever they save. */
    boolean isBetterThan(@Nullable Two other) {
      return other == null
          || expected < other.expected
          || (expected == other.expected && compareTo(other) > 0);
    }

    private int compareTo(Two other) {
      return Comparator.comparingInt(Two::first)
          .thenComparingInt(Two::later)
          .thenComparingInt(Two::quick)
          .compare(this, other);
    }
  }

  /** Returns the places, the first first. */
  List<Place> best() {
    int one = 0;
    long least = Long.MAX_VALUE;
    Group all = new Group(looks, 0);
    for (int place = 0; place <= blocks.size(); place++) {
      long expected = inBlocks + all.change(place);
      if (expected <= least) {
        least = expected;
        one = place;
      }
    }
    Two two = bestTwo();
    if (two != null && 100 * two.expected() <= 99 * least) {
      return List.of(
          new Place(two.first(), looks.subList(0, two.quick())),
          new Place(two.later(), looks.subList(two.quick(), looks.size())));
    }
    return List.of(new Place(one, looks));
  }

  /** What the quick ones change does not hang on where the slow ones stand, nor the other way. */
  private @Nullable Two bestTwo() {
    Two best = null;
    for (int quick = 1; quick < looks.size(); quick++) {
      Group before = new Group(looks.subList(0, quick), 0);
      Group behind = new Group(looks.subList(quick, looks.size()), before.weight);
      int later = blocks.size();
      for (int first = blocks.size() - 1; first >= 0; first--) {
        if (behind.change(first + 1) < behind.change(later)) {
          later = first + 1;
        }
        long expected = inBlocks + before.change(first) + behind.change(later);
        Two two = new Two(expected, first, later, quick);
        if (two.isBetterThan(best)) {
          best = two;
        }
      }
    }
    return best;
  }

  /** Looks that stand together. */
  private final class Group {

    private final long weight;
    private final long minutes;

    /** What those before save each look of it. */
    private final long within;

    private final long gone;

    /**
     * Takes looks.
     *
     * @param gone the weight of looks that stand before it
     */
    Group(List<Look> looks, long gone) {
      long weights = 0;
      long all = 0;
      long saved = 0;
      for (Look look : looks) {
        saved += look.minutes() * weights;
        weights += look.weight();
        all += look.minutes();
      }
      this.weight = weights;
      this.minutes = all;
      this.within = saved;
      this.gone = gone;
    }

    /** Returns what it adds to the expected minutes before a block, all weights times. */
    long change(int place) {
      return minutes * (open[place] - gone) - within - weight * left[place];
    }
  }
}
