package dev.mabsplan.engine.order;

import java.util.List;

/**
 * Finds where the basic checks stand among what else is done: where the expected time is least. A
 * check that may save an hour comes before the hour, and ten minutes of them do not come before a
 * cure of one minute. They are one list, or two where that saves at least one minute in a hundred:
 * the quick ones before what takes long, the slow ones behind it.
 */
final class LookPlaces {

  private final List<Block> blocks;
  private final List<Look> looks;
  private final long total;

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
    this.total =
        blocks.stream().mapToLong(Block::weight).sum()
            + looks.stream().mapToLong(Look::weight).sum()
            + later
            + Batches.UNKNOWN_CAUSE;
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

  /** Returns the places, the first first. */
  List<Place> best() {
    long least = Long.MAX_VALUE;
    long leastOfTwo = Long.MAX_VALUE;
    List<Place> one = List.of();
    List<Place> two = List.of();
    for (int first = 0; first <= blocks.size(); first++) {
      long expected = expected(first, looks.size(), first);
      if (expected <= least) {
        least = expected;
        one = List.of(new Place(first, looks));
      }
      for (int later = first + 1; later <= blocks.size(); later++) {
        for (int quick = 1; quick < looks.size(); quick++) {
          long apart = expected(first, quick, later);
          if (apart <= leastOfTwo) {
            leastOfTwo = apart;
            two =
                List.of(
                    new Place(first, looks.subList(0, quick)),
                    new Place(later, looks.subList(quick, looks.size())));
          }
        }
      }
    }
    return !two.isEmpty() && 100 * leastOfTwo <= 99 * least ? two : one;
  }

  /** The expected minutes times all weights. */
  private long expected(int first, int quick, int later) {
    long open = total;
    long expected = 0;
    for (int i = 0; i <= blocks.size(); i++) {
      int from = i == first ? 0 : quick;
      int to = i == later ? looks.size() : i == first ? quick : from;
      for (Look look : looks.subList(from, Math.max(from, to))) {
        expected += look.minutes() * open;
        open -= look.weight();
      }
      if (i < blocks.size()) {
        expected += blocks.get(i).minutes() * open;
        open -= blocks.get(i).weight();
      }
    }
    return expected;
  }
}
