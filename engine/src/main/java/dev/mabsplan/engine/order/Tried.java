package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.gathered.Facts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what was tried already. */
public final class Tried {

  private Tried() {}

  /** Returns the attempts that speak of a step for a case, whatever came of them. */
  public static List<Attempt> attempts(Facts facts, StepKey key, Case asker) {
    // most facts tell of none, and this is asked of every remedy
    if (facts.attempts().isEmpty()) {
      return List.of();
    }
    return facts.attempts().stream()
        .filter(attempt -> attempt.remedy().equals(key.remedy()) && speaksOf(attempt, key, asker))
        .toList();
  }

  /** Returns those of them that did not end the problem. */
  public static List<Attempt> inVain(Facts facts, StepKey key, Case asker) {
    List<Attempt> attempts = attempts(facts, key, asker);
    return attempts.isEmpty() ? attempts : notHelped(attempts);
  }

  private static List<Attempt> notHelped(List<Attempt> attempts) {
    return attempts.stream().filter(attempt -> attempt.outcome() != AttemptOutcome.HELPED).toList();
  }

  /** Returns what they say of the step, of which there is one at least. */
  static Dropped.Why why(List<Attempt> inVain) {
    Set<AttemptOutcome> came =
        inVain.stream().map(Attempt::outcome).collect(Collectors.toUnmodifiableSet());
    if (came.contains(AttemptOutcome.FAILED)) {
      return Dropped.Why.FAILED;
    }
    return came.contains(AttemptOutcome.DONE) ? Dropped.Why.DONE : Dropped.Why.IMPOSSIBLE;
  }

  private static boolean speaksOf(Attempt attempt, StepKey key, Case asker) {
    Problem problem = asker.problem();
    String server = attempt.server();
    String dataSource = attempt.dataSource();
    return (attempt.problem() == null || problem.id().equals(attempt.problem()))
        && (server == null || server.equals(key.server()) || server.equals(problem.server()))
        && (dataSource == null
            || (problem.dataSource() != null && dataSource.equalsIgnoreCase(problem.dataSource())));
  }
}
