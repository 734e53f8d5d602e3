package dev.mabsplan.engine.render;

import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.facts.tree.JsonObject;

/**
 * Writes a plan in short as JSON on one line. What it says is called as in a plan that {@link
 * PlanJson} writes.
 */
public final class ShortPlanJson {

  /** Tells a plan in short from others. */
  public static final String SCHEMA = "https://mabsplan.dev/schema/short-plan.v1.schema.json";

  private ShortPlanJson() {}

  /** Returns the plan without a line feed. */
  public static String line(ShortPlan plan) {
    JsonObject document =
        new JsonObject()
            .text("$schema", SCHEMA)
            .text("language", plan.language().tag())
            .listOrEmpty("problems", plan.problems(), ShortPlanJson::problem)
            .listOrEmpty("steps", plan.steps(), ShortPlanJson::step);
    if (plan.unexplained() > 0) {
      document.number("unexplained", plan.unexplained());
    }
    return document.oneLine(Printable::of);
  }

  private static JsonObject problem(ShortPlan.Problem problem) {
    return new JsonObject()
        .text("id", problem.id())
        .text("title", problem.title())
        .text("server", problem.server())
        .optional("dataSource", problem.dataSource())
        .text("severity", Kebab.word(problem.severity()));
  }

  private static JsonObject step(ShortPlan.Step step) {
    return new JsonObject()
        .text("number", step.number())
        .text("id", step.id())
        .text("kind", Kebab.word(step.kind()))
        .textUnlessEmpty("remedy", step.remedy())
        .text("title", step.title())
        .text("server", step.server())
        .text("status", Kebab.word(step.status()))
        .numbers("problems", step.problems())
        .number("effortMinutes", step.minutes())
        .text("risk", Kebab.word(step.risk()));
  }
}
