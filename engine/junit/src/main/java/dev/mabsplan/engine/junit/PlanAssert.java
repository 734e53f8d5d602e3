package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.facts.gathered.Address;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says what a plan must be, in tests that are written in Java. A failure is an {@link
 * org.opentest4j.AssertionFailedError} that shows what was expected, what came, and the reasons of
 * what came.
 *
 * <pre>{@code
 * PlanAssert.assertThat(planner.plan(facts))
 *     .hasSteps("replica/let-vss-start", "replica/consistency-check")
 *     .step("replica/let-vss-start").isOn("FS01").because("replica/vss-disabled").and()
 *     .leavesOut("replica/turn-on-automatic-check").forReason("replica/automatic-check-on")
 *     .asksFor("servers[FS01].services[VSS].startType")
 *     .leavesNothingUnexplained();
 * }</pre>
 *
 * <p>Steps are named by their remedy. As in scenarios, the basic checks, the undoing of tests and
 * the escalation are not counted among them.
 */
public final class PlanAssert {

  private final Plan plan;
  private final PlanOutline outline;

  private PlanAssert(Plan plan) {
    this.plan = plan;
    this.outline = new PlanOutline(plan);
  }

  /** Begins to say what a plan must be. */
  public static PlanAssert assertThat(Plan plan) {
    return new PlanAssert(plan);
  }

  /** The plan has these steps, in this order, and no others. */
  public PlanAssert hasSteps(String... remedies) {
    List<String> got = remedies();
    if (!got.equals(List.of(remedies))) {
      throw outline.steps("the steps, and no others", List.of(remedies), got);
    }
    return this;
  }

  /** The plan has these steps, in this order; others may stand before, between and after them. */
  public PlanAssert hasStepsInOrder(String... remedies) {
    List<String> got = remedies();
    Iterator<String> rest = got.iterator();
    for (String remedy : remedies) {
      boolean found = false;
      while (!found && rest.hasNext()) {
        found = rest.next().equals(remedy);
      }
      if (!found) {
        throw outline.steps("the steps, in this order", List.of(remedies), got);
      }
    }
    return this;
  }

  /** The plan has no step at all; not even basic checks are to be made. */
  public PlanAssert hasNoSteps() {
    if (!plan.steps().isEmpty()) {
      throw outline.failure("no step", outline.steps(plan.steps()));
    }
    return this;
  }

  /**
   * The plan has no step with this remedy; whether it was left out is not said. A name that no rule
   * pack knows is no step either: where there is a reason, {@link #leavesOut} says more.
   */
  public PlanAssert hasNoStep(String remedy) {
    List<Step> found = outline.stepsOf(remedy);
    if (!found.isEmpty()) {
      throw outline.failure("no step " + remedy, outline.steps(found));
    }
    return this;
  }

  /**
   * The plan has a step with this remedy, and more is said of it. Where several have it, all that
   * is said must hold for one of them.
   */
  public StepAssert step(String remedy) {
    List<Step> found = outline.stepsOf(remedy);
    if (found.isEmpty()) {
      throw outline.failure(
          "a step " + remedy,
          Stream.concat(outline.steps(plan.steps()).stream(), outline.of(remedy).stream())
              .toList());
    }
    return new StepAssert(this, outline, remedy, "", found);
  }

  /** The plan leaves this remedy out, and more may be said of it. */
  public ExclusionAssert leavesOut(String remedy) {
    List<Excluded> found =
        plan.excluded().stream().filter(excluded -> excluded.remedy().equals(remedy)).toList();
    if (found.isEmpty()) {
      throw outline.failure(
          remedy + " left out",
          Stream.concat(outline.of(remedy).stream(), outline.excluded(plan.excluded()).stream())
              .toList());
    }
    return new ExclusionAssert(this, outline, remedy, "", found);
  }

  /** The plan has these problems, most urgent first, and no others. */
  public PlanAssert hasProblems(String... ids) {
    List<String> got = plan.problems().stream().map(PlannedProblem::id).toList();
    if (!got.equals(List.of(ids))) {
      throw outline.failure("the problems " + PlanOutline.names(List.of(ids)), outline.problems());
    }
    return this;
  }

  /** The plan says that nothing is wrong. */
  public PlanAssert hasNoProblems() {
    if (!plan.problems().isEmpty()) {
      throw outline.failure("no problem", outline.problems());
    }
    return this;
  }

  /** There is nothing to do, to find out or to explain. */
  public PlanAssert isEmpty() {
    hasNoProblems();
    hasNoSteps();
    asksForNothing();
    return leavesNothingUnexplained();
  }

  /**
   * The plan asks for a fact, among others.
   *
   * @param fact its address, such as {@code servers[FS01].services[VSS].startType}
   * @throws IllegalArgumentException where that is no address
   */
  public PlanAssert asksFor(String fact) {
    Address address = Address.parse(fact);
    if (asked().noneMatch(address::equals)) {
      throw outline.failure("a question for " + address, outline.questions());
    }
    return this;
  }

  /**
   * The plan does not ask for a fact.
   *
   * @throws IllegalArgumentException where that is no address
   */
  public PlanAssert doesNotAskFor(String fact) {
    Address address = Address.parse(fact);
    if (asked().anyMatch(address::equals)) {
      throw outline.failure("no question for " + address, outline.questions());
    }
    return this;
  }

  /** The plan asks for nothing. */
  public PlanAssert asksForNothing() {
    if (!plan.questions().isEmpty()) {
      throw outline.failure("no question", outline.questions());
    }
    return this;
  }

  /** The plan begins with these basic checks, by the remedies they stand for, and no others. */
  public PlanAssert looksFirstAt(String... remedies) {
    List<String> got =
        plan.steps().stream()
            .flatMap(step -> step.looks().stream())
            .map(Step.LookFirst::remedy)
            .toList();
    if (!got.equals(List.of(remedies))) {
      throw outline.failure("the basic checks " + PlanOutline.names(List.of(remedies)), got);
    }
    return this;
  }

  /** Every error is explained. */
  public PlanAssert leavesNothingUnexplained() {
    return leavesUnexplained(0);
  }

  /** So many errors are not explained. */
  public PlanAssert leavesUnexplained(int errors) {
    if (plan.unexplained().size() != errors) {
      throw outline.failure(
          switch (errors) {
            case 0 -> "no unexplained error";
            case 1 -> "1 unexplained error";
            default -> errors + " unexplained errors";
          },
          outline.unexplained());
    }
    return this;
  }

  private List<String> remedies() {
    return outline.counted().stream().map(Step::remedy).toList();
  }

  private Stream<Address> asked() {
    return plan.questions().stream().flatMap(question -> question.facts().stream());
  }
}
