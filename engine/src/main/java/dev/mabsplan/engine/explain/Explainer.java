package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.order.Assessment;
import dev.mabsplan.engine.order.StepOrder;
import dev.mabsplan.engine.order.Supposed;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.plan.UnusedFacts;
import dev.mabsplan.engine.symptom.Situation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes the plans that orders amount to. Made once, since it reads its words from files, those of
 * a language when it is first asked for.
 */
public final class Explainer {

  private final Knowledge knowledge;
  private final Map<Language, Wording> wordings = new ConcurrentHashMap<>();

  /** Makes an explainer for plans about what the packs know. */
  public Explainer(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  private Wording wording(Language language) {
    return wordings.computeIfAbsent(language, spoken -> new Wording(knowledge, spoken));
  }

  /**
   * Writes a plan.
   *
   * @param supposed what errors may be in which nothing decides
   * @param unused facts that no rule looks at
   */
  public Plan plan(
      Situation situation,
      Collection<Derivation> derivations,
      Assessment assessment,
      StepOrder.Result order,
      List<Supposed> supposed,
      UnusedFacts unused,
      Language language) {
    return new Explanation(knowledge, wording(language), situation, derivations, assessment, order)
        .plan(supposed, unused);
  }

  /** Writes a plan in short. */
  public ShortPlan shortPlan(
      Situation situation,
      Collection<Derivation> derivations,
      Assessment assessment,
      StepOrder.Result order,
      Language language) {
    return new Explanation(knowledge, wording(language), situation, derivations, assessment, order)
        .brief();
  }
}
