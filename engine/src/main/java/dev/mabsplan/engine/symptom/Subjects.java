package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.Tellings.Ready;
import dev.mabsplan.engine.symptom.Vocabulary.Finds;
import dev.mabsplan.engine.symptom.Vocabulary.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What each error is about, going by the terms of all its tellings: where nobody tells what is
 * wrong in words that are known together, what is spoken of still says what to ask about. A term
 * counts the more the fewer errors it belongs to.
 */
final class Subjects {

  private static final int LEAST_TERMS = 2;

  /** Two terms that few errors share reach it, many that most share do not. */
  private static final double LEAST_WEIGHT = 4.4;

  /** How near to the best another must come to be asked about as well. */
  private static final double NEAR = 0.8;

  private static final int MOST = 2;

  private final Map<String, Set<Integer>> terms = new TreeMap<>();
  private final Map<String, Set<Integer>> without = new HashMap<>();
  private final Map<Integer, Double> weights = new HashMap<>();

  /** An error that a text may be about, and the words that say so. */
  record Subject(String id, List<Found> places) {}

  /**
   * Counts terms.
   *
   * @param tellings everything that is told
   * @param general terms that say nothing about which error it is
   */
  Subjects(Collection<Ready> tellings, Set<Integer> general) {
    for (Ready ready : tellings) {
      Set<Integer> own = terms.computeIfAbsent(ready.of(), id -> new TreeSet<>());
      Set<Integer> none = without.computeIfAbsent(ready.of(), id -> new TreeSet<>());
      for (int term : ready.terms()) {
        if (!general.contains(term)) {
          own.add(term);
        }
      }
      for (int term : ready.without()) {
        none.add(term);
      }
    }
    Map<Integer, Integer> owners = new HashMap<>();
    terms.values().forEach(own -> own.forEach(term -> owners.merge(term, 1, Integer::sum)));
    owners.forEach((term, count) -> weights.put(term, Math.log((double) terms.size() / count)));
  }

  /** Returns what some words of a text are about, the likeliest first; mostly nothing. */
  List<Subject> in(Finds finds, int from, int to) {
    Map<String, Double> scores = new HashMap<>();
    Map<String, Subject> subjects = new TreeMap<>();
    terms.forEach(
        (id, own) -> {
          if (without.getOrDefault(id, Set.of()).stream()
              .anyMatch(term -> !finds.of(term).isEmpty())) {
            return;
          }
          List<Found> places = new ArrayList<>();
          double score = 0;
          for (int term : own) {
            Found place = term < 0 ? null : first(finds.of(term), from, to, places);
            if (place != null) {
              places.add(place);
              score += weights.getOrDefault(term, 0.0);
            }
          }
          if (places.size() >= LEAST_TERMS && score >= LEAST_WEIGHT) {
            scores.put(id, score);
            subjects.put(id, new Subject(id, places));
          }
        });
    double best = scores.values().stream().mapToDouble(score -> score).max().orElse(0);
    return subjects.values().stream()
        .filter(subject -> scores.getOrDefault(subject.id(), 0.0) >= best * NEAR)
        .sorted(
            Comparator.comparing((Subject subject) -> -scores.getOrDefault(subject.id(), 0.0))
                .thenComparing(Subject::id))
        .limit(MOST)
        .toList();
  }

  private static @Nullable Found first(List<Found> all, int from, int to, List<Found> taken) {
    for (Found found : all) {
      boolean free = taken.stream().noneMatch(t -> t.from() < found.to() && found.from() < t.to());
      if (found.from() >= from && found.to() <= to && free) {
        return found;
      }
    }
    return null;
  }
}
