package dev.mabsplan.engine.guide;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan as somebody follows it. Made anew of each plan; what was answered before is in its facts.
 */
public final class Guide {

  private static final Set<String> NO_NAMES =
      Set.of(
          Server.UNNAMED_BACKUP_SERVER,
          Server.UNNAMED_AGENT_SERVER,
          Server.UNNAMED_PROTECTED_SERVER);

  private final Plan plan;
  private final Facts facts;
  private final Set<Address> tried;

  /**
   * Makes the guide through a plan.
   *
   * @param facts those that the plan was made of
   */
  public Guide(Plan plan, Facts facts) {
    this.plan = plan;
    this.facts = facts;
    this.tried =
        facts.attempts().stream()
            .filter(attempt -> attempt.outcome() != AttemptOutcome.HELPED)
            .map(Address::of)
            .collect(toUnmodifiableSet());
  }

  /**
   * Returns what is next: to say what an error is, as everything else hangs on it; then the first
   * step; then, where there is none, what to find out.
   *
   * @param left addresses of errors of which nobody knows what they are, and of facts that nobody
   *     can find out
   */
  public Turn next(Set<Address> left) {
    return solvedUnexplained()
        .or(() -> settle(left))
        .or(() -> carry(left))
        .or(() -> findOut(left))
        .orElseGet(() -> new Turn.End(ending()));
  }

  /** Where no problem is known, what helped has ended what nothing explains. */
  private Optional<Turn> solvedUnexplained() {
    boolean helped =
        facts.attempts().stream()
            .anyMatch(one -> one.outcome() == AttemptOutcome.HELPED && one.problem() == null);
    return helped && plan.problems().isEmpty()
        ? Optional.of(new Turn.End(Turn.Ending.SOLVED))
        : Optional.empty();
  }

  private Optional<Turn> settle(Set<Address> left) {
    return plan.candidates().stream()
        .map(Candidate::error)
        .filter(error -> !left.contains(error))
        .findFirst()
        .map(this::choice);
  }

  private Turn choice(Address error) {
    List<Candidate> candidates =
        plan.candidates().stream().filter(one -> one.error().equals(error)).toList();
    return new Turn.Settle(error, candidates.get(0).headline(), candidates);
  }

  /**
   * What undoes a test belongs to the test, and what was tried for everybody is not shown again.
   */
  private Optional<Turn> carry(Set<Address> left) {
    return plan.steps().stream()
        .filter(step -> step.kind() != Step.Kind.UNDO && !isTried(step))
        .findFirst()
        .map(step -> carry(step, left));
  }

  private Turn carry(Step step, Set<Address> left) {
    int next = plan.steps().indexOf(step) + 1;
    Optional<Step> undo =
        plan.steps().stream()
            .skip(next)
            .limit(1)
            .filter(after -> after.kind() == Step.Kind.UNDO && after.remedy().equals(step.remedy()))
            .findFirst();
    Optional<Step> retry =
        step.then().stream()
            .flatMap(number -> plan.steps().stream().filter(one -> one.number().equals(number)))
            .filter(one -> undo.isPresent() || isTried(one))
            .findFirst();
    return new Turn.Carry(step, undo, retry, open(left).filter(q -> decides(q, step)).toList());
  }

  /** The step that is a list of looks asks its questions itself. */
  private static boolean decides(Question question, Step step) {
    return step.looks().isEmpty() && question.decides().contains(step.number());
  }

  /** What is asked where something was tried is asked beside a step. */
  private Optional<Turn> findOut(Set<Address> left) {
    List<Question> open = open(left).toList();
    return open.isEmpty() || !plan.problems().isEmpty() || !facts.attempts().isEmpty()
        ? Optional.empty()
        : Optional.of(new Turn.FindOut(open));
  }

  private Stream<Question> open(Set<Address> left) {
    return plan.questions().stream().filter(question -> !left.containsAll(question.facts()));
  }

  private Turn.Ending ending() {
    boolean open =
        !plan.problems().isEmpty() || !plan.candidates().isEmpty() || !plan.unexplained().isEmpty();
    if (open) {
      return Turn.Ending.ESCALATED;
    }
    return facts.attempts().isEmpty() ? Turn.Ending.NOTHING_WRONG : Turn.Ending.SOLVED;
  }

  private boolean isTried(Step step) {
    List<Attempt> all = attempts(step, Outcome.of(AttemptOutcome.FAILED));
    return !all.isEmpty() && all.stream().allMatch(attempt -> tried.contains(Address.of(attempt)));
  }

  /** Returns the facts with the problem that an error is, as a person has settled it. */
  public Facts settled(Candidate candidate) {
    return facts.withSettled(candidate.error(), candidate.problem());
  }

