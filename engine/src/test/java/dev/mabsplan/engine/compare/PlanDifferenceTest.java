package dev.mabsplan.engine.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.compare.PlanDifference.Sides;
import dev.mabsplan.engine.compare.PlanGist.Asked;
import dev.mabsplan.engine.compare.PlanGist.LeftOut;
import dev.mabsplan.engine.compare.PlanGist.MayBe;
import dev.mabsplan.engine.compare.PlanGist.Problem;
import dev.mabsplan.engine.compare.PlanGist.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlanDifferenceTest {

  private static PlanGist steps(Step... steps) {
    return new PlanGist(
        "en", List.of(), List.of(steps), List.of(), List.of(), List.of(), List.of());
  }

  /** Steps called by letters, numbered as they stand. */
  private static PlanGist order(String... names) {
    List<Step> steps = new ArrayList<>();
    for (String name : names) {
      steps.add(step(String.valueOf(steps.size() + 1), name, "try", "it helps"));
    }
    return steps(steps.toArray(Step[]::new));
  }

  private static Step step(String number, String name, String status, String... because) {
    return new Step(
        number,
        "tape/" + name + "@MABS01",
        "tape/" + name,
        "Do " + name,
        "MABS01",
        Optional.empty(),
        status,
        List.of(because),
        List.of());
  }

  private static PlanGist leaving(PlanGist plan, LeftOut... left) {
    return new PlanGist(
        "en", List.of(), plan.steps(), List.of(left), List.of(), List.of(), List.of());
  }

  private static LeftOut satisfied(String name) {
    return new LeftOut(
        "tape/" + name, "Do " + name, "MABS01", Optional.empty(), "satisfied", List.of("it is so"));
  }

  private static PlanGist asking(Asked... asked) {
    return new PlanGist(
        "en", List.of(), List.of(), List.of(), List.of(asked), List.of(), List.of());
  }

  private static Stream<String> moved(PlanDifference difference) {
    return difference.moved().stream()
        .map(moved -> moved.before().number() + ">" + moved.after().number());
  }

  @Test
  void equalPlansDifferInNothing() {
    PlanDifference difference = PlanDifference.between(order("a", "b"), order("a", "b"));

    assertTrue(difference.isEmpty());
    assertEquals(new Sides<>(List.of(), List.of()), difference.steps());
  }

  @Test
  void plansInTwoLanguagesAreRefused() {
    PlanGist swedish =
        new PlanGist("sv", List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    assertEquals(
        "expected two plans in one language; found en and sv",
        assertThrows(IllegalArgumentException.class, () -> PlanDifference.between(order(), swedish))
            .getMessage());
  }

  @Test
  void problemsAreToldApartByServerAndDataSource() {
    Problem onOne = new Problem("tape/silent", "silent", "MABS01", Optional.empty());
    Problem onOther = new Problem("tape/silent", "silent", "MABS02", Optional.empty());
    PlanDifference difference =
        PlanDifference.between(
            new PlanGist(
                "en", List.of(onOne), List.of(), List.of(), List.of(), List.of(), List.of()),
            new PlanGist(
                "en", List.of(onOther), List.of(), List.of(), List.of(), List.of(), List.of()));

    assertEquals(new Sides<>(List.of(onOne), List.of(onOther)), difference.problems());
  }

  @Test
  void whatAnErrorMayBeAndWhatIsNotExplainedIsCompared() {
    MayBe may = new MayBe("errors[12]", "tape/silent", "silent");
    PlanDifference difference =
        PlanDifference.between(
            new PlanGist("en", List.of(), List.of(), List.of(), List.of(), List.of(may), List.of()),
            new PlanGist(
                "en",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("odd", "odd")));

    assertEquals(List.of(may), difference.candidates().gone());
    assertEquals(List.of("odd"), difference.unexplained().added());
    assertFalse(difference.isEmpty());
  }

  @Nested
  class OfSteps {

    @Test
    void aStepThatCameOrWentMovesNoOther() {
      PlanDifference difference =
          PlanDifference.between(order("a", "b", "c"), order("x", "b", "c", "y"));

      assertEquals(List.of("1"), numbers(difference.steps().gone()));
      assertEquals(List.of("1", "4"), numbers(difference.steps().added()));
      assertEquals(List.of(), difference.moved());
    }

    private List<String> numbers(List<Step> steps) {
      return steps.stream().map(Step::number).toList();
    }

    @Test
    void oneStepThatCameFirstMovesAlone() {
      PlanDifference difference =
          PlanDifference.between(order("a", "b", "c", "d"), order("d", "a", "b", "c"));

      assertEquals(List.of("4>1"), moved(difference).toList());
    }

    @Test
    void asFewMoveAsExplainTheOrder() {
      PlanDifference difference =
          PlanDifference.between(order("a", "b", "c", "d", "e"), order("b", "e", "c", "a", "d"));

      assertEquals(List.of("5>2", "1>4"), moved(difference).toList());
    }

    @Test
    void ofTwoThatChangedPlacesTheOneWithAnotherNumberMoved() {
      assertEquals(
          List.of("1>3"),
          moved(PlanDifference.between(order("a", "b"), order("x", "b", "a"))).toList());
    }

    @Test
    void aReversedOrderKeepsOne() {
      assertEquals(
          3,
          moved(PlanDifference.between(order("a", "b", "c", "d"), order("d", "c", "b", "a")))
              .count());
    }

    @Test
    void aStepIsChangedByItsStatusAndItsReasons() {
      PlanDifference difference =
          PlanDifference.between(
              steps(step("1", "a", "check", "perhaps", "as ever")),
              steps(step("1", "a", "confirmed", "as ever", "it is off")));

      assertEquals(1, difference.changed().size());
      assertTrue(difference.changed().get(0).isSurer());
      assertEquals(
          new Sides<>(List.of("perhaps"), List.of("it is off")),
          difference.changed().get(0).because());
    }

    @Test
    void aStepIsChangedByItsItems() {
      PlanDifference difference =
          PlanDifference.between(steps(withItems("one", "two")), steps(withItems("two", "three")));

      assertEquals(
          new Sides<>(List.of("one"), List.of("three")), difference.changed().get(0).items());
      assertFalse(difference.changed().get(0).isSurer());
    }

    private Step withItems(String... items) {
      Step step = step("1", "a", "try");
      return new Step(
          step.number(),
          step.id(),
          step.remedy(),
          step.title(),
          step.server(),
          step.dataSource(),
          step.status(),
          step.because(),
          Arrays.asList(items));
    }

    @Test
    void anotherNumberAloneIsNoChange() {
      assertEquals(
          List.of(), PlanDifference.between(order("a", "b"), order("x", "a", "b")).changed());
    }

    @Test
    void whatIsGoneSaysWhyItIsLeftOut() {
      PlanDifference difference =
          PlanDifference.between(order("a", "b"), leaving(order("b"), satisfied("a")));

      assertEquals(
          Optional.of(satisfied("a")), difference.whyGone(difference.steps().gone().get(0)));
    }

    @Test
    void whatIsNewSaysWhyItWasLeftOut() {
      PlanDifference difference =
          PlanDifference.between(leaving(order("b"), satisfied("a")), order("a", "b"));

      assertEquals(
          Optional.of(satisfied("a")), difference.whyNotBefore(difference.steps().added().get(0)));
      assertEquals(Optional.empty(), difference.whyGone(difference.steps().added().get(0)));
    }
  }

  @Nested
  class OfQuestions {

    @Test
    void ofACommandThatShowsSeveralFactsOnlyThoseNowKnownAreGone() {
      PlanDifference difference =
          PlanDifference.between(
              asking(new Asked(List.of("state", "startType"), "the service")),
              asking(new Asked(List.of("startType"), "the start type")));

      assertEquals(
          new Sides<>(List.of(new Asked(List.of("state"), "the service")), List.of()),
          difference.questions());
    }
  }
}
