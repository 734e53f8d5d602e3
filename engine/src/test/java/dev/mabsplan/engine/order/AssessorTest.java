package dev.mabsplan.engine.order;

import static dev.mabsplan.engine.order.SmallPack.FS;
import static dev.mabsplan.engine.order.SmallPack.MABS;
import static dev.mabsplan.engine.order.SmallPack.confirmed;
import static dev.mabsplan.engine.order.SmallPack.evidence;
import static dev.mabsplan.engine.order.SmallPack.found;
import static dev.mabsplan.engine.order.SmallPack.inapplicable;
import static dev.mabsplan.engine.order.SmallPack.need;
import static dev.mabsplan.engine.order.SmallPack.satisfied;
import static dev.mabsplan.engine.order.SmallPack.servers;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Evidence.Verdict;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Need.State;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessorTest {

  /** One remedy for one problem; facts decide it. */
  private static final SmallPack ONE =
      new SmallPack().problem("p", "a").remedy("a", "decidedBy: facts");

  private static String local(String id) {
    return id.substring(id.indexOf('/') + 1);
  }

  /** Returns the statuses by remedy, the retry left out. */
  private static Map<String, Status> statuses(Assessment assessment) {
    return assessment.prescriptions().stream()
        .filter(p -> !p.retry())
        .collect(
            Collectors.toMap(
                p -> local(p.remedy().id()), Prescription::status, (a, b) -> a, TreeMap::new));
  }

  private static Map<String, Dropped.Why> dropped(Assessment assessment) {
    return assessment.dropped().stream()
        .collect(
            Collectors.toMap(d -> local(d.remedy().id()), Dropped::why, (a, b) -> a, TreeMap::new));
  }

  private static Prescription prescription(Assessment assessment, String remedy) {
    return assessment.prescriptions().stream()
        .filter(p -> p.remedy().id().equals("t/" + remedy))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> after(Assessment assessment, String remedy) {
    return prescription(assessment, remedy).after().stream()
        .map(key -> local(key.remedy()))
        .collect(Collectors.toSet());
  }

  private static List<String> because(Assessment assessment, String remedy) {
    return prescription(assessment, remedy).because().stream().map(Derivation::rule).toList();
  }

  private static Facts tried(Attempt attempt) {
    return servers().attempt(attempt).build();
  }

  private static Facts tried(String remedy, AttemptOutcome outcome) {
    return tried(Attempt.of("t/" + remedy, outcome));
  }

  @Nested
  class Verdicts {

    @Test
    void whatFactsConfirmIsConfirmedAndSaysWhy() {
      Assessment assessment = ONE.assess(found("p"), confirmed("a"));

      assertEquals(Map.of("a", Status.CONFIRMED), statuses(assessment));
      assertEquals(List.of("t/CONFIRMED-a"), because(assessment, "a"));
    }

    @Test
    void whatFactsWouldDecideIsToBeCheckedWhereTheyAreUnknown() {
      assertEquals(Map.of("a", Status.CHECK), statuses(ONE.assess(found("p"))));
    }

    @Test
    void whatFollowsFromTheProblemIsRequired() {
      SmallPack pack = new SmallPack().problem("p", "a").remedy("a", "decidedBy: always");

      assertEquals(Map.of("a", Status.REQUIRED), statuses(pack.assess(found("p"))));
    }

    @Test
    void whatOnlyTryingTellsIsTried() {
      SmallPack pack = new SmallPack().problem("p", "a").remedy("a", "decidedBy: trial");

      assertEquals(Map.of("a", Status.TRY), statuses(pack.assess(found("p"))));
    }

    @Test
    void whatIsSoAlreadyIsLeftOutAndSaysWhy() {
      Assessment assessment = ONE.assess(found("p"), satisfied("a"));

      assertEquals(Map.of("a", Dropped.Why.SATISFIED), dropped(assessment));
      assertEquals("t/SATISFIED-a", assessment.dropped().get(0).because().get(0).rule());
    }

    @ParameterizedTest
    @CsvSource({"always", "trial"})
    void evidenceSpeaksOfWhatNoFactsDecideToo(String decidedBy) {
      SmallPack pack = new SmallPack().problem("p", "a").remedy("a", "decidedBy: " + decidedBy);

      assertEquals(
          Map.of("a", Dropped.Why.INAPPLICABLE),
          dropped(pack.assess(found("p"), inapplicable("a"))));
    }

    @Test
    void whatDoesNotApplyIsLeftOutEvenWhereItIsConfirmedTriedAndSo() {
      Assessment assessment =
          ONE.assess(
              tried("a", AttemptOutcome.FAILED),
              found("p"),
              confirmed("a"),
              satisfied("a"),
              inapplicable("a"));

      assertEquals(Map.of("a", Dropped.Why.INAPPLICABLE), dropped(assessment));
    }

    @Test
    void anAttemptOutweighsThatFactsConfirm() {
      Assessment assessment =
          ONE.assess(tried("a", AttemptOutcome.FAILED), found("p"), confirmed("a"));

      assertEquals(Map.of("a", Dropped.Why.FAILED), dropped(assessment));
    }

    @Test
    void anAttemptOutweighsThatItIsSo() {
      Assessment assessment =
          ONE.assess(tried("a", AttemptOutcome.FAILED), found("p"), satisfied("a"));

      assertEquals(Map.of("a", Dropped.Why.FAILED), dropped(assessment));
    }

    @Test
    void thatFactsConfirmOutweighsThatItIsSo() {
      Assessment assessment = ONE.assess(found("p"), satisfied("a"), confirmed("a"));

      assertEquals(Map.of("a", Status.CONFIRMED), statuses(assessment));
    }

    @Test
    void evidenceOfAnotherServerSaysNothing() {
      Assessment assessment = ONE.assess(found("p"), evidence(Verdict.INAPPLICABLE, "a", FS));

      assertEquals(Map.of("a", Status.CHECK), statuses(assessment));
    }

    @Test
    void evidenceForAProblemSpeaksOfNoOther() {
      SmallPack pack =
          new SmallPack().problem("p", "a").problem("q", "a").remedy("a", "decidedBy: facts");

      Assessment assessment =
          pack.assess(
              found("p"),
              found("q"),
              evidence(Verdict.CONFIRMED, "a", new Problem("t/q", MABS, null)));

      assertEquals(
          List.of("t/p CHECK", "t/q CONFIRMED"),
          assessment.prescriptions().stream()
              .map(p -> p.asker().problem().id() + " " + p.status())
              .toList());
    }
  }

  @Nested
  class Needs {

    @Test
    void oneThatIsMissingConfirmsAndIsListedAlone() {
      Assessment assessment =
          ONE.assess(
              found("p"),
              need(State.MET, "a", "one"),
              need(State.MISSING, "a", "two"),
              need(State.UNKNOWN, "a", "three"));

      assertEquals(Map.of("a", Status.CONFIRMED), statuses(assessment));
      assertEquals(List.of("two"), prescription(assessment, "a").items());
    }

    @Test
    void allThatAreMissingAreListedInOneOrder() {
      Assessment assessment =
          ONE.assess(found("p"), need(State.MISSING, "a", "two"), need(State.MISSING, "a", "one"));

      assertEquals(List.of("one", "two"), prescription(assessment, "a").items());
    }

    @Test
    void allThatAreMetSatisfy() {
      Assessment assessment =
          ONE.assess(found("p"), need(State.MET, "a", "one"), need(State.MET, "a", "two"));

      assertEquals(Map.of("a", Dropped.Why.SATISFIED), dropped(assessment));
    }

    @Test
    void oneThatIsUnknownLeavesTheRestToBeCheckedAndIsListed() {
      Assessment assessment =
          ONE.assess(found("p"), need(State.MET, "a", "one"), need(State.UNKNOWN, "a", "two"));

      assertEquals(Map.of("a", Status.CHECK), statuses(assessment));
      assertEquals(List.of("two"), prescription(assessment, "a").items());
    }

    @Test
    void oneThatIsKnownIsNotUnknown() {
      Assessment assessment =
          ONE.assess(found("p"), need(State.UNKNOWN, "a", "one"), need(State.MET, "a", "one"));

      assertEquals(Map.of("a", Dropped.Why.SATISFIED), dropped(assessment));
    }

    @Test
    void missingFloorsMergeToTheHighestByNumberAndGiveItsReason() {
      SmallPack pack =
          new SmallPack().problem("p", "a").remedy("a", "decidedBy: facts", "floors: true");

      Assessment assessment =
          pack.assess(
              found("p"),
              need(State.MISSING, "a", "2.0.9083.0"),
              need(State.MISSING, "a", "2.0.10000.0"),
              need(State.MISSING, "a", "2.0.9249.0"));

      assertEquals(List.of("2.0.10000.0"), prescription(assessment, "a").items());
      assertEquals(List.of("t/MISSING-2.0.10000.0"), because(assessment, "a"));
    }

    @Test
    void aFloorThatIsMetDoesNotHideAHigherOneThatIsNot() {
      SmallPack pack =
          new SmallPack().problem("p", "a").remedy("a", "decidedBy: facts", "floors: true");

      Assessment assessment =
          pack.assess(found("p"), need(State.MET, "a", "2.0"), need(State.MISSING, "a", "3.0"));

      assertEquals(List.of("3.0"), prescription(assessment, "a").items());
    }
  }

  @Nested
  class Rivals {

    private final SmallPack pack =
        new SmallPack()
            .problem("p", "{rivals: [a, b]}")
            .remedy("a", "decidedBy: always")
            .remedy("b", "decidedBy: facts");

    @Test
    void noneFollowsFromTheProblemAlone() {
      assertEquals(Map.of("a", Status.TRY, "b", Status.CHECK), statuses(pack.assess(found("p"))));
    }

    @Test
    void oneThatFactsConfirmStaysConfirmed() {
      assertEquals(
          Map.of("a", Status.TRY, "b", Status.CONFIRMED),
          statuses(pack.assess(found("p"), confirmed("b"))));
    }

    @Test
    void eachSaysWhereItStands() {
      assertEquals("rivals 2 of 2", prescription(pack.assess(found("p")), "b").path());
    }
  }

  @Nested
  class Sequences {

    private final SmallPack pack =
        new SmallPack()
            .problem("p", "{sequence: [a, b, c]}")
            .remedy("a", "decidedBy: facts")
            .remedy("b", "decidedBy: always")
            .remedy("c", "decidedBy: always");

    @Test
    void eachComesAfterTheOneInFront() {
      Assessment assessment = pack.assess(found("p"), confirmed("a"));

      assertEquals(Set.of("a"), after(assessment, "b"));
      assertEquals(Set.of("b"), after(assessment, "c"));
    }

    @Test
    void aCertainHeadKeepsWhatFollowsCertain() {
      assertEquals(
          Map.of("a", Status.CONFIRMED, "b", Status.REQUIRED, "c", Status.REQUIRED),
          statuses(pack.assess(found("p"), confirmed("a"))));
    }

    @Test
    void anUncertainHeadWeakensWhatFollows() {
      assertEquals(
          Map.of("a", Status.CHECK, "b", Status.CHECK, "c", Status.CHECK),
          statuses(pack.assess(found("p"))));
    }

    @Test
    void whatFactsConfirmIsWeakenedByNoHead() {
      assertEquals(
          Map.of("a", Status.CHECK, "b", Status.CONFIRMED, "c", Status.CHECK),
          statuses(pack.assess(found("p"), confirmed("b"))));
    }

    @Test
    void aHeadThatIsSoKeepsWhatFollows() {
      assertEquals(
          Map.of("b", Status.REQUIRED, "c", Status.REQUIRED),
          statuses(pack.assess(found("p"), satisfied("a"))));
    }

    @Test
    void aHeadThatDoesNotApplyTakesAlongWhatFollows() {
      Assessment assessment = pack.assess(found("p"), inapplicable("a"));

      assertEquals(Map.of(), statuses(assessment));
      assertEquals(
          List.of("t/a follows ", "t/b follows t/a", "t/c follows t/a"),
          assessment.dropped().stream()
              .map(d -> d.remedy().id() + " follows " + d.follows())
              .toList());
    }

    @Test
    void aMiddleThatDoesNotApplyLeavesWhatIsInFront() {
      assertEquals(Map.of("a", Status.CHECK), statuses(pack.assess(found("p"), inapplicable("b"))));
    }

    @Test
    void aHeadThatFailedKeepsWhatFollows() {
      assertEquals(
          Map.of("b", Status.REQUIRED, "c", Status.REQUIRED),
          statuses(pack.assess(tried("a", AttemptOutcome.FAILED), found("p"))));
    }

    @Test
    void whatFollowsAPartThatIsSoWaitsForWhatIsInFrontOfThatPart() {
      assertEquals(
          Set.of("a"), after(pack.assess(found("p"), confirmed("a"), satisfied("b")), "c"));
    }

    @Test
    void aPartOfWhichOneIsSoKeepsWhatFollows() {
      SmallPack choice =
          new SmallPack()
              .problem("p", "{sequence: [{choice: [a, b]}, c]}")
              .remedy("a")
              .remedy("b")
              .remedy("c", "decidedBy: always");

      Assessment assessment = choice.assess(found("p"), inapplicable("a"), satisfied("b"));

      assertEquals(Map.of("c", Status.REQUIRED), statuses(assessment));
    }

    @Test
    void aPartOfWhichNoneAppliesTakesAlongWhatFollows() {
      SmallPack checklist =
          new SmallPack()
              .problem("p", "{sequence: [{checklist: [a, b]}, c]}")
              .remedy("a")
              .remedy("b")
              .remedy("c", "decidedBy: always");

      Assessment assessment = checklist.assess(found("p"), inapplicable("a"), inapplicable("b"));

      assertEquals(Map.of(), statuses(assessment));
    }

    @Test
    void oneOfAPartDoesNotWeakenAnother() {
      SmallPack checklist =
          new SmallPack()
              .problem("p", "{sequence: [{checklist: [a, b]}, c]}")
              .remedy("a", "decidedBy: trial")
              .remedy("b", "decidedBy: always")
              .remedy("c", "decidedBy: always");

      assertEquals(
          Map.of("a", Status.TRY, "b", Status.REQUIRED, "c", Status.TRY),
          statuses(checklist.assess(found("p"))));
    }

    @Test
    void whatFollowsAChoiceWaitsForItsBestAlone() {
      SmallPack choice =
          new SmallPack()
              .problem("p", "{sequence: [{choice: [a, b]}, c]}")
              .remedy("a", "decidedBy: always", "effort: instant")
              .remedy("b", "decidedBy: always")
              .remedy("c", "decidedBy: always");

      Assessment assessment = choice.assess(found("p"));

      assertEquals(Set.of("a"), after(assessment, "c"));
      assertEquals(Status.REQUIRED, prescription(assessment, "c").status());
    }
  }

  @Nested
  class Choices {

    @Test
    void theBetterRatioIsOfferedFirstAndTheOtherForWhereItCannotBeDone() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{choice: [a, b]}")
              .remedy("a", "decidedBy: always", "effort: long")
              .remedy("b", "decidedBy: always", "effort: short");

      Assessment assessment = pack.assess(found("p"));

      assertEquals(Map.of("a", Status.TRY, "b", Status.REQUIRED), statuses(assessment));
      assertEquals(Set.of("b"), after(assessment, "a"));
    }

    @Test
    void theMilderIsOfferedFirstHoweverGoodTheRatioOfTheOther() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{choice: [a, b]}")
              .remedy("a", "likelihood: very-likely", "effort: instant", "risk: disruptive")
              .remedy("b", "likelihood: rare", "effort: very-long", "risk: reversible");

      assertEquals(Set.of("b"), after(pack.assess(found("p")), "a"));
    }

    @Test
    void anOptionIsAsRiskyAsItsRiskiestPart() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{choice: [{sequence: [a, b]}, c]}")
              .remedy("a", "risk: read-only")
              .remedy("b", "risk: destructive")
              .remedy("c", "risk: disruptive");

      assertEquals(Set.of("c"), after(pack.assess(found("p")), "a"));
    }

    @Test
    void whatIsConfirmedIsOfferedBeforeWhatIsOnlyCheaper() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{choice: [a, b]}")
              .remedy("a", "effort: instant")
              .remedy("b", "effort: very-long");

      Assessment assessment = pack.assess(found("p"), confirmed("b"));

      assertEquals(Map.of("a", Status.TRY, "b", Status.CONFIRMED), statuses(assessment));
      assertEquals(Set.of("b"), after(assessment, "a"));
    }

    @Test
    void whereTheBestWasTriedTheNextIsTheBest() {
      SmallPack pack =
          new SmallPack()
              .problem("p", "{choice: [a, b]}")
              .remedy("a", "decidedBy: always", "effort: instant")
              .remedy("b", "decidedBy: always");

      assertEquals(
          Map.of("b", Status.REQUIRED),
          statuses(pack.assess(tried("a", AttemptOutcome.IMPOSSIBLE), found("p"))));
    }
  }

  @Nested
  class Fallbacks {

    private final SmallPack pack =
        new SmallPack()
            .problem("p", "{checklist: [a, {remedy: b, fallbackOf: a}]}")
            .remedy("a", "decidedBy: facts")
            .remedy("b", "decidedBy: always");

    @Test
    void oneWaitsForTheFirstAndIsOnlyTried() {
      Assessment assessment = pack.assess(found("p"), confirmed("a"));

      assertEquals(Set.of("a"), after(assessment, "b"));
      assertEquals(Status.TRY, prescription(assessment, "b").status());
    }

    @Test
    void oneIsFreeOnceTheFirstWasTried() {
      Assessment assessment = pack.assess(tried("a", AttemptOutcome.FAILED), found("p"));

      assertEquals(Map.of("b", Status.REQUIRED), statuses(assessment));
      assertEquals(Set.of(), after(assessment, "b"));
    }

    @Test
    void oneIsFreeWhereTheFirstDoesNotApply() {
      assertEquals(
          Map.of("b", Status.REQUIRED), statuses(pack.assess(found("p"), inapplicable("a"))));
    }

    @Test
    void oneIsFreeWhereTheFirstIsSo() {
      assertEquals(Map.of("b", Status.REQUIRED), statuses(pack.assess(found("p"), satisfied("a"))));
    }
  }

  @Nested
  class Attempts {

    /** Two problems of two servers, each with its own remedy and retry on the affected server. */
    private final SmallPack pack =
        new SmallPack()
            .problem("p", "a", "retry: again")
            .problem("q", "a", "retry: again")
            .remedy("a", "on: protectedServer", "per: data-source")
            .remedy("again", "on: protectedServer", "per: data-source");

    private List<String> asked(Attempt attempt) {
      return pack
          .assess(
              tried(attempt),
              found("p", FS, "D:\\"),
              found("q", FS, "D:\\"),
              found("p", FS, "E:\\"),
              found("p", MABS, null))
          .prescriptions()
          .stream()
          .map(
              p ->
                  String.join(
                      " ",
                      local(p.remedy().id()),
                      local(p.asker().problem().id()),
                      p.asker().problem().server(),
                      String.valueOf(p.asker().problem().dataSource())))
          .filter(asked -> asked.startsWith("a "))
          .toList();
    }

    private static Attempt failed(
        @Nullable String server, @Nullable String dataSource, @Nullable String problem) {
      return new Attempt("t/a", AttemptOutcome.FAILED, server, dataSource, problem);
    }

    @Test
    void oneThatFailedAnywhereIsDroppedEverywhere() {
      assertEquals(List.of(), asked(failed(null, null, null)));
    }

    @Test
    void oneThatFailedOnAServerIsDroppedThere() {
      assertEquals(List.of("a p MABS01 null"), asked(failed(FS, null, null)));
    }

    @Test
    void oneThatFailedForADataSourceIsDroppedForThat() {
      assertEquals(List.of("a p FS01 E:\\", "a p MABS01 null"), asked(failed(null, "d:\\", null)));
    }

    @Test
    void oneThatFailedForAProblemIsDroppedForThat() {
      assertEquals(List.of("a q FS01 D:\\"), asked(failed(null, null, "t/p")));
    }

    @Test
    void oneThatCannotBeDoneIsDroppedAsSuch() {
      Assessment assessment = ONE.assess(tried("a", AttemptOutcome.IMPOSSIBLE), found("p"));

      assertEquals(Map.of("a", Dropped.Why.IMPOSSIBLE), dropped(assessment));
    }

    @Test
    void oneThatWasDoneAndNotYetVerifiedIsDroppedAsSuch() {
      Assessment assessment = ONE.assess(tried("a", AttemptOutcome.DONE), found("p"));

      assertEquals(Map.of("a", Dropped.Why.DONE), dropped(assessment));
      assertEquals(
          Map.of("a", Dropped.Why.FAILED),
          dropped(ONE.assess(tried("a", AttemptOutcome.FAILED), found("p"))));
    }

    @Test
    void oneThatHelpedEndsTheProblem() {
      Assessment assessment = ONE.assess(tried("a", AttemptOutcome.HELPED), found("p"));

      assertEquals(List.of(), assessment.cases());
      assertEquals(
          List.of("t/p"), assessment.helped().stream().map(c -> c.problem().id()).toList());
      assertEquals(Map.of(), statuses(assessment));
    }

    @Test
    void oneThatHelpedEndsNoOtherProblem() {
      assertEquals(
          List.of("a p FS01 E:\\", "a p MABS01 null", "a q FS01 D:\\"),
          asked(new Attempt("t/a", AttemptOutcome.HELPED, FS, "D:\\", "t/p")));
    }

    @Test
    void aRetryThatHelpedEndsTheProblem() {
      SmallPack retried =
          new SmallPack().problem("p", "a", "retry: again").remedy("a").remedy("again");

      assertEquals(
          List.of(), retried.assess(tried("again", AttemptOutcome.HELPED), found("p")).cases());
    }

    @Test
    void aRetryThatFailedStaysTheRetry() {
      SmallPack retried =
          new SmallPack().problem("p", "a", "retry: again").remedy("a").remedy("again");

      Assessment assessment = retried.assess(tried("again", AttemptOutcome.FAILED), found("p"));

      assertEquals(true, prescription(assessment, "again").retry());
    }

    @Test
    void aRetryThatFailedComesAfterWhatMayBeWrong() {
      SmallPack retried =
          new SmallPack()
              .problem("p", "a", "retry: again", "retryAlone: true")
              .remedy("a", "decidedBy: facts")
              .remedy("again");

      for (AttemptOutcome outcome : List.of(AttemptOutcome.FAILED, AttemptOutcome.IMPOSSIBLE)) {
        Assessment assessment = retried.assess(tried("again", outcome), found("p"));

        assertEquals(Status.TRY, prescription(assessment, "again").status());
        assertEquals(Set.of("a"), after(assessment, "again"));
      }
    }

    @Test
    void aRetryThatFailedIsNotOfferedAlone() {
      SmallPack retried =
          new SmallPack()
              .problem("p", "a", "retry: again", "retryAlone: true")
              .remedy("a", "decidedBy: facts")
              .remedy("again");

      Assessment assessment =
          retried.assess(tried("again", AttemptOutcome.FAILED), found("p"), satisfied("a"));

      assertEquals(
          Map.of("a", Dropped.Why.SATISFIED, "again", Dropped.Why.FAILED), dropped(assessment));
      assertEquals(List.of(), assessment.prescriptions());
    }
  }

  @Nested
  class FactsBesideWhatWasReported {

    private final Facts facts = servers().error(ReportedError.ofId(1)).build();

    private final SmallPack pack =
        new SmallPack()
            .problem("p", "a", "operations: [disk-backup]", "retry: again")
            .problem("same", "b", "operations: [disk-backup, mail]")
            .problem("other", "c", "operations: [mail]")
            .remedy("a", "decidedBy: facts")
            .remedy("b", "decidedBy: facts")
            .remedy("c", "decidedBy: facts")
            .remedy("routine", "decidedBy: facts")
            .remedy("again")
            .check("routine", "operations: [mail]", "routine: true");

    private Derivation reported(String name) {
      FactCited error = new FactCited(facts.addressOf(facts.errors().get(0)), "t/symptom");
      Derivation found = found(name);
      return new Derivation(found.finding(), found.rule(), List.of(error), Map.of());
    }

    private Map<String, Standing> standings(Derivation... derivations) {
      return pack.assess(facts, derivations).cases().stream()
          .collect(Collectors.toMap(c -> local(c.problem().id()), Case::standing));
    }

    @Test
    void mayBeWhyWhereTheyBearOnTheSameOperation() {
      assertEquals(
          Map.of("p", Standing.REPORTED, "same", Standing.MAY_BE_WHY, "other", Standing.APART),
          standings(reported("p"), found("same"), found("other")));
    }

    @Test
    void standApartWhereTheyAreOfAnotherServer() {
      assertEquals(
          Map.of("p", Standing.REPORTED, "same", Standing.APART),
          standings(reported("p"), found("same", FS, null)));
    }

    @Test
    void areMendedBeforeTheRetryWhereTheyMayBeWhy() {
      Assessment assessment =
          pack.assess(
              facts, reported("p"), found("same"), found("other"), confirmed("b"), confirmed("c"));

      assertEquals(Set.of("b"), after(assessment, "again"));
      assertEquals(Status.REQUIRED, prescription(assessment, "again").status());
    }

    @Test
    void askForNoChecksOfTheirOwn() {
      assertEquals(List.of(), pack.assess(facts, reported("p"), found("other")).looks());
    }
  }

  @Nested
  class Retries {

    private final SmallPack pack =
        new SmallPack()
            .problem("p", "{checklist: [a, b]}", "retry: again")
            .remedy("a", "decidedBy: facts")
            .remedy("b", "decidedBy: facts", "risk: disruptive")
            .remedy("again");

    @Test
    void oneFollowsWhatIsCertain() {
      Assessment assessment = pack.assess(found("p"), confirmed("b"));

      assertEquals(Set.of("b"), after(assessment, "again"));
      assertEquals(Status.REQUIRED, prescription(assessment, "again").status());
    }

    @Test
    void oneIsItselfTriedAfterTheMildestWhereNothingIsCertain() {
      Assessment assessment = pack.assess(found("p"));

      assertEquals(Set.of("a"), after(assessment, "again"));
      assertEquals(Status.TRY, prescription(assessment, "again").status());
    }

    @Test
    void oneThatCanMendAloneIsRequiredAndMayFollowWhatIsOpen() {
      SmallPack alone =
          new SmallPack()
              .problem("p", "a", "retry: again", "retryAlone: true")
              .remedy("a")
              .remedy("again");

      Assessment assessment = alone.assess(found("p"));

      assertEquals(Set.of("a"), after(assessment, "again"));
      assertEquals(Status.REQUIRED, prescription(assessment, "again").status());
    }

    @Test
    void whatBelongsToAWayThatFailedGoesWithIt() {
      SmallPack way =
          new SmallPack()
              .problem("p", "{checklist: [{sequence: [a, b]}, c]}", "retry: again")
              .remedy("a", "decidedBy: always")
              .remedy("b", "decidedBy: always", "effort: long")
              .remedy("c")
              .remedy("again");
      Facts failed = SmallPack.servers().attempt(Attempt.of("t/a", AttemptOutcome.FAILED)).build();

      Assessment assessment = way.assess(failed, found("p"));

      assertEquals(
          List.of("t/again", "t/c"),
          assessment.prescriptions().stream().map(p -> p.remedy().id()).sorted().toList());
    }

    @Test
    void oneDoesNotWaitForWhatLosesData() {
      SmallPack losing =
          new SmallPack()
              .problem("p", "{checklist: [a, {sequence: [b, c]}]}", "retry: again")
              .remedy("a", "decidedBy: always")
              .remedy("b", "decidedBy: always", "risk: destructive")
              .remedy("c", "decidedBy: always")
              .remedy("again");

      assertEquals(Set.of("a"), after(losing.assess(found("p")), "again"));
    }

    @Test
    void oneFollowsWhatLosesDataWhereThereIsNothingElse() {
      SmallPack losing =
          new SmallPack()
              .problem("p", "a", "retry: again")
              .remedy("a", "decidedBy: always", "risk: destructive")
              .remedy("again");

      Assessment assessment = losing.assess(found("p"));

      assertEquals(Set.of("a"), after(assessment, "again"));
      assertEquals(Status.REQUIRED, prescription(assessment, "again").status());
    }
  }

  @Nested
  class BasicChecks {

    private final SmallPack pack =
        new SmallPack()
            .problem("p", "a")
            .problem("down", "start")
            .remedy("a")
            .remedy("start", "decidedBy: facts")
            .remedy("update", "decidedBy: facts")
            .remedy("leave", "decidedBy: facts")
            .check("start", "operations: [disk-backup]", "routine: true")
            .check("update", "operations: [disk-backup]", "routine: true")
            .check("leave", "operations: [registration]");

    private static List<String> looks(Assessment assessment) {
      return assessment.looks().stream().map(look -> local(look.remedy().id())).toList();
    }

    private static List<String> problems(Assessment assessment) {
      return assessment.cases().stream().map(c -> c.problem().id()).toList();
    }

    @Test
    void oneThatNobodyMadeBecomesALook() {
      assertEquals(List.of("start", "update"), looks(pack.assess(found("p"))));
    }

    @Test
    void oneBearsOnItsOperationsAlone() {
      SmallPack registering =
          new SmallPack()
              .problem("p", "a", "operations: [registration]")
              .remedy("a")
              .remedy("leave", "decidedBy: facts")
              .remedy("update", "decidedBy: facts")
              .check("leave", "operations: [registration]", "routine: true")
              .check("update", "operations: [disk-backup]", "routine: true");

      assertEquals(List.of("leave"), looks(registering.assess(found("p"))));
    }

    @Test
    void oneThatIsNotSoIsConfirmedForTheProblem() {
      Assessment assessment = pack.assess(found("p"), confirmed("update"));

      assertEquals(Map.of("a", Status.TRY, "update", Status.CONFIRMED), statuses(assessment));
      assertEquals(List.of("start"), looks(assessment));
    }

    @Test
    void oneThatIsNotSoIsNoProblemUnlessARuleSaysSo() {
      assertEquals(List.of(), problems(pack.assess(confirmed("start"))));
    }

    @Test
    void oneThatIsSoIsLeftOutWithItsReason() {
      Assessment assessment = pack.assess(found("p"), satisfied("start"));

      assertEquals(Map.of("start", Dropped.Why.SATISFIED), dropped(assessment));
      assertEquals(List.of("update"), looks(assessment));
    }

    @Test
    void oneThatIsInTheTreatmentIsNoCheckBeside() {
      SmallPack treated =
          new SmallPack()
              .problem("p", "start")
              .remedy("start", "decidedBy: facts")
              .check("start", "operations: [disk-backup]", "routine: true");

      assertEquals(List.of(), looks(treated.assess(found("p"))));
    }

    @Test
    void oneThatBearsOnTwoProblemsIsLookedAtOnceForBoth() {
      SmallPack two =
          new SmallPack()
              .problem("p", "a")
              .problem("q", "a")
              .remedy("a")
              .remedy("update", "decidedBy: facts")
              .check("update", "operations: [disk-backup]", "routine: true");

      Assessment assessment = two.assess(found("p"), found("q"));

      assertEquals(
          List.of(List.of("t/p", "t/q")),
          assessment.looks().stream()
              .map(look -> look.askers().stream().map(c -> c.problem().id()).toList())
              .toList());
    }

    @Test
    void withoutAProblemWhatIsRoutineIsWorthFindingOut() {
      assertEquals(List.of("start", "update"), looks(pack.assess()));
    }

    @Test
    void withoutAProblemWhatIsSoIsNotWorthFindingOut() {
      assertEquals(List.of("update"), looks(pack.assess(satisfied("start"))));
    }
  }

  @RepeatedTest(50)
  void doesNotDependOnTheOrderOfDerivations(RepetitionInfo repetition) {
    SmallPack pack =
        new SmallPack()
            .problem("p", "{rivals: [a, b]}", "retry: again")
            .problem("q", "{sequence: [b, c]}")
            .remedy("a", "decidedBy: facts")
            .remedy("b", "decidedBy: always")
            .remedy("c", "decidedBy: facts")
            .remedy("again");
    List<Derivation> derivations =
        new ArrayList<>(
            List.of(
                found("p"),
                found("q"),
                found("p", FS, "D:\\"),
                found("p", FS, null),
                confirmed("a"),
                satisfied("c"),
                need(State.MISSING, "b", "one"),
                need(State.MISSING, "b", "two")));
    Assessment inOrder = pack.assess(derivations.toArray(Derivation[]::new));

    Collections.shuffle(derivations, new Random(repetition.getCurrentRepetition()));

    assertEquals(inOrder, pack.assess(derivations.toArray(Derivation[]::new)));
  }

  @Test
  void aRuleThatFiredTwiceIsOneReason() {
    Assessment assessment = ONE.assess(found("p"), found("p"), confirmed("a"), confirmed("a"));

    assertEquals(1, prescription(assessment, "a").because().size());
    assertEquals(1, assessment.cases().get(0).because().size());
  }

  @Test
  void twoRulesForOneProblemAreTwoReasonsForOneCase() {
    Assessment assessment =
        ONE.assess(found("p"), SmallPack.by("other", new Problem("t/p", MABS, null)));

    assertEquals(
        List.of("t/other", "t/problem-p"),
        assessment.cases().get(0).because().stream().map(Derivation::rule).toList());
  }
}
