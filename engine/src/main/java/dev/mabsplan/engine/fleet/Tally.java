package dev.mabsplan.engine.fleet;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one step amounts to across the fleet. Shares are added and retracted in any order; what was
 * added and retracted leaves nothing behind, and two tallies of one step merge into that of both.
 */
public final class Tally {

  /** By server helped and weight, how often. */
  private final Map<String, Map<Integer, Integer>> helped = new TreeMap<>();

  /** How the step is spelled, how often; the first in the alphabet stands for all. */
  private final TreeMap<String, Spelled> spelled = new TreeMap<>();

  /** For how many shares it is sure that the step is needed: one is enough, as it is then done. */
  private int sure;

  private record Spelled(Share share, int count) {}

  /** Adds a share of the step. */
  public void add(Share share) {
    count(share, 1);
  }

  /** Takes back a share that was added. */
  public void retract(Share share) {
    count(share, -1);
  }

  private void count(Share share, int by) {
    String server = share.helped().toLowerCase(Locale.ROOT);
    helped.compute(
        server,
        (name, before) -> {
          Map<Integer, Integer> weights = before == null ? new TreeMap<>() : before;
          weights.merge(share.weight(), by, Tally::sum);
          return weights.isEmpty() ? null : weights;
        });
    sure += share.sure() ? by : 0;
    String spelling =
        String.join("\n", share.server(), share.title(), share.risk(), "" + share.minutes());
    spelled.compute(
        spelling,
        (text, before) -> {
          int count = (before == null ? 0 : before.count()) + by;
          return count == 0 ? null : new Spelled(before == null ? share : before.share(), count);
        });
  }

  /** What is retracted before it is added is added in the end. */
  @SuppressWarnings("NullAway") // a map takes null for nothing
  private static Integer sum(int one, int other) {
    return one + other == 0 ? null : Integer.valueOf(one + other);
  }

  /** Adds all that another tally of the same step counts. */
  public void merge(Tally other) {
    sure += other.sure;
    other.helped.forEach(
        (server, weights) ->
            weights.forEach(
                (weight, count) ->
                    helped
                        .computeIfAbsent(server, name -> new TreeMap<>())
                        .merge(weight, count, Integer::sum)));
    other.spelled.forEach(
        (text, one) ->
            spelled.merge(text, one, (a, b) -> new Spelled(a.share(), a.count() + b.count())));
  }

  /** Returns the step as it ranks; nothing where it helps no server. */
  public Optional<Fix> fix() {
    if (spelled.isEmpty()) {
      return Optional.empty();
    }
    Share share = spelled.firstEntry().getValue().share();
    int weight = 0;
    for (Map<Integer, Integer> weights : helped.values()) {
      weight += weights.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
    return Optional.of(
        new Fix(
            share.step(),
            sure > 0,
            share.remedy(),
            share.title(),
            share.server(),
            share.minutes(),
            share.risk(),
            helped.size(),
            weight,
            helped.keySet().stream().limit(Fix.MOST_NAMED).toList()));
  }
}
