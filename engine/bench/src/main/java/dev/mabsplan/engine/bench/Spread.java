package dev.mabsplan.engine.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Several figures of one thing.
 *
 * @param sorted the figures, from the least
 */
record Spread(List<Double> sorted) {

  /** Returns all numbers that stand in JSON, however deep. */
  static Spread of(JsonNode numbers) {
    List<Double> all = new ArrayList<>();
    collect(numbers, all);
    Collections.sort(all);
    return new Spread(all);
  }

  private static void collect(JsonNode node, List<Double> all) {
    if (node.isNumber()) {
      all.add(node.asDouble());
    }
    node.forEach(part -> collect(part, all));
  }

  double median() {
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }

  /** Returns what comes of each figure on one of so many. */
  Spread each(double count) {
    return new Spread(sorted.stream().map(one -> one / count).toList());
  }

  /** Returns how often a whole is done in the time that each figure is. */
  Spread under(double whole) {
    List<Double> all = new ArrayList<>(sorted.stream().map(one -> whole / one).toList());
    Collections.sort(all);
    return new Spread(all);
  }

  /** Returns the median, and in brackets the least and the most. */
  String text(String form) {
    return sorted.isEmpty()
        ? "–"
        : text(form, median())
            + " ("
            + text(form, sorted.get(0))
            + " to "
            + text(form, sorted.get(sorted.size() - 1))
            + ")";
  }

  private static String text(String form, double figure) {
    return String.format(Locale.ROOT, form, figure);
  }
}
