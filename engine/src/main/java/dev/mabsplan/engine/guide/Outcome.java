package dev.mabsplan.engine.guide;

import dev.mabsplan.facts.AttemptOutcome;
import java.util.Set;

/**
 * What came of a step.
 *
 * @param of what came of it
 * @param problems numbers of the problems that it is said of; empty for all that ask for the step.
 *     Of the others, something that helped did not help
 * @param remedies ids of the remedies that it is said of, where the step is a list of checks; empty
 *     for all of them
 */
public record Outcome(AttemptOutcome of, Set<Integer> problems, Set<String> remedies) {

  /** Makes the sets unmodifiable. */
  public Outcome {
    problems = Set.copyOf(problems);
    remedies = Set.copyOf(remedies);
  }

  /** Returns what came of a whole step, for every problem that asks for it. */
  public static Outcome of(AttemptOutcome outcome) {
    return new Outcome(outcome, Set.of(), Set.of());
  }
}
