package dev.mabsplan.engine;

import dev.mabsplan.engine.explain.Explainer;
import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.order.Assessment;
import dev.mabsplan.engine.order.StepOrder;
import dev.mabsplan.engine.order.Supposed;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.UnusedFacts;
import dev.mabsplan.engine.symptom.Situation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What the rules make of facts, before it is put into words. Immutable. */
public final class Diagnosis {

  private final Explainer explainer;
  private final Situation situation;
  private final List<Derivation> derivations;
  private final Assessment assessment;
  private final StepOrder.Result order;
  private final List<Supposed> supposed;
  private final UnusedFacts unused;
  private final UnaryOperator<Plan> told;

  Diagnosis(
      Explainer explainer,
      Situation situation,
      List<Derivation> derivations,
      Assessment assessment,
      StepOrder.Result order,
      List<Supposed> supposed,
      UnusedFacts unused,
      UnaryOperator<Plan> told) {
    this.explainer = explainer;
    this.situation = situation;
    this.derivations = List.copyOf(derivations);
    this.assessment = assessment;
    this.order = order;
    this.supposed = List.copyOf(supposed);
    this.unused = unused;
    this.told = told;
  }

  /** Returns the plan in a language. */
  public Plan plan(Language language) {
    return told.apply(
        explainer.plan(situation, derivations, assessment, order, supposed, unused, language));
  }

  /** Returns what was derived, by which rule from which facts, in no order that means anything. */
  public List<Derivation> derivations() {
    return derivations;
  }

  /** Returns the rules that fired, as topic and name, sorted. */
  public Set<String> fired() {
    Set<String> fired = new TreeSet<>();
    derivations.forEach(derivation -> fired.add(derivation.rule()));
    return fired;
  }
}
