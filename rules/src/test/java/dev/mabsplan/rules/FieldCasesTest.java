package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Step;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What helped people in public is in the plan for what they reported, and not too far down. */
class FieldCasesTest {

  private static final List<FieldCase> CASES = FieldCase.all();

  @TestFactory
  Stream<DynamicTest> whatHelpedIsInThePlan() {
    return CASES.stream()
        .filter(one -> one.remedy() != null)
        .map(one -> dynamicTest(one.name(), () -> standsInThePlan(one)));
  }

  @TestFactory
  Stream<DynamicTest> whatIsNoProofIsOffered() {
    return CASES.stream()
        .filter(one -> one.candidate() != null)
        .map(one -> dynamicTest(one.name(), () -> isOffered(one)));
  }

  @Test
  void enoughOfThemHaveWhatHelped() {
    long helped = CASES.stream().filter(one -> one.remedy() != null).count();

    assertTrue(helped >= 10, () -> "only " + helped);
  }

  @Test
  void everyOtherSaysWhyNot() {
    assertEquals(
        List.of(),
        CASES.stream()
            .filter(one -> (one.remedy() == null) == (one.notInPlan() == null))
            .map(FieldCase::name)
            .toList());
  }

  private static void standsInThePlan(FieldCase one) {
    Plan plan = Catalog.PLANNER.plan(one.settled());
    List<String> remedies = plan.steps().stream().map(Step::remedy).toList();
    int step = remedies.indexOf(one.remedy()) + 1;

    assertTrue(
        step > 0 && step <= one.step(),
        () -> one.remedy() + " is step " + step + " of " + remedies + ", " + one.source());
  }

  private static void isOffered(FieldCase one) {
    List<String> offered =
        Catalog.PLANNER.plan(one.asReported()).candidates().stream()
            .map(Candidate::problem)
            .toList();

    assertTrue(offered.contains(one.candidate()), offered::toString);
  }
}