  /** Returns the facts with what came of a step of the plan. */
  public Facts after(Step step, Outcome outcome) {
    Facts after = facts;
    for (Attempt attempt : attempts(step, known(step, outcome))) {
      after = after.withAttempt(attempt);
    }
    return step.kind() == Step.Kind.RETRY && outcome.of() == AttemptOutcome.FAILED
        ? withFailed(after, step)
        : after;
  }

  /**
   * Returns what is known of a step once somebody says what came of it. Where what tells whether it
   * helped has a turn of its own, for several steps perhaps, nobody knows before that it did not.
   */
  public Outcome known(Step step, Outcome outcome) {
    return outcome.of() == AttemptOutcome.FAILED && isToldLater(step)
        ? new Outcome(AttemptOutcome.DONE, outcome.problems(), outcome.remedies())
        : outcome;
  }

  private boolean isToldLater(Step step) {
    return carry(step, Set.of()) instanceof Turn.Carry carry
        && carry.retry().isEmpty()
        && step.then().stream()
            .anyMatch(then -> plan.steps().stream().anyMatch(one -> one.number().equals(then)));
  }

  /** What was done before a retry that told of no help did not help. */
  private Facts withFailed(Facts after, Step retry) {
    Facts failed = after;
    for (Attempt attempt : after.attempts()) {
      if (attempt.outcome() == AttemptOutcome.DONE && isTriedFor(attempt, retry)) {
        failed =
            failed.withAttempt(
                new Attempt(
                    attempt.remedy(),
                    AttemptOutcome.FAILED,
                    attempt.server(),
                    attempt.dataSource(),
                    attempt.problem()));
      }
    }
    return failed;
  }

  private boolean isTriedFor(Attempt attempt, Step retry) {
    String dataSource = attempt.dataSource();
    return retry.problems().stream()
        .map(asker -> plan.problems().get(asker.problem() - 1))
        .anyMatch(
            problem ->
                problem.id().equals(attempt.problem())
                    && (dataSource == null
                        || problem.dataSource().filter(dataSource::equalsIgnoreCase).isPresent()));
  }

  /** What is looked at as nothing explains an error is tried for no problem. */
  private List<Attempt> attempts(Step step, Outcome outcome) {
    List<Attempt> attempts = new ArrayList<>();
    step.problems().stream()
        .map(Step.Asker::problem)
        .forEach(
            number ->
                attempts.addAll(
                    attempts(
                        step,
                        outcome.remedies(),
                        came(outcome, number),
                        Optional.of(plan.problems().get(number - 1)))));
    if (step.problems().isEmpty()) {
      attempts.addAll(attempts(step, outcome.remedies(), outcome.of(), Optional.empty()));
    }
    return attempts.stream().distinct().toList();
  }

  private static AttemptOutcome came(Outcome outcome, int problem) {
    boolean meant = outcome.problems().isEmpty() || outcome.problems().contains(problem);
    return meant || outcome.of() != AttemptOutcome.HELPED ? outcome.of() : AttemptOutcome.FAILED;
  }

  private List<Attempt> attempts(
      Step step, Set<String> meant, AttemptOutcome came, Optional<PlannedProblem> problem) {
    if (step.looks().isEmpty()) {
      return List.of(attempt(step.remedy(), came, server(step, problem), problem));
    }
    return step.looks().stream()
        .filter(look -> meant.isEmpty() || meant.contains(look.remedy()))
        .map(look -> attempt(look.remedy(), came, known(look.server()), problem))
        .toList();
  }

  private static Attempt attempt(
      String remedy,
      AttemptOutcome outcome,
      @Nullable String server,
      Optional<PlannedProblem> problem) {
    return new Attempt(
        remedy,
        outcome,
        server,
        problem.flatMap(PlannedProblem::dataSource).orElse(null),
        problem.map(PlannedProblem::id).orElse(null));
  }

  /**
   * An attempt names one server, that of the step or that of its problem. Where the same is done on
   * one server for the problems of several, only theirs tells them apart.
   */
  private @Nullable String server(Step step, Optional<PlannedProblem> problem) {
    return known(problem.filter(this::hasTwin).map(PlannedProblem::server).orElse(step.server()));
  }

  private boolean hasTwin(PlannedProblem problem) {
    return plan.problems().stream()
        .anyMatch(
            other ->
                !other.equals(problem)
                    && other.id().equals(problem.id())
                    && other.dataSource().equals(problem.dataSource()));
  }

  private static @Nullable String known(String server) {
    return NO_NAMES.contains(server) ? null : server;
  }
}
