package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.Telling;
import dev.mabsplan.engine.symptom.Vocabulary.Finds;
import dev.mabsplan.engine.symptom.Vocabulary.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decisive words, made ready to be found. */
final class Tellings {

  /** People who tell one thing tell it within so many words. */
  private static final int WIDEST = 36;

  /** How many places on either side are looked at for the nearest. */
  private static final int REACH = 6;

  /** What is said more often than this is no report. */
  private static final int MOST_ANCHORS = 64;

  /** From so many terms on, all but one of them are worth a question. */
  private static final int LEAST_FOR_NEAR = 3;

  /**
   * One telling.
   *
   * @param of id of what it tells
   * @param telling as it is written
   * @param terms its terms by number
   * @param without the terms that must not be there, by number
   */
  @SuppressWarnings("ArrayRecordComponent") // read for each text; nobody compares two of them
  record Ready(String of, Telling telling, int[] terms, int[] without) {

    static Ready of(String id, Telling telling, Vocabulary vocabulary) {
      return new Ready(
          id,
          telling,
          telling.terms().stream().mapToInt(vocabulary::term).toArray(),
          telling.without().stream().mapToInt(vocabulary::term).filter(t -> t >= 0).toArray());
    }

    /** Returns how many of its terms may be missing where it is still worth a question. */
    int mayMiss() {
      return terms.length < LEAST_FOR_NEAR ? 0 : 1;
    }

    /** Returns those of its terms that a pack has. */
    IntStream knownTerms() {
      return Arrays.stream(terms).filter(term -> term >= 0);
    }

    /** Whether all of its terms stand somewhere in a text. */
    boolean isWholeIn(Finds finds) {
      return Arrays.stream(terms).allMatch(finds::has);
    }

    /** Whether one of the terms is there that must not be. */
    boolean isExcluded(IntPredicate there) {
      return Arrays.stream(without).anyMatch(there);
    }
  }

  /**
   * A telling that was found.
   *
   * @param ready which
   * @param from the first of its words
   * @param to the word after its last
   * @param places where its terms stand
   * @param last where the last of its terms stands
   * @param sure whether all of it is said in a language that decides
   * @param missing the term that is missing; empty where it is whole
   */
  record Match(
      Ready ready, int from, int to, List<Found> places, Found last, boolean sure, String missing) {

    boolean whole() {
      return missing.isEmpty();
    }

    /** Returns where the term stands that a telling names last, or null where that is missing. */
    @Nullable Found wrong() {
      return missing.equals(ready.telling().terms().get(ready.telling().terms().size() - 1))
          ? null
          : last;
    }

    /** Whether it decides. */
    boolean certain() {
      return whole() && sure && ready.telling().certain();
    }

    boolean overlaps(Match other) {
      return from < other.to && other.from < to;
    }

    Map<String, String> numbers() {
      Map<String, String> numbers = new HashMap<>();
      places.forEach(place -> place.numbers().forEach(numbers::putIfAbsent));
      return numbers;
    }
  }

  private Tellings() {}

  /**
   * Returns how a telling stands among some words of a text, or null where it does not.
   *
   * @param from the first of the words
   * @param to the word after the last
   */
  static @Nullable Match in(Ready ready, Finds finds, int from, int to) {
    if (!isNearlyThere(ready, finds)) {
      return null;
    }
    for (int term : ready.without()) {
      if (!within(finds.of(term), from, to, false).isEmpty()) {
        return null;
      }
    }
    Match sure = in(ready, finds, from, to, true);
    return sure != null && sure.whole() ? sure : better(sure, in(ready, finds, from, to, false));
  }

  /** Whether no more of its terms are missing in the whole text than may be. */
  private static boolean isNearlyThere(Ready ready, Finds finds) {
    int missing = ready.mayMiss();
    for (int term : ready.terms()) {
      if (!finds.has(term) && --missing < 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Match better(@Nullable Match near, @Nullable Match foreign) {
    return foreign != null && (foreign.whole() || near == null) ? foreign : near;
  }

  private static @Nullable Match in(Ready ready, Finds finds, int from, int to, boolean sureOnly) {
    List<List<Found>> all = new ArrayList<>();
    String missing = "";
    int absent = 0;
    for (int i = 0; i < ready.terms().length; i++) {
      int term = ready.terms()[i];
      List<Found> found = within(finds.of(term), from, to, sureOnly);
      if (found.isEmpty()) {
        absent++;
        missing = ready.telling().terms().get(i);
        if (absent > 1 || ready.terms().length < LEAST_FOR_NEAR) {
          return null;
        }
      } else {
        all.add(found);
      }
    }
    return narrowest(ready, all, sureOnly, missing);
  }

  private static List<Found> within(List<Found> all, int from, int to, boolean sureOnly) {
    if (all.isEmpty()) {
      return all;
    }
    List<Found> within = new ArrayList<>();
    for (Found found : all) {
      if (found.from() >= from && found.to() <= to && (found.sure() || !sureOnly)) {
        within.add(found);
      }
    }
    return within;
  }

  private static @Nullable Match narrowest(
      Ready ready, List<List<Found>> all, boolean sure, String missing) {
    List<Found> anchors = all.get(0);
    for (List<Found> found : all) {
      anchors = found.size() < anchors.size() ? found : anchors;
    }
    Match best = null;
    for (Found anchor : anchors.subList(0, Math.min(anchors.size(), MOST_ANCHORS))) {
      Match match = around(ready, anchor, anchors, all, sure, missing);
      if (match != null && (best == null || match.to() - match.from() < best.to() - best.from())) {
        best = match;
      }
    }
    return best;
  }

  private static @Nullable Match around(
      Ready ready,
      Found anchor,
      List<Found> anchors,
      List<List<Found>> all,
      boolean sure,
      String missing) {
    List<Found> places = new ArrayList<>(List.of(anchor));
    int from = anchor.from();
    int to = anchor.to();
    boolean anchored = false;
    Found last = anchor;
    for (List<Found> found : all) {
      if (found == anchors && !anchored) {
        anchored = true;
        last = anchor;
        continue;
      }
      Found nearest = nearest(found, anchor, places);
      if (nearest == null) {
        return null;
      }
      places.add(nearest);
      last = nearest;
      from = Math.min(from, nearest.from());
      to = Math.max(to, nearest.to());
    }
    return to - from > WIDEST ? null : new Match(ready, from, to, places, last, sure, missing);
  }

  /** Returns the place nearest to another that is not taken by those before, or null. */
  private static @Nullable Found nearest(List<Found> sorted, Found anchor, List<Found> taken) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).from() < anchor.from()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    Found nearest = null;
    int least = Integer.MAX_VALUE;
    for (int i = Math.max(0, low - REACH); i < Math.min(sorted.size(), low + REACH); i++) {
      Found one = sorted.get(i);
      int distance = Math.max(one.from() - anchor.to(), anchor.from() - one.to());
      if (distance < least && isFree(one, taken)) {
        least = distance;
        nearest = one;
      }
    }
    return nearest;
  }

  private static boolean isFree(Found one, List<Found> taken) {
    for (Found other : taken) {
      if (other.from() < one.to() && one.from() < other.to()) {
        return false;
      }
    }
    return true;
  }
}
