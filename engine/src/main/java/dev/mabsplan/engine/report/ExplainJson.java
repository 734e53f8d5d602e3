package dev.mabsplan.engine.report;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.facts.tree.JsonObject;
import java.util.Collection;

/**
 * Writes for programs the chain of each step, by {@link ReportSchema#EXPLAIN}: facts, rules,
 * problems, its place in the order.
 */
public final class ExplainJson {

  private ExplainJson() {}

  /** Returns the chains of some steps of a plan. */
  public static String write(Plan plan, Collection<Step> steps) {
    return new JsonObject()
        .text("$schema", ReportSchema.EXPLAIN.id())
        .listOrEmpty("steps", steps, step -> step(plan, step))
        .indented();
  }

  private static JsonObject step(Plan plan, Step step) {
    return new JsonObject()
        .text("number", step.number())
        .text("id", step.id())
        .textUnlessEmpty("remedy", step.remedy())
        .text("title", step.title())
        .text("server", step.server())
        .text("status", Kebab.word(step.status()))
        .listOrEmpty("reasons", step.reasons(), reason -> reason(plan, reason))
        .listOrEmpty("problems", step.problems(), asker -> asker(plan, asker))
        .textsOrEmpty("place", step.ledger());
  }

  private static JsonObject asker(Plan plan, Step.Asker asker) {
    PlannedProblem problem = plan.problems().get(asker.problem() - 1);
    return new JsonObject()
        .number("number", asker.problem())
        .text("id", problem.id())
        .text("title", problem.title())
        .textUnlessEmpty("path", asker.path())
        .listOrEmpty("reasons", problem.reasons(), reason -> reason(plan, reason));
  }

  private static JsonObject reason(Plan plan, Reason reason) {
    return new JsonObject()
        .text("text", reason.text())
        .textUnlessEmpty("rule", reason.rule())
        .listOrEmpty(
            "facts", reason.facts().stream().distinct().toList(), fact -> fact(plan, fact));
  }

  private static JsonObject fact(Plan plan, FactCited fact) {
    return new JsonObject()
        .text("fact", fact.address())
        .text("value", fact.value())
        .optional("source", plan.source(fact.address()));
  }
}
