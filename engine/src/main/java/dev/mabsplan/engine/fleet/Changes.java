package dev.mabsplan.engine.fleet;

import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.plan.ShortPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What is otherwise than it was when the same servers were last planned for.
 *
 * @param otherRules whether the rule packs are others, so that a change may come from them
 * @param solved problems that are there no longer
 * @param added problems that were not there
 * @param stepsGone steps that fell away
 * @param stepsAdded steps that were not there
 * @param stepsChanged steps that are more or less sure than they were
 */
public record Changes(
    boolean otherRules,
    List<ShortPlan.Problem> solved,
    List<ShortPlan.Problem> added,
    List<ShortPlan.Step> stepsGone,
    List<ShortPlan.Step> stepsAdded,
    List<Changed> stepsChanged) {

  /** Copies the lists. */
  public Changes {
    solved = List.copyOf(solved);
    added = List.copyOf(added);
    stepsGone = List.copyOf(stepsGone);
    stepsAdded = List.copyOf(stepsAdded);
    stepsChanged = List.copyOf(stepsChanged);
  }

  /**
   * A step that is more or less sure than it was.
   *
   * @param step how it is
   * @param was how sure it was
   */
  public record Changed(ShortPlan.Step step, Status was) {}

  /** Returns what changed; names compare without case. */
  public static Changes between(Known before, Known now) {
    Map<String, ShortPlan.Problem> problemsBefore = byName(before.plan().problems(), Changes::name);
    Map<String, ShortPlan.Problem> problemsNow = byName(now.plan().problems(), Changes::name);
    Map<String, ShortPlan.Step> stepsBefore = byName(before.plan().steps(), ShortPlan.Step::id);
    Map<String, ShortPlan.Step> stepsNow = byName(now.plan().steps(), ShortPlan.Step::id);
    List<Changed> changed = new ArrayList<>();
    stepsNow.forEach(
        (name, step) -> {
          ShortPlan.Step was = stepsBefore.get(name);
          if (was != null && was.status() != step.status()) {
            changed.add(new Changed(step, was.status()));
          }
        });
    return new Changes(
        !before.rules().equals(now.rules()),
        without(problemsBefore, problemsNow),
        without(problemsNow, problemsBefore),
        without(stepsBefore, stepsNow),
        without(stepsNow, stepsBefore),
        changed);
  }

  /** Returns whether nothing is otherwise. */
  public boolean isEmpty() {
    return solved.isEmpty()
        && added.isEmpty()
        && stepsGone.isEmpty()
        && stepsAdded.isEmpty()
        && stepsChanged.isEmpty();
  }

  private static String name(ShortPlan.Problem problem) {
    return String.join("\n", problem.id(), problem.server(), problem.dataSource().orElse(""));
  }

  private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
    Map<String, T> byName = new LinkedHashMap<>();
    all.forEach(one -> byName.putIfAbsent(name.apply(one).toLowerCase(Locale.ROOT), one));
    return byName;
  }

  private static <T> List<T> without(Map<String, T> all, Map<String, T> others) {
    Map<String, T> left = new LinkedHashMap<>(all);
    left.keySet().removeAll(others.keySet());
    return List.copyOf(left.values());
  }
}
