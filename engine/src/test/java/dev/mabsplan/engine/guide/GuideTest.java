package dev.mabsplan.engine.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.order.Standing;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Likelihood;
import dev.mabsplan.engine.pack.Place;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.Severity;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.plan.Undo;
import dev.mabsplan.engine.plan.UnusedFacts;
import dev.mabsplan.engine.plan.Verification;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GuideTest {

  private static final Facts NOTHING = Facts.builder().build();
  private static final Address VSS = Address.parse("servers[FS01].services[VSS]");

  private static PlannedProblem problem(String server, String dataSource) {
    return new PlannedProblem(
        "replica/inconsistent",
        "the replica is inconsistent",
        server,
        "MABS01",
        Optional.of(dataSource),
        Severity.HIGH,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Standing.REPORTED);
  }

  private static Step step(
      String number, Step.Kind kind, String remedy, String server, String then, Integer... askers) {
    return new Step(
        number,
        remedy + "@" + server + " " + Arrays.toString(askers),
        kind,
        remedy,
        "Do it",
        Place.SERVER,
        server,
        Optional.empty(),
        Status.TRY,
        Arrays.stream(askers).map(asker -> new Step.Asker(asker, "")).toList(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        new Verification("It works.", Optional.empty(), Optional.empty()),
        new Undo(true, "", List.of()),
        Optional.empty(),
        1,
        Likelihood.LIKELY,
        Risk.REVERSIBLE,
        List.of(),
        Optional.of(then).filter(text -> !text.isEmpty()),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static Plan plan(List<PlannedProblem> problems, List<Question> questions, Step... steps) {
    return new Plan(
        Language.ENGLISH,
        Optional.empty(),
        problems,
        List.of(steps),
        Optional.empty(),
        List.of(),
        questions,
        List.of(),
        List.of(),
        List.of(),
        new UnusedFacts(List.of(), new TreeMap<>(), List.of()),
        List.of(),
        Map.of());
  }

  private static Turn next(Plan plan, Facts facts) {
    return new Guide(plan, facts).next(Set.of());
  }

  @Test
  void anAnswerIsSaidOfEveryProblemThatAsksForTheStep() {
    Step step = step("1", Step.Kind.REMEDY, "replica/let-vss-start", "FS01", "", 1, 2);
    Plan plan = plan(List.of(problem("FS01", "D:\\"), problem("FS01", "E:\\")), List.of(), step);

    Facts after =
        new Guide(plan, NOTHING)
            .after(step, new Outcome(AttemptOutcome.HELPED, Set.of(1), Set.of()));

    assertEquals(
        List.of(
            new Attempt(
                step.remedy(), AttemptOutcome.HELPED, "FS01", "D:\\", "replica/inconsistent"),
            new Attempt(
                step.remedy(), AttemptOutcome.FAILED, "FS01", "E:\\", "replica/inconsistent")),
        after.attempts());
  }

  @Test
  void whatIsDoneOnOneServerForTwoIsToldApartByThem() {
    Step one = step("1", Step.Kind.RETRY, "replica/consistency-check", "MABS01", "", 1);
    Step other = step("2", Step.Kind.RETRY, "replica/consistency-check", "MABS01", "", 2);
    Plan plan =
        plan(List.of(problem("FS01", "D:\\"), problem("FS02", "D:\\")), List.of(), one, other);

    Facts after = new Guide(plan, NOTHING).after(one, Outcome.of(AttemptOutcome.FAILED));

    assertEquals("FS01", after.attempts().get(0).server());
    assertEquals(
        new Turn.Carry(other, Optional.empty(), Optional.empty(), List.of()), next(plan, after));
  }

  @Test
  void aTestIsUndoneBeforeAnythingElseAndItsRetryComesBetween() {
    Step test = step("1", Step.Kind.REMEDY, "agents/pause-antivirus", "FS01", "3", 1);
    Step undo = step("2", Step.Kind.UNDO, "agents/pause-antivirus", "FS01", "", 1);
    Step retry = step("3", Step.Kind.RETRY, "agents/add-server-again", "MABS01", "", 1);
    Plan plan = plan(List.of(problem("FS01", "D:\\")), List.of(), test, undo, retry);

    assertEquals(
        new Turn.Carry(test, Optional.of(undo), Optional.of(retry), List.of()),
        next(plan, NOTHING));
  }

  @Test
  void aRetryThatFailedHasNoTurnOfItsOwnAndIsShownWithTheNextStep() {
    Step cause = step("1", Step.Kind.REMEDY, "replica/let-vss-start", "FS01", "2", 1);
    Step retry = step("2", Step.Kind.RETRY, "replica/consistency-check", "MABS01", "", 1);
    Plan plan = plan(List.of(problem("FS01", "D:\\")), List.of(), cause, retry);
    Facts failed = new Guide(plan, NOTHING).after(retry, Outcome.of(AttemptOutcome.FAILED));

    assertEquals(
        new Turn.Carry(cause, Optional.empty(), Optional.of(retry), List.of()), next(plan, failed));
    Facts both = new Guide(plan, failed).after(cause, Outcome.of(AttemptOutcome.FAILED));
    assertEquals(new Turn.End(Turn.Ending.ESCALATED), next(plan, both));
  }

  private static List<AttemptOutcome> outcomes(Facts facts, String remedy) {
    return facts.attempts().stream()
        .filter(attempt -> attempt.remedy().equals(remedy))
        .map(Attempt::outcome)
        .toList();
  }

  @Test
  void whatIsDoneBeforeARetryDidNotFailUntilThatDid() {
    Step first = step("1", Step.Kind.REMEDY, "replica/let-vss-start", "FS01", "3", 1);
    Step second = step("2", Step.Kind.REMEDY, "replica/free-space", "FS01", "3", 1);
    Step retry = step("3", Step.Kind.RETRY, "replica/consistency-check", "MABS01", "", 1);
    Plan plan = plan(List.of(problem("FS01", "D:\\")), List.of(), first, second, retry);
    Outcome failed = Outcome.of(AttemptOutcome.FAILED);

    Facts one = new Guide(plan, NOTHING).after(first, failed);
    assertEquals(List.of(AttemptOutcome.DONE), outcomes(one, first.remedy()));
    assertEquals(
        new Turn.Carry(second, Optional.empty(), Optional.empty(), List.of()), next(plan, one));

    Facts batch = new Guide(plan, one).after(second, failed);
    assertEquals(
        new Turn.Carry(retry, Optional.empty(), Optional.empty(), List.of()), next(plan, batch));
    Facts helped = new Guide(plan, batch).after(retry, Outcome.of(AttemptOutcome.HELPED));
    assertEquals(List.of(AttemptOutcome.DONE), outcomes(helped, first.remedy()));

    Facts inVain = new Guide(plan, batch).after(retry, failed);
    for (Step step : List.of(first, second, retry)) {
      assertEquals(List.of(AttemptOutcome.FAILED), outcomes(inVain, step.remedy()));
    }
  }

  @Test
  void whatIsDoneForAnotherProblemIsNotToldByARetry() {
    Step first = step("1", Step.Kind.REMEDY, "replica/let-vss-start", "FS01", "2", 1);
    Step retry = step("2", Step.Kind.RETRY, "replica/consistency-check", "MABS01", "", 2);
    Plan plan =
        plan(List.of(problem("FS01", "D:\\"), problem("FS01", "E:\\")), List.of(), first, retry);
    Outcome failed = Outcome.of(AttemptOutcome.FAILED);

    Facts done = new Guide(plan, NOTHING).after(first, failed);
    Facts inVain = new Guide(plan, done).after(retry, failed);
    assertEquals(List.of(AttemptOutcome.DONE), outcomes(inVain, first.remedy()));
  }

  @Test
  void whatDecidesAStepIsAskedBeforeItUnlessNobodyKnows() {
    Question question =
        new Question(
            List.of(VSS),
            "the service",
            "FS01",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            1,
            List.of("1"),
            BigDecimal.ONE);
    Step step = step("1", Step.Kind.REMEDY, "replica/let-vss-start", "FS01", "", 1);
    Plan plan = plan(List.of(problem("FS01", "D:\\")), List.of(question), step);
    Plan asking = plan(List.of(), List.of(question));

    assertEquals(
        new Turn.Carry(step, Optional.empty(), Optional.empty(), List.of(question)),
        next(plan, NOTHING));
    assertEquals(new Turn.FindOut(List.of(question)), next(asking, NOTHING));
    assertEquals(
        new Turn.End(Turn.Ending.NOTHING_WRONG), new Guide(asking, NOTHING).next(Set.of(VSS)));
  }
}
