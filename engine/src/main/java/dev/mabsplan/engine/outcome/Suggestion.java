package dev.mabsplan.engine.outcome;

import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.Likelihood;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Treatment;
import dev.mabsplan.facts.AttemptOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What outcomes say of how likely a remedy is to help: another class, one away from the one it has.
 *
 * <p>The classes of a problem's remedies are where the counting begins: their weights, 8, 4, 2 and
 * 1, count as if so many cases had been seen. Each case that a remedy solved counts one more for
 * it. What the remedy's share of all cases then is nearest to is the class suggested.
 *
 * @param remedy topic and name
 * @param problem the problem it was counted for; where there are several, that with most cases
 * @param from the class it has
 * @param to the class suggested
 * @param helped how many cases of the problem it solved
 * @param cases how many cases of the problem were solved
 */
public record Suggestion(
    String remedy, String problem, Likelihood from, Likelihood to, int helped, int cases) {

  /** Fewer solved cases of a problem say nothing. */
  public static final int FEWEST_CASES = 8;

  /** Returns what outcomes suggest, by remedy. */
  public static List<Suggestion> of(Collection<Outcome> outcomes, Knowledge knowledge) {
    Map<String, List<Outcome>> solved =
        outcomes.stream()
            .filter(outcome -> outcome.outcome() == AttemptOutcome.HELPED)
            .collect(Collectors.groupingBy(Outcome::problem, TreeMap::new, Collectors.toList()));
    Map<String, Suggestion> byRemedy = new TreeMap<>();
    solved.forEach(
        (problem, cases) ->
            of(problem, cases, knowledge)
                .forEach(
                    suggestion ->
                        byRemedy.merge(
                            suggestion.remedy(),
                            suggestion,
                            (one, other) -> other.cases() > one.cases() ? other : one)));
    return List.copyOf(byRemedy.values());
  }

  private static List<Suggestion> of(String problem, List<Outcome> cases, Knowledge knowledge) {
    List<Remedy> rivals = rivals(problem, knowledge);
    int counted =
        (int)
            cases.stream()
                .filter(one -> rivals.stream().anyMatch(r -> r.id().equals(one.remedy())))
                .count();
    if (counted < FEWEST_CASES) {
      return List.of();
    }
    int prior = rivals.stream().mapToInt(remedy -> remedy.likelihood().weight()).sum();
    List<Suggestion> suggestions = new ArrayList<>();
    for (Remedy remedy : rivals) {
      int helped = (int) cases.stream().filter(one -> one.remedy().equals(remedy.id())).count();
      int weight = remedy.likelihood().weight();
      double share = (double) (weight + helped) / (prior + counted);
      Likelihood nearest = nearest(share, prior - weight);
      Likelihood to = oneTowards(remedy.likelihood(), nearest);
      if (to != remedy.likelihood()) {
        suggestions.add(
            new Suggestion(remedy.id(), problem, remedy.likelihood(), to, helped, counted));
      }
    }
    return suggestions;
  }

  private static List<Remedy> rivals(String problem, Knowledge knowledge) {
    return knowledge.problem(problem).stream()
        .map(KnownProblem::treatment)
        .flatMap(Treatment::takes)
        .map(Treatment.Take::remedy)
        .distinct()
        .map(knowledge::remedy)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Returns the class whose share beside the others' weights is the nearest, by ratio. */
  private static Likelihood nearest(double share, int others) {
    return List.of(Likelihood.values()).stream()
        .min(
            Comparator.comparingDouble(
                one -> {
                  double of = (double) one.weight() / (one.weight() + others);
                  return Math.abs(Math.log(of / share));
                }))
        .orElseThrow();
  }

  /** A few cases move nothing by more than one class. */
  private static Likelihood oneTowards(Likelihood from, Likelihood nearest) {
    List<Likelihood> all = List.of(Likelihood.values());
    return all.get(all.indexOf(from) + Integer.signum(nearest.compareTo(from)));
  }
}
