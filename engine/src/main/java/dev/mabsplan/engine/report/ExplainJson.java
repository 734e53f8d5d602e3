package dev.mabsplan.engine.report;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.render.JsonText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes for programs the chain of each step, by {@link ReportSchema#EXPLAIN}: facts, rules,
 * problems, its place in the order.
 */
public final class ExplainJson {

  private ExplainJson() {}

  /** Returns the chains of some steps of a plan. */
  public static String write(Plan plan, Collection<Step> steps) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("$schema", ReportSchema.EXPLAIN.id());
    map.put("steps", steps.stream().map(step -> step(plan, step)).toList());
    return JsonText.of(map);
  }

  private static Map<String, Object> step(Plan plan, Step step) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("number", step.number());
    map.put("id", step.id());
    if (!step.remedy().isEmpty()) {
      map.put("remedy", step.remedy());
    }
    map.put("title", step.title());
    map.put("server", step.server());
    map.put("status", Kebab.word(step.status()));
    map.put("reasons", step.reasons().stream().map(reason -> reason(plan, reason)).toList());
    map.put("problems", step.problems().stream().map(asker -> asker(plan, asker)).toList());
    map.put("place", step.ledger());
    return map;
  }

  private static Map<String, Object> asker(Plan plan, Step.Asker asker) {
    PlannedProblem problem = plan.problems().get(asker.problem() - 1);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("number", asker.problem());
    map.put("id", problem.id());
    map.put("title", problem.title());
    if (!asker.path().isEmpty()) {
      map.put("path", asker.path());
    }
    map.put("reasons", problem.reasons().stream().map(reason -> reason(plan, reason)).toList());
    return map;
  }

  private static Map<String, Object> reason(Plan plan, Reason reason) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("text", reason.text());
    if (!reason.rule().isEmpty()) {
      map.put("rule", reason.rule());
    }
    map.put("facts", reason.facts().stream().distinct().map(fact -> fact(plan, fact)).toList());
    return map;
  }

  private static Map<String, Object> fact(Plan plan, FactCited fact) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("fact", fact.address().toString());
    map.put("value", fact.value());
    plan.source(fact.address()).ifPresent(source -> map.put("source", source.toString()));
    return map;
  }
}
