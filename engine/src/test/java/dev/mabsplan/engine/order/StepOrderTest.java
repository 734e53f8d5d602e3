package dev.mabsplan.engine.order;

import static dev.mabsplan.engine.order.SmallPack.FS;
import static dev.mabsplan.engine.order.SmallPack.MABS;
import static dev.mabsplan.engine.order.SmallPack.confirmed;
import static dev.mabsplan.engine.order.SmallPack.evidence;
import static dev.mabsplan.engine.order.SmallPack.found;
import static dev.mabsplan.engine.order.SmallPack.inapplicable;
import static dev.mabsplan.engine.order.SmallPack.satisfied;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Evidence;
import dev.mabsplan.engine.finding.Evidence.Verdict;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.order.OrderedStep.Band;
import dev.mabsplan.engine.pack.Remedy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StepOrderTest {

  private static StepOrder.Result result(SmallPack pack, Derivation... derivations) {
    return StepOrder.of(pack.assess(derivations));
  }

  /** Returns the steps in order, the basic checks as {@code look}. */
  private static List<String> order(SmallPack pack, Derivation... derivations) {
    return result(pack, derivations).steps().stream().map(StepOrderTest::name).toList();
  }

  private static List<String> problems(SmallPack pack, Derivation... derivations) {
    return result(pack, derivations).cases().stream()
        .map(found -> local(found.problem().id()))
        .toList();
  }

  private static Map<String, Band> bands(SmallPack pack, Derivation... derivations) {
    return result(pack, derivations).steps().stream()
        .collect(
            Collectors.toMap(StepOrderTest::name, OrderedStep::band, (a, b) -> a, TreeMap::new));
  }

  private static String name(OrderedStep step) {
    return step.remedy().map(Remedy::id).map(StepOrderTest::local).orElse("look");
  }

  private static String local(String id) {
    return id.substring(id.indexOf('/') + 1);
  }

  private static OrderedStep step(StepOrder.Result result, String remedy) {
    return result.steps().stream().filter(s -> name(s).equals(remedy)).findFirst().orElseThrow();
  }

  @Nested
  class Parts {

    private final SmallPack pack =
        new SmallPack()
            .problem("p", "{checklist: [a, b, c, d, e]}")
            .remedy("a", "risk: destructive", "decidedBy: always")
            .remedy("b", "decidedBy: trial")
            .remedy("c", "decidedBy: always")
            .remedy("d", "decidedBy: facts", "blocker: true")
            .remedy("e", "decidedBy: facts")
            .remedy("x", "decidedBy: facts")
            .check("x", "operations: [disk-backup]", "routine: true");

    @Test
    void followOneAnotherWhateverTheRatio() {
      assertEquals(
          List.of("d", "c", "e", "look", "b", "a"), order(pack, found("p"), confirmed("d")));
    }

    @Test
    void areTold() {
      assertEquals(
          Map.of(
              "d", Band.BLOCKER,
              "c", Band.CERTAIN,
              "look", Band.LOOK,
              "b", Band.OPEN,
              "e", Band.OPEN,
              "a", Band.DESTRUCTIVE),
          bands(pack, found("p"), confirmed("d")));
    }

    @Test
    void aBlockerThatNobodyConfirmedIsNone() {
      assertEquals(Band.OPEN, bands(pack, found("p")).get("d"));
    }

    @Test
    void theLookIsLastWhereFactsConfirmEverything() {
      SmallPack certain =
          new SmallPack()
              .problem("p", "a")
              .remedy("a", "decidedBy: facts")
              .remedy("x", "decidedBy: facts")
              .check("x", "operations: [disk-backup]", "routine: true");

      assertEquals(List.of("a", "look"), order(certain, found("p"), confirmed("a")));
    }

    @Test
    void theLookComesBeforeAnHourThatFollowsFromTheProblemAndNotBeforeAMinute() {
      SmallPack quick =
          new SmallPack()
              .problem("p", "a")
              .remedy("a", "decidedBy: always", "effort: instant")
              .remedy("x", "decidedBy: facts")
              .check("x", "operations: [disk-backup]", "routine: true");
      SmallPack slow =
          new SmallPack()
              .problem("p", "a")
              .remedy("a", "decidedBy: always", "effort: long")
              .remedy("x", "decidedBy: facts")
              .check("x", "operations: [disk-backup]", "routine: true");

      assertEquals(List.of("a", "look"), order(quick, found("p")));
      assertEquals(List.of("look", "a"), order(slow, found("p")));
    }

    @Test
    void thereIsNoLookWithoutAProblem() {
      assertEquals(List.of(), order(pack));
    }

    @Test
    void thereIsOneLookForAllBasicChecks() {
      SmallPack two =
          new SmallPack()
              .problem("p", "a")
              .remedy("a")
              .remedy("x", "decidedBy: facts")
              .remedy("y", "decidedBy: facts")
              .check("x", "operations: [disk-backup]", "routine: true")
              .check("y", "operations: [disk-backup]", "routine: true");

      assertEquals(List.of("look", "a"), order(two, found("p")));
      assertEquals(2, step(result(two, found("p")), "look").looks().size());
    }

    @Test
    void aCheckThatAnotherProblemsTreatmentHoldsIsNoLook() {
      SmallPack treated =
          new SmallPack()
              .problem("p", "a")
              .problem("q", "x", "operations: [recovery]")
              .remedy("a")
              .remedy("x", "decidedBy: facts")
              .check("x", "operations: [disk-backup]");

      assertEquals(List.of("a", "x"), order(treated, found("p"), found("q")));
    }
  }

  @Nested
  class Tiers {

    @Test
    void theMilderComesFirstAmongWhatIsCertain() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{checklist: [a, b, c]}")
              .remedy("a", "decidedBy: always", "risk: disruptive", "likelihood: very-likely")
              .remedy("b", "decidedBy: always", "risk: reversible")
              .remedy("c", "decidedBy: always", "risk: read-only", "effort: very-long");

      assertEquals(List.of("c", "b", "a"), order(pack, found("p")));
    }

    @Test
    void theMilderComesFirstAmongWhatIsOpen() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{rivals: [a, b, c]}")
              .remedy("a", "risk: disruptive", "likelihood: very-likely")
              .remedy("b", "risk: reversible")
              .remedy("c", "risk: read-only", "effort: very-long");

      assertEquals(List.of("c", "b", "a"), order(pack, found("p")));
    }

    @Test
    void theMilderComesFirstAcrossProblems() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "a")
              .problem("q", "b", "severity: low")
              .remedy("a", "decidedBy: always", "risk: disruptive")
              .remedy("b", "decidedBy: always", "risk: reversible");

      assertEquals(List.of("b", "a"), order(pack, found("p"), found("q")));
    }

    @Test
    void theRiskierComesFirstWhereItIsAPrerequisite() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{sequence: [a, b]}")
              .remedy("a", "decidedBy: always", "risk: disruptive")
              .remedy("b", "decidedBy: always", "risk: read-only");

      assertEquals(List.of("a", "b"), order(pack, found("p")));
    }

    @Test
    void aStepIsAsRiskyAsWhatMustComeBeforeIt() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{checklist: [{sequence: [a, b]}, c]}")
              .remedy("a", "decidedBy: always", "risk: disruptive")
              .remedy("b", "decidedBy: always", "risk: read-only")
              .remedy("c", "decidedBy: always", "risk: reversible");

      assertEquals(List.of("c", "a", "b"), order(pack, found("p")));
    }

    @Test
    void threeTiersAndASequenceAcrossThemAreNoCircle() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{rivals: [{sequence: [a, b]}, c]}")
              .remedy("a", "risk: disruptive")
              .remedy("b", "risk: read-only")
              .remedy("c", "risk: reversible");

      assertEquals(List.of("c", "a", "b"), order(pack, found("p")));
    }

    @Test
    void whatFollowsALossComesAfterAllThatLosesNothing() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{sequence: [a, b]}", "retry: again")
              .problem("q", "c", "severity: low")
              .remedy("a", "decidedBy: always", "risk: destructive")
              .remedy("b", "decidedBy: always")
              .remedy("c")
              .remedy("again", "effort: long");

      assertEquals(List.of("c", "a", "b", "again"), order(pack, found("p"), found("q")));
    }
  }

  @Nested
  class Prerequisites {

    @Test
    void aSequenceKeepsItsOrderWhateverTheRatio() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{rivals: [{sequence: [a, b]}, c]}")
              .remedy("a", "likelihood: rare", "effort: long")
              .remedy("b", "likelihood: very-likely", "effort: instant")
              .remedy("c", "likelihood: rare", "effort: medium");

      assertEquals(List.of("a", "b", "c"), order(pack, found("p")));
    }

    @Test
    void whatARemedyRequiresComesFirstWhereThePlanHasBoth() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{checklist: [a, b]}")
              .remedy("a", "decidedBy: always", "requires: [b]")
              .remedy("b", "decidedBy: always", "effort: long");

      assertEquals(List.of("b", "a"), order(pack, found("p")));
    }

    @Test
    void whatARemedyRequiresIsNotAddedToThePlan() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "a")
              .problem("q", "b")
              .remedy("a", "requires: [b]")
              .remedy("b");

      assertEquals(List.of("a"), order(pack, found("p")));
    }

    @Test
    void whatARemedyRequiresComesFirstAcrossProblems() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "a")
              .problem("q", "b", "severity: low")
              .remedy("a", "decidedBy: always", "requires: [b]")
              .remedy("b", "decidedBy: always");

      assertEquals(List.of("b", "a"), order(pack, found("p"), found("q")));
    }

    @Test
    void whatARemedyOfAProtectedServerRequiresOfItsBackupServerComesFirst() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "a")
              .problem("q", "b", "severity: low")
              .remedy("a", "decidedBy: always", "on: protectedServer", "requires: [b]")
              .remedy("b", "decidedBy: always");

      assertEquals(List.of("b", "a"), order(pack, found("p", FS, null), found("q")));
    }

    @Test
    void whatIsRequiredOfAnotherProtectedServerDoesNotMatter() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "a")
              .problem("q", "b", "severity: low")
              .remedy("a", "decidedBy: always", "on: protectedServer", "requires: [b]")
              .remedy("b", "decidedBy: always", "on: protectedServer");

      assertEquals(List.of("a", "b"), order(pack, found("p", FS, null), found("q", "FS02", null)));
    }

    @Test
    void anOpenOneIsDrawnInFrontOfWhatIsCertain() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{checklist: [a, b]}")
              .remedy("a", "decidedBy: always", "requires: [b]")
              .remedy("b", "decidedBy: trial")
              .remedy("x", "decidedBy: facts")
              .check("x", "operations: [disk-backup]", "routine: true");

      assertEquals(List.of("look", "b", "a"), order(pack, found("p")));
    }

    @Test
    void theyAreToldOfEachStep() {
      SmallPack pack =
          new SmallPack().problem("p", "{sequence: [a, b, c]}").remedy("a").remedy("b").remedy("c");

      assertEquals(
          List.of("t/b"),
          step(result(pack, found("p")), "c").after().stream().map(StepKey::remedy).toList());
    }

    @Test
    void evidenceThatMakesTwoProblemsChooseOppositelyIsReported() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{choice: [a, b]}")
              .problem("q", "{choice: [a, b]}")
              .remedy("a", "decidedBy: facts")
              .remedy("b", "decidedBy: facts");
      Derivation onlyForOne =
          SmallPack.evidence(
              Evidence.Verdict.CONFIRMED, "b", new Problem("t/q", SmallPack.MABS, null));
      Assessment assessment = pack.assess(found("p"), found("q"), onlyForOne);

      IllegalStateException circle =
          assertThrows(IllegalStateException.class, () -> StepOrder.of(assessment));

      assertTrue(
          String.valueOf(circle.getMessage()).matches(".*circle.*t/a.*t/b.*"), circle::getMessage);
    }
  }

  @Nested
  class Rivals {

    @Test
    void theBetterRatioComesFirst() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{rivals: [a, b, c]}")
              .remedy("a", "likelihood: rare", "effort: instant")
              .remedy("b", "likelihood: very-likely", "effort: medium")
              .remedy("c", "likelihood: likely", "effort: instant");

      assertEquals(List.of("c", "a", "b"), order(pack, found("p")));
    }

    @Test
    void anHourLongRetryIsMadeOnceForBoth() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{rivals: [a, b]}", "retry: again")
              .remedy("a", "likelihood: rare", "effort: instant")
              .remedy("b", "likelihood: likely", "effort: short")
              .remedy("again", "effort: long");
      StepOrder.Result result = result(pack, found("p"));
      OrderedStep.Part part = step(result, "a").part().orElseThrow();

      assertEquals(List.of("a", "b", "again"), order(pack, found("p")));
      assertEquals(List.of("t/a", "t/b"), part.steps().stream().map(StepKey::remedy).toList());
      assertEquals(60, part.retryMinutes());
      assertTrue(part.retryNext());
    }

    @Test
    void aRetryOfAMinuteIsMadeAfterEach() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{rivals: [a, b]}", "retry: again")
              .remedy("a")
              .remedy("b", "likelihood: likely")
              .remedy("again", "effort: instant");

      assertEquals(List.of("b", "again", "a"), order(pack, found("p")));
    }

    @Test
    void aLookComesBeforeAnHourThatMayMendAlone() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{rivals: [a, b]}", "retry: again", "retryAlone: true")
              .remedy("a", "decidedBy: facts")
              .remedy("b", "effort: very-long", "risk: disruptive")
              .remedy("again", "effort: long");

      assertEquals(List.of("a", "again", "b"), order(pack, found("p")));
    }

    @Test
    void equalRatiosFollowTheId() {
      SmallPack pack =
          new SmallPack().problem("p", "{rivals: [c, a, b]}").remedy("a").remedy("b").remedy("c");

      assertEquals(List.of("a", "b", "c"), order(pack, found("p")));
    }

    @Test
    void oneThatFactsConfirmComesFirst() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{rivals: [a, b]}")
              .remedy("a", "likelihood: very-likely", "effort: instant")
              .remedy("b", "decidedBy: facts", "likelihood: rare", "effort: long");

      assertEquals(List.of("b", "a"), order(pack, found("p"), confirmed("b")));
    }
  }

  @Nested
  class Merging {

    private final SmallPack pack =
        new SmallPack()
            .problem("p", "a", "retry: check")
            .problem("q", "b", "retry: check")
            .remedy("a", "decidedBy: facts")
            .remedy("b", "decidedBy: facts")
            .remedy("check", "effort: long", "per: data-source");

    private final Problem p = new Problem("t/p", FS, "D:\\");
    private final Problem q = new Problem("t/q", FS, "D:\\");

    @Test
    void twoProblemsOfOneDataSourceShareOneConsistencyCheck() {
      assertEquals(
          List.of("a", "b", "check"),
          order(
              pack,
              found("p", FS, "D:\\"),
              found("q", FS, "D:\\"),
              evidence(Verdict.CONFIRMED, "a", p),
              evidence(Verdict.CONFIRMED, "b", q)));
    }

    @Test
    void twoDataSourcesHaveTheirOwn() {
      assertEquals(
          List.of("a", "check", "check"),
          order(pack, found("p", FS, "D:\\"), found("p", FS, "E:\\"), confirmed("a")));
    }

    @Test
    void aSharedStepKeepsAllWhoAskInTheOrderOfTheirProblems() {
      StepOrder.Result result =
          result(pack, found("p", FS, "D:\\"), found("q", FS, "D:\\"), confirmed("a"));

      assertEquals(
          List.of("t/p", "t/q"),
          step(result, "check").askers().stream().map(s -> s.asker().problem().id()).toList());
    }

    @Test
    void aSharedRetryThatIsCertainForOneDoesNotWaitForWhatTheOtherOnlyTries() {
      assertEquals(
          List.of("a", "check", "b"),
          order(
              pack,
              found("p", FS, "D:\\"),
              found("q", FS, "D:\\"),
              evidence(Verdict.CONFIRMED, "a", p)));
    }

    @Test
    void aSharedStepIsAsCertainAsItsMostCertainAsker() {
      SmallPack shared =
          new SmallPack()
              .problem("p", "{rivals: [a, b]}")
              .problem("q", "a", "severity: low")
              .remedy("a", "decidedBy: always", "likelihood: rare", "effort: long")
              .remedy("b");

      assertEquals(List.of("a", "b"), order(shared, found("p"), found("q")));
      assertEquals(Status.REQUIRED, step(result(shared, found("p"), found("q")), "a").status());
    }

    @Test
    void aSharedStepStaysWhileOneStillAsksForIt() {
      SmallPack shared =
          new SmallPack().problem("p", "a").problem("q", "a").remedy("a", "decidedBy: facts");
      Derivation notForP = evidence(Verdict.INAPPLICABLE, "a", new Problem("t/p", MABS, null));

      StepOrder.Result result = result(shared, found("p"), found("q"), notForP);

      assertEquals(
          List.of("t/q"),
          step(result, "a").askers().stream().map(s -> s.asker().problem().id()).toList());
    }

    @Test
    void aSharedStepFallsOnceAllDropIt() {
      SmallPack shared =
          new SmallPack().problem("p", "a").problem("q", "a").remedy("a", "decidedBy: facts");

      assertEquals(
          List.of(),
          order(
              shared,
              found("p"),
              found("q"),
              evidence(Verdict.INAPPLICABLE, "a", new Problem("t/p", MABS, null)),
              evidence(Verdict.SATISFIED, "a", new Problem("t/q", MABS, null))));
    }

    @Test
    void aSharedStepStandsAtItsFirstAsker() {
      SmallPack shared =
          new SmallPack()
              .problem("p", "{checklist: [a, b]}")
              .problem("q", "{checklist: [b, c]}", "severity: low")
              .remedy("a", "decidedBy: always")
              .remedy("b", "decidedBy: always")
              .remedy("c", "decidedBy: always", "effort: instant");

      assertEquals(List.of("a", "b", "c"), order(shared, found("p"), found("q")));
    }

    @Test
    void aRemedyOnTwoServersIsTwoSteps() {
      SmallPack servers =
          new SmallPack().problem("p", "a").remedy("a", "decidedBy: always", "on: protectedServer");

      assertEquals(
          List.of(FS, "FS02"),
          result(servers, found("p", "FS02", null), found("p", FS, null)).steps().stream()
              .map(step -> step.key().server())
              .toList());
    }
  }

  @Nested
  class Urgency {

    @Test
    void blockersComeFirstWhateverTheirProblem() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "a")
              .problem("q", "b", "severity: low")
              .remedy("a", "decidedBy: always", "risk: read-only")
              .remedy("b", "decidedBy: facts", "blocker: true", "risk: disruptive");

      assertEquals(List.of("b", "a"), order(pack, found("p"), found("q"), confirmed("b")));
    }

    @Test
    void problemsFollowTheirSeverity() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "a", "severity: low")
              .problem("q", "a", "severity: medium")
              .problem("r", "a", "severity: high")
              .remedy("a");

      assertEquals(List.of("r", "q", "p"), problems(pack, found("p"), found("q"), found("r")));
    }

    @Test
    void problemsOfOneSeverityFollowTheRatioOfTheirFirstStep() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "a")
              .problem("q", "b")
              .remedy("a", "decidedBy: always", "effort: long")
              .remedy("b", "decidedBy: always", "effort: instant");

      assertEquals(List.of("q", "p"), problems(pack, found("p"), found("q")));
      assertEquals(List.of("b", "a"), order(pack, found("p"), found("q")));
    }

    @Test
    void theFirstStepIsTheOneThatIsDoneFirst() {
      // The retry of p and the second step of its sequence are quick, its first step is not.
      SmallPack pack =
          new SmallPack()
              .problem("p", "{sequence: [a, b]}", "retry: again")
              .problem("q", "c")
              .remedy("a", "decidedBy: always", "effort: long")
              .remedy("b", "decidedBy: always", "effort: instant")
              .remedy("c", "decidedBy: always", "effort: medium")
              .remedy("again", "effort: instant");

      assertEquals(List.of("q", "p"), problems(pack, found("p"), found("q")));
    }

    @Test
    void problemsWithoutAStepComeLastOfTheirSeverity() {
      SmallPack pack = new SmallPack().problem("p", "a").problem("q", "b").remedy("a").remedy("b");

      assertEquals(List.of("q", "p"), problems(pack, found("p"), found("q"), inapplicable("a")));
    }

    @Test
    void equalProblemsFollowTheId() {
      SmallPack pack =
          new SmallPack().problem("q", "a").problem("p", "a").remedy("a", "on: protectedServer");

      assertEquals(
          List.of(
              "t/p FS01 null", "t/p FS01 D:\\", "t/p FS01 E:\\", "t/p FS02 null", "t/q FS01 null"),
          result(
                  pack,
                  found("q", FS, null),
                  found("p", "FS02", null),
                  found("p", FS, "E:\\"),
                  found("p", FS, null),
                  found("p", FS, "D:\\"))
              .cases()
              .stream()
              .map(Case::problem)
              .map(p -> p.id() + " " + p.server() + " " + p.dataSource())
              .toList());
    }

    @Test
    void whatIsCertainGoesProblemByProblem() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{checklist: [a, d]}")
              .problem("q", "{checklist: [b, c]}", "severity: low")
              .remedy("a", "decidedBy: always", "effort: long")
              .remedy("b", "decidedBy: always", "effort: instant")
              .remedy("c", "decidedBy: always", "effort: short")
              .remedy("d", "decidedBy: always", "effort: very-long");

      assertEquals(List.of("a", "d", "b", "c"), order(pack, found("p"), found("q")));
    }

    @Test
    void whatIsSatisfiedIsNoStep() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{checklist: [a, b]}")
              .remedy("a", "decidedBy: facts")
              .remedy("b", "decidedBy: always");

      assertEquals(List.of("b"), order(pack, found("p"), satisfied("a")));
    }
  }
}
