package dev.mabsplan.engine.compare;

import dev.mabsplan.engine.compare.PlanGist.Asked;
import dev.mabsplan.engine.compare.PlanGist.LeftOut;
import dev.mabsplan.engine.compare.PlanGist.MayBe;
import dev.mabsplan.engine.compare.PlanGist.Problem;
import dev.mabsplan.engine.compare.PlanGist.Step;
import dev.mabsplan.engine.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What differs between two plans.
 *
 * @param language tag of the language of both
 * @param problems those that are solved, and those that are new
 * @param steps those that are gone, and those that are new
 * @param moved steps that come earlier or later than they did among those that both plans have; as
 *     few as explain the new order
 * @param changed steps of both plans whose status, reasons or items differ
 * @param leftOut remedies that are left out no longer, and those that now are
 * @param questions facts that are asked for no longer, and those that now are
 * @param candidates what errors may be no longer, and what they now may be
 * @param unexplained what errors say that is explained now or gone, and what is not explained now
 */
public record PlanDifference(
    String language,
    Sides<Problem> problems,
    Sides<Step> steps,
    List<Moved> moved,
    List<Changed> changed,
    Sides<LeftOut> leftOut,
    Sides<Asked> questions,
    Sides<MayBe> candidates,
    Sides<String> unexplained) {

  /** Copies the lists. */
  public PlanDifference {
    moved = List.copyOf(moved);
    changed = List.copyOf(changed);
  }

  /**
   * What only one of two plans has.
   *
   * @param gone what only the former has
   * @param added what only the latter has
   */
  public record Sides<T>(List<T> gone, List<T> added) {

    /** Copies the lists. */
    public Sides {
      gone = List.copyOf(gone);
      added = List.copyOf(added);
    }

    /** Returns whether both have the same. */
    public boolean isEmpty() {
      return gone.isEmpty() && added.isEmpty();
    }
  }

  /**
   * A step in another place.
   *
   * @param before the step as it was
   * @param after the step as it is
   */
  public record Moved(Step before, Step after) {}

  /**
   * A step that is there for another reason than it was, or more or less sure, or about more or
   * less.
   *
   * @param before the step as it was
   * @param after the step as it is
   * @param because reasons that it no longer has, and those that it has now
   * @param items items that it no longer has, and those that it has now
   */
  public record Changed(Step before, Step after, Sides<String> because, Sides<String> items) {

    /** Returns whether it is more or less sure that the step is needed. */
    public boolean isSurer() {
      return !before.status().equals(after.status());
    }

    private boolean isSame() {
      return !isSurer() && because.isEmpty() && items.isEmpty();
    }
  }

  /**
   * Compares two plans.
   *
   * @throws IllegalArgumentException where they are in two languages: every sentence would differ
   */
  public static PlanDifference between(Plan before, Plan after) {
    return between(PlanGist.of(before), PlanGist.of(after));
  }

  /**
   * Compares what two plans amount to.
   *
   * @throws IllegalArgumentException where they are in two languages: every sentence would differ
   */
  public static PlanDifference between(PlanGist before, PlanGist after) {
    if (!before.language().equals(after.language())) {
      throw new IllegalArgumentException(
          "expected two plans in one language; found "
              + before.language()
              + " and "
              + after.language());
    }
    Sides<Step> steps = sides(before.steps(), after.steps(), Step::id);
    return new PlanDifference(
        after.language(),
        sides(before.problems(), after.problems(), PlanDifference::identity),
        steps,
        moved(before.steps(), after.steps()),
        changed(before.steps(), after.steps()),
        sides(before.leftOut(), after.leftOut(), PlanDifference::identity),
        new Sides<>(
            notAsked(before.questions(), after.questions()),
            notAsked(after.questions(), before.questions())),
        sides(before.candidates(), after.candidates(), may -> List.of(may.error(), may.problem())),
        sides(before.unexplained(), after.unexplained(), Function.identity()));
  }

  /** Returns whether nothing differs. */
  public boolean isEmpty() {
    return problems.isEmpty()
        && steps.isEmpty()
        && moved.isEmpty()
        && changed.isEmpty()
        && leftOut.isEmpty()
        && questions.isEmpty()
        && candidates.isEmpty()
        && unexplained.isEmpty();
  }

  /**
   * Returns why a step that is gone is left out now; nothing where nothing asks for it any more.
   */
  public Optional<LeftOut> whyGone(Step gone) {
    return leftOut.added().stream().filter(left -> isOf(left, gone)).findFirst();
  }

  /** Returns why a step that is new was left out before; nothing where nothing asked for it. */
  public Optional<LeftOut> whyNotBefore(Step added) {
    return leftOut.gone().stream().filter(left -> isOf(left, added)).findFirst();
  }

  private static boolean isOf(LeftOut left, Step step) {
    return left.remedy().equals(step.remedy())
        && left.server().equals(step.server())
        && left.dataSource().equals(step.dataSource());
  }

  private static Object identity(Problem problem) {
    return List.of(problem.id(), problem.server(), problem.dataSource());
  }

  private static Object identity(LeftOut left) {
    return List.of(left.remedy(), left.server(), left.dataSource(), left.verdict());
  }

  private static <T> Sides<T> sides(
      List<T> before, List<T> after, Function<? super T, ?> identity) {
    return new Sides<>(only(before, after, identity), only(after, before, identity));
  }

  /**
   * A plan can hold one thing several times, such as an error that came again: that counts once.
   */
  private static <T> List<T> only(List<T> these, List<T> others, Function<? super T, ?> identity) {
    Set<Object> known = others.stream().map(identity).collect(Collectors.toSet());
    return these.stream().filter(one -> known.add(identity.apply(one))).toList();
  }

  /** One command can show several facts, of which some may be known by now. */
  private static List<Asked> notAsked(List<Asked> these, List<Asked> others) {
    Set<String> known = new HashSet<>();
    others.forEach(asked -> known.addAll(asked.facts()));
    List<Asked> left = new ArrayList<>();
    for (Asked asked : these) {
      List<String> facts = asked.facts().stream().filter(known::add).toList();
      if (!facts.isEmpty()) {
        left.add(new Asked(facts, asked.label()));
      }
    }
    return left;
  }

  private static List<Changed> changed(List<Step> before, List<Step> after) {
    Map<String, Step> old = byId(before);
    List<Changed> changed = new ArrayList<>();
    for (Step step : after) {
      Step was = old.get(step.id());
      if (was != null) {
        Changed one =
            new Changed(
                was,
                step,
                sides(was.because(), step.because(), Function.identity()),
                sides(was.items(), step.items(), Function.identity()));
        if (!one.isSame()) {
          changed.add(one);
        }
      }
    }
    return changed;
  }

  private static Map<String, Step> byId(Collection<Step> steps) {
    Map<String, Step> byId = new LinkedHashMap<>();
    steps.forEach(step -> byId.put(step.id(), step));
    return byId;
  }

  /** That numbers change because a step came or went is no move. */
  private static List<Moved> moved(List<Step> before, List<Step> after) {
    Map<String, Step> old = byId(before);
    Map<String, Integer> places = new HashMap<>();
    for (String id : old.keySet()) {
      places.put(id, places.size());
    }
    List<Step> common = after.stream().filter(step -> old.containsKey(step.id())).toList();
    Set<Integer> sameNumber =
        common.stream()
            .filter(step -> byIdOf(old, step).number().equals(step.number()))
            .map(step -> place(places, step))
            .collect(Collectors.toSet());
    Set<Integer> kept =
        LongestRise.of(common.stream().map(step -> place(places, step)).toList(), sameNumber);
    return common.stream()
        .filter(step -> !kept.contains(place(places, step)))
        .map(step -> new Moved(byIdOf(old, step), step))
        .toList();
  }

  private static int place(Map<String, Integer> places, Step step) {
    return places.getOrDefault(step.id(), -1);
  }

  private static Step byIdOf(Map<String, Step> old, Step step) {
    return old.getOrDefault(step.id(), step);
  }
}
