package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.order.Case;
import dev.mabsplan.engine.order.Prescription;
import dev.mabsplan.engine.order.Supposed;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Question;
import java.util.Map;
import java.util.Optional;

/** Describes what errors may be in which nothing decides. */
final class Candidates {

  private final Wording wording;
  private final Context context;
  private final Questions questions;

  Candidates(Wording wording, Context context, Questions questions) {
    this.wording = wording;
    this.context = context;
    this.questions = questions;
  }

  /** Returns a supposition as a plan shows it. */
  Candidate of(Supposed supposed) {
    Case asker = supposed.asker();
    String problem = asker.problem().id();
    Optional<Question> question = question(supposed);
    return new Candidate(
        supposed.error().address(),
        supposed.error().text().headline(),
        problem,
        wording.of("problems", problem, "", context.ofProblem(asker)),
        asker.known().entries(),
        asker.problem().server(),
        Optional.ofNullable(asker.problem().dataSource()),
        supposed.hint().because(),
        supposed.hint().missing(),
        supposed.hint().code(),
        settledBy(supposed, question),
        question,
        supposed.next().map(this::next));
  }

  private Candidate.Next next(Prescription prescription) {
    return new Candidate.Next(
        prescription.remedy().id(),
        wording.of(
            "remedies",
            prescription.remedy().id(),
            "title",
            context.ofStep(prescription.key(), prescription.asker(), prescription.items())),
        prescription.remedy().effort().minutes());
  }

  /** A fact that a command tells settles it; else the error itself does, read whole. */
  private String settledBy(Supposed supposed, Optional<Question> question) {
    if (!supposed.hint().missing().isEmpty()) {
      return wording.own("candidates/read", Map.of("decides", supposed.hint().missing().get(0)));
    }
    return question.map(Question::label).orElseGet(() -> wording.own("candidates/look"));
  }

  private Optional<Question> question(Supposed supposed) {
    return supposed.hint().missing().isEmpty()
        ? supposed.next().flatMap(questions::settling)
        : Optional.empty();
  }
}
