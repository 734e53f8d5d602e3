package dev.mabsplan.engine.cli.serve;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.cli.intake.Intake;
import dev.mabsplan.engine.foresight.Foresight;
import dev.mabsplan.engine.foresight.Outlook;
import dev.mabsplan.engine.foresight.Prospect;
import dev.mabsplan.engine.guide.Guide;
import dev.mabsplan.engine.guide.Outcome;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.render.PlanHtml;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.gathered.Facts;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A case as it stands: its facts and the plan that follows from them.
 *
 * @param planner makes the plan
 * @param facts the facts
 * @param plan the plan
 */
record Case(Planner planner, Facts facts, Plan plan) {

  /** What the document that came with a request is called. */
  static final String DOCUMENT = "request";

  /** Returns the case of a facts document. */
  static Case of(Planner planner, byte[] document, Language language) {
    return legible(
        () ->
            of(
                planner,
                FactsDocument.reading(
                        DOCUMENT, new ByteArrayInputStream(document), planner.messages())
                    .facts(),
                language));
  }

  /**
   * Returns the case of facts, by the names of the site, and of no more errors than are planned.
   */
  static Case of(Planner planner, Facts facts, Language language) {
    return legible(
        () ->
            planned(planner, planner.named(facts.withNewestErrors(Intake.MOST_ERRORS)), language));
  }

  /** Returns the case of facts as they are. */
  static Case planned(Planner planner, Facts facts, Language language) {
    return legible(() -> new Case(planner, facts, planner.plan(facts, language)));
  }

  /** Returns what is read, or refuses it with all that is wrong with the facts. */
  static <T> T legible(Supplier<T> read) {
    try {
      return read.get();
    } catch (InvalidFactsException e) {
      throw new Refused(
          400,
          "The facts can't be used",
          e.faults().get(0).message(),
          e.faults().stream().map(Fault::message).toList());
    }
  }

  /** Returns the language that is asked for. */
  static Language language(Request request, Language usual) {
    return request
        .parameter("lang")
        .map(
            tag ->
                Language.tagged(tag)
                    .orElseThrow(
                        () ->
                            new Refused(
                                400,
                                "No such language",
                                "lang is " + String.join(" or ", Language.tags()))))
        .orElse(usual);
  }

  /**
   * Returns the case once the answer of a request is known: {@code step} and {@code outcome}, or
   * {@code error} and {@code is}; without either, the same.
   */
  Case answered(Request request) {
    Guide guide = new Guide(plan, facts);
    Optional<Facts> after =
        request
            .parameter("step")
            .map(step -> guide.after(step(step), Outcome.of(outcome(request))))
            .or(() -> request.parameter("is").map(is -> guide.settled(candidate(request, is))));
    return after.map(facts -> of(planner, facts, plan.language())).orElse(this);
  }

  /** Returns what the answers to questions of the plan would make of it. */
  List<Outlook> outlooks(List<Question> questions) {
    return Foresight.of(planner, facts, plan, questions);
  }

  /** Returns what it would make of it to choose each of some candidates. */
  List<Prospect> prospects(List<Candidate> candidates) {
    return Foresight.ofCandidates(planner, facts, plan, candidates);
  }

  private Step step(String wanted) {
    return plan.steps().stream()
        .filter(
            step ->
                step.number().equals(wanted)
                    || step.id().equals(wanted)
                    || PlanHtml.anchor(step).equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> new Refused(400, "No such step", "step is the number or id of one in the plan"));
  }

  private static AttemptOutcome outcome(Request request) {
    String wanted = request.parameter("outcome").orElse("");
    for (AttemptOutcome outcome : AttemptOutcome.values()) {
      if (outcome.name().toLowerCase(Locale.ROOT).equals(wanted)) {
        return outcome;
      }
    }
    throw new Refused(400, "No such outcome", "outcome is helped, failed, impossible or done");
  }

  private Candidate candidate(Request request, String problem) {
    String error = request.parameter("error").orElse("");
    return plan.candidates().stream()
        .filter(one -> one.problem().equals(problem))
        .filter(one -> error.isEmpty() || one.error().toString().equals(error))
        .findFirst()
        .orElseThrow(
            () -> new Refused(400, "No such candidate", "is names a problem that an error may be"));
  }
}
