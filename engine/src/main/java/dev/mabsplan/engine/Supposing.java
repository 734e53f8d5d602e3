package dev.mabsplan.engine;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.order.Assessment;
import dev.mabsplan.engine.order.Assessor;
import dev.mabsplan.engine.order.Case;
import dev.mabsplan.engine.order.Prescription;
import dev.mabsplan.engine.order.StepOrder;
import dev.mabsplan.engine.order.Supposed;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.KnownStatement;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.session.RuleBase;
import dev.mabsplan.engine.symptom.Hint;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.engine.symptom.Situation.RecognizedError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what errors would be if they were what is hinted at: the rules run over each
 * supposition, and nothing of it gets into the plan but the question.
 */
final class Supposing {

  private final Knowledge knowledge;
  private final RuleBase rules;
  private final Situation situation;
  private final Set<Problem> known = new HashSet<>();

  Supposing(Knowledge knowledge, RuleBase rules, Situation situation, List<Case> cases) {
    this.knowledge = knowledge;
    this.rules = rules;
    this.situation = situation;
    cases.forEach(found -> known.add(found.problem()));
  }

  /** Returns what each error may be, the likeliest first. */
  List<Supposed> all() {
    List<Supposed> all = new ArrayList<>();
    for (RecognizedError error : situation.errors()) {
      Set<Problem> told = new HashSet<>(known);
      for (Hint hint : error.understood().hints()) {
        suppose(error, hint)
            .filter(supposed -> told.add(supposed.asker().problem()))
            .ifPresent(all::add);
      }
    }
    return all;
  }

  private Optional<Supposed> suppose(RecognizedError error, Hint hint) {
    Optional<KnownStatement> statement =
        knowledge.statements().filter(one -> one.id().equals(hint.id())).findFirst();
    Situation supposed = situation.supposing(error, hint, statement);
    List<Derivation> derivations = rules.derive(supposed.observed());
    Assessment assessment = Assessor.assess(knowledge, supposed, derivations);
    return assessment.cases().stream()
        .filter(found -> isMeant(found, error, hint, statement))
        .findFirst()
        .map(found -> new Supposed(error, hint, found, next(assessment, found)));
  }

  private static boolean isMeant(
      Case found, RecognizedError error, Hint hint, Optional<KnownStatement> statement) {
    FactCited cited = new FactCited(error.address(), hint.id());
    return statement
        .map(said -> found.problem().id().equals(said.problem()))
        .orElseGet(
            () -> found.because().stream().anyMatch(because -> because.facts().contains(cited)));
  }

  /** A retry mends nothing by itself, and what disrupts waits until it is known what is wrong. */
  private static Optional<Prescription> next(Assessment assessment, Case found) {
    List<Prescription> mild =
        StepOrder.of(assessment).steps().stream()
            .flatMap(step -> step.askers().stream())
            .filter(prescription -> prescription.asker().equals(found))
            .filter(prescription -> prescription.remedy().risk().compareTo(Risk.REVERSIBLE) <= 0)
            .toList();
    return mild.stream()
        .filter(prescription -> !prescription.retry())
        .findFirst()
        .or(() -> mild.stream().findFirst());
  }
}
