package dev.mabsplan.engine.compare;

import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.UnexplainedError;
import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.gathered.Address;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a plan is compared: all that a person would do differently for, in the form in which a
 * plan as JSON has it.
 *
 * @param language tag of the language of its sentences
 * @param problems what is wrong
 * @param steps what to do, in order
 * @param leftOut remedies that were left out, and why
 * @param questions facts that are worth finding out
 * @param candidates what errors may be
 * @param unexplained what errors say that no rule explains
 */
public record PlanGist(
    String language,
    List<Problem> problems,
    List<Step> steps,
    List<LeftOut> leftOut,
    List<Asked> questions,
    List<MayBe> candidates,
    List<String> unexplained) {

  /** Copies the lists. */
  public PlanGist {
    problems = List.copyOf(problems);
    steps = List.copyOf(steps);
    leftOut = List.copyOf(leftOut);
    questions = List.copyOf(questions);
    candidates = List.copyOf(candidates);
    unexplained = List.copyOf(unexplained);
  }

  /**
   * Something that is wrong.
   *
   * @param id id of the problem
   * @param title what is wrong, in a clause
   * @param server the affected server
   * @param dataSource the affected data source, where it is known
   */
  public record Problem(String id, String title, String server, Optional<String> dataSource) {}

  /**
   * A step.
   *
   * @param number its place
   * @param id what it is; unique in its plan
   * @param remedy id of the remedy; empty for the basic checks
   * @param title what to do, in a phrase
   * @param server the server it is done on or about
   * @param dataSource the data source it is done for, where it is about one
   * @param status how sure it is that it is needed, such as {@code confirmed}
   * @param because why it is there, in sentences
   * @param items what it consists of, where it is a list
   */
  public record Step(
      String number,
      String id,
      String remedy,
      String title,
      String server,
      Optional<String> dataSource,
      String status,
      List<String> because,
      List<String> items) {

    /** Copies the lists. */
    public Step {
      because = List.copyOf(because);
      items = List.copyOf(items);
    }
  }

  /**
   * A remedy that was left out.
   *
   * @param remedy id of the remedy
   * @param title the remedy, in a phrase
   * @param server the server it would be done on
   * @param dataSource the data source it would be done for, where it is about one
   * @param verdict why it was left out, such as {@code satisfied}
   * @param because why, in sentences
   */
  public record LeftOut(
      String remedy,
      String title,
      String server,
      Optional<String> dataSource,
      String verdict,
      List<String> because) {

    /** Copies the list. */
    public LeftOut {
      because = List.copyOf(because);
    }
  }

  /**
   * Facts that are worth finding out together.
   *
   * @param facts their addresses
   * @param label what they are, in a phrase
   */
  public record Asked(List<String> facts, String label) {

    /** Copies the list. */
    public Asked {
      facts = List.copyOf(facts);
    }
  }

  /**
   * What an error may be.
   *
   * @param error the address of the error
   * @param problem id of the problem that it may be
   * @param title what would be wrong, in a clause
   */
  public record MayBe(String error, String problem, String title) {}

  /** Returns what of a plan is compared. */
  public static PlanGist of(Plan plan) {
    return new PlanGist(
        plan.language().tag(),
        plan.problems().stream().map(PlanGist::problem).toList(),
        plan.steps().stream().map(PlanGist::step).toList(),
        plan.excluded().stream().map(PlanGist::leftOut).toList(),
        Stream.concat(
                plan.questions().stream(),
                plan.steps().stream()
                    .flatMap(step -> step.looks().stream())
                    .flatMap(look -> look.questions().stream()))
            .map(PlanGist::asked)
            .toList(),
        plan.candidates().stream().map(PlanGist::mayBe).toList(),
        plan.unexplained().stream().map(UnexplainedError::headline).map(Printable::of).toList());
  }

  /**
   * Reads a plan as JSON, as {@code plan -f json} writes it.
   *
   * @param file what faults call it
   * @return nothing where the text is JSON and no plan, such as a facts document, or no JSON
   * @throws InvalidFactsException where it is a plan that lacks something
   */
  public static Optional<PlanGist> read(String file, String json) {
    return new GistReader(file).read(json);
  }

  private static Problem problem(PlannedProblem problem) {
    return new Problem(
        problem.id(),
        Printable.of(problem.title()),
        Printable.of(problem.server()),
        problem.dataSource().map(Printable::of));
  }

  private static Step step(dev.mabsplan.engine.plan.Step step) {
    return new Step(
        step.number(),
        Printable.of(step.id()),
        step.remedy(),
        Printable.of(step.title()),
        Printable.of(step.server()),
        step.dataSource().map(Printable::of),
        Kebab.word(step.status()),
        texts(step.reasons().stream().map(reason -> reason.text())),
        texts(
            Stream.concat(step.items().stream(), step.looks().stream().map(look -> look.title()))));
  }

  private static LeftOut leftOut(Excluded excluded) {
    return new LeftOut(
        excluded.remedy(),
        Printable.of(excluded.title()),
        Printable.of(excluded.server()),
        excluded.dataSource().map(Printable::of),
        Kebab.word(excluded.verdict()),
        texts(excluded.reasons().stream().map(reason -> reason.text())));
  }

  private static Asked asked(Question question) {
    return new Asked(addresses(question.facts()), Printable.of(question.label()));
  }

  private static List<String> addresses(Collection<Address> addresses) {
    return texts(addresses.stream().map(Address::toString));
  }

  private static MayBe mayBe(Candidate candidate) {
    return new MayBe(
        Printable.of(candidate.error().toString()),
        candidate.problem(),
        Printable.of(candidate.title()));
  }

  private static List<String> texts(Stream<String> texts) {
    return texts.map(Printable::of).distinct().toList();
  }
}
