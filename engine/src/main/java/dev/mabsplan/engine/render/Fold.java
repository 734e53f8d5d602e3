package dev.mabsplan.engine.render;

import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Step;
import java.util.HashSet;
import java.util.Set;

/**
 * What of a plan is told in short, so that the rest fits where somebody follows it. What is certain
 * is always told whole, and so is the retry that every try ends with.
 *
 * @param longCommands whether commands of questions that take more than a row are left away
 * @param exclusions whether what was left out is only counted
 * @param titlesOnly numbers of the steps of which only the title is told
 * @param remediesOfChecks whether the basic checks say only what is wanted, not what mends it
 */
record Fold(
    boolean longCommands, boolean exclusions, Set<String> titlesOnly, boolean remediesOfChecks) {

  /** Everything, then without long commands, then without what was left out. */
  private static final int BEFORE_STEPS = 3;

  /** Returns how many ways there are to tell a plan, each shorter than the one before it. */
  static int levels(Plan plan) {
    return BEFORE_STEPS + (int) plan.steps().stream().filter(Fold::isOnlyPossible).count() + 1;
  }

  /** Returns one of the ways to tell a plan, from 0, which tells all of it. */
  static Fold of(Plan plan, int level) {
    return new Fold(
        level > 0,
        level > 1,
        titlesOnly(plan, level + 1 - BEFORE_STEPS),
        level == levels(plan) - 1);
  }

  /** Returns the numbers of the last steps that are only possible. */
  private static Set<String> titlesOnly(Plan plan, int last) {
    Set<String> numbers = new HashSet<>();
    boolean undone = false;
    for (int i = plan.steps().size() - 1; i >= 0 && (numbers.size() < last || undone); i--) {
      Step step = plan.steps().get(i);
      if (isOnlyPossible(step)) {
        numbers.add(step.number());
        undone = step.kind() == Step.Kind.UNDO;
      }
    }
    return Set.copyOf(numbers);
  }

  /** What is done for a test and its undoing stay together. */
  private static boolean isOnlyPossible(Step step) {
    return !step.status().certain()
        && (step.kind() == Step.Kind.REMEDY || step.kind() == Step.Kind.UNDO);
  }
}
