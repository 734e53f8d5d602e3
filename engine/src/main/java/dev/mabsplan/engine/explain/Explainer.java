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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes the plans that orders amount to. Immutable; made once, since it reads its words from
 * files.
 */
public final class Explainer {

  private final Knowledge knowledge;
  private final Map<Language, Wording> wordings = new EnumMap<>(Language.class);

  /** Makes an explainer for plans about what the packs know. */
  public Explainer(Knowledge knowledge) {
    this.knowledge = knowledge;
    for (Language language : Language.values()) {
      wordings.put(language, new Wording(knowledge, language));
    }
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
    Wording wording = Objects.requireNonNull(wordings.get(language), "every language has words");
    return new Explanation(knowledge, wording, situation, derivations, assessment, order)
        .plan(supposed, unused);
  }

  /** Writes a plan in short. */
  public ShortPlan shortPlan(
      Situation situation,
      Collection<Derivation> derivations,
      Assessment assessment,
      StepOrder.Result order,
      Language language) {
    Wording wording = Objects.requireNonNull(wordings.get(language), "every language has words");
    return new Explanation(knowledge, wording, situation, derivations, assessment, order).brief();
  }
}
