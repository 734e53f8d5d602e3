package dev.mabsplan.engine.render;

import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  static final Fold NOTHING = new Fold(false, false, Set.of(), false);

  /** Returns ways to tell a plan, each shorter than the one before it. */
  static List<Fold> shorterAndShorter(Plan plan) {
    List<Fold> folds = new ArrayList<>();
    folds.add(NOTHING);
    folds.add(new Fold(true, false, Set.of(), false));
    folds.add(new Fold(true, true, Set.of(), false));
    Set<String> titles = new HashSet<>();
    for (int i = plan.steps().size() - 1; i >= 0; i--) {
      Step step = plan.steps().get(i);
      if (isOnlyPossible(step)) {
        titles.add(step.number());
        if (step.kind() != Step.Kind.UNDO) {
          folds.add(new Fold(true, true, Set.copyOf(titles), false));
        }
      }
    }
    folds.add(new Fold(true, true, Set.copyOf(titles), true));
    return folds;
  }

  /** What is done for a test and its undoing stay together. */
  private static boolean isOnlyPossible(Step step) {
    return !step.status().certain()
        && (step.kind() == Step.Kind.REMEDY || step.kind() == Step.Kind.UNDO);
  }
}
