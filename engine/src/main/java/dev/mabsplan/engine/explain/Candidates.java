package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.order.Case;
import dev.mabsplan.engine.order.Prescription;
import dev.mabsplan.engine.order.Supposed;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Probe;
import dev.mabsplan.engine.plan.Candidate;
import java.util.Map;
import java.util.Optional;

/** Describes what errors may be in which nothing decides. */
final class Candidates {

  private final Knowledge knowledge;
  private final Wording wording;
  private final Context context;

  Candidates(Knowledge knowledge, Wording wording, Context context) {
    this.knowledge = knowledge;
    this.wording = wording;
    this.context = context;
  }

  /** Returns a supposition as a plan shows it. */
  Candidate of(Supposed supposed) {
    Case asker = supposed.asker();
    String problem = asker.problem().id();
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
        settledBy(supposed),
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
  private String settledBy(Supposed supposed) {
    Optional<String> command =
        supposed.hint().missing().isEmpty()
            ? supposed.next().flatMap(this::command)
            : Optional.empty();
    return command.orElseGet(
        () ->
            supposed.hint().missing().isEmpty()
                ? wording.own("candidates/look")
                : wording.own(
                    "candidates/read", Map.of("decides", supposed.hint().missing().get(0))));
  }

  private Optional<String> command(Prescription prescription) {
    return knowledge.deciding(prescription.remedy()).stream()
        .flatMap(fact -> fact.probe().stream())
        .map(Probe::command)
        .findFirst();
  }
}
