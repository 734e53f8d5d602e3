package dev.mabsplan.engine.report;

import dev.mabsplan.engine.compare.PlanDifference;
import dev.mabsplan.engine.compare.PlanDifference.Changed;
import dev.mabsplan.engine.compare.PlanDifference.Moved;
import dev.mabsplan.engine.compare.PlanDifference.Sides;
import dev.mabsplan.engine.compare.PlanGist.Asked;
import dev.mabsplan.engine.compare.PlanGist.LeftOut;
import dev.mabsplan.engine.compare.PlanGist.MayBe;
import dev.mabsplan.engine.compare.PlanGist.Problem;
import dev.mabsplan.engine.compare.PlanGist.Step;
import dev.mabsplan.facts.tree.JsonObject;
import java.util.Map;
import java.util.function.Function;

/** Writes for programs what differs between two plans, by {@link ReportSchema#DIFF}. */
public final class DifferenceJson {

  private DifferenceJson() {}

  /** Returns what differs; an empty part is there as an empty list. */
  public static String write(PlanDifference difference) {
    return schema().all(of(difference)).indented();
  }

  /**
   * Returns what would change in the plans of several cases.
   *
   * @param changed what differs, by the name of the case
   * @param cases how many cases there are
   */
  public static String writeAll(Map<String, PlanDifference> changed, int cases) {
    JsonObject plans = new JsonObject();
    changed.forEach((name, difference) -> plans.object(name, of(difference)));
    return schema().number("cases", cases).object("changed", plans).indented();
  }

  private static JsonObject schema() {
    return new JsonObject().text("$schema", ReportSchema.DIFF.id());
  }

  private static JsonObject of(PlanDifference difference) {
    return new JsonObject()
        .text("language", difference.language())
        .flag("differs", !difference.isEmpty())
        .object("problems", sides(difference.problems(), DifferenceJson::problem))
        .object("steps", sides(difference.steps(), DifferenceJson::step))
        .listOrEmpty("moved", difference.moved(), DifferenceJson::moved)
        .listOrEmpty("changed", difference.changed(), DifferenceJson::changed)
        .object("excluded", sides(difference.leftOut(), DifferenceJson::leftOut))
        .object("questions", sides(difference.questions(), DifferenceJson::asked))
        .object("candidates", sides(difference.candidates(), DifferenceJson::mayBe))
        .object("unexplained", sides(difference.unexplained(), Function.identity()));
  }

  static <T> JsonObject sides(Sides<T> sides, Function<T, ?> write) {
    return new JsonObject()
        .listOrEmpty("gone", sides.gone(), write)
        .listOrEmpty("added", sides.added(), write);
  }

  static JsonObject problem(Problem problem) {
    return new JsonObject()
        .text("id", problem.id())
        .text("title", problem.title())
        .text("server", problem.server())
        .optional("dataSource", problem.dataSource());
  }

  private static JsonObject step(Step step) {
    return head(step)
        .text("status", step.status())
        .textsOrEmpty("because", step.because())
        .texts("items", step.items());
  }

  static JsonObject head(Step step) {
    return new JsonObject()
        .text("number", step.number())
        .text("id", step.id())
        .textUnlessEmpty("remedy", step.remedy())
        .text("title", step.title())
        .text("server", step.server())
        .optional("dataSource", step.dataSource());
  }

  private static JsonObject moved(Moved moved) {
    return head(moved.after()).text("was", moved.before().number());
  }

  private static JsonObject changed(Changed changed) {
    Step before = changed.before();
    Step after = changed.after();
    JsonObject json =
        head(after)
            .text("was", before.number())
            .object("status", pair(before.status(), after.status()))
            .object("because", sides(changed.because(), Function.identity()));
    return changed.items().isEmpty()
        ? json
        : json.object("items", sides(changed.items(), Function.identity()));
  }

  static JsonObject pair(String before, String after) {
    return new JsonObject().text("before", before).text("after", after);
  }

  private static JsonObject leftOut(LeftOut left) {
    return new JsonObject()
        .text("remedy", left.remedy())
        .text("title", left.title())
        .text("server", left.server())
        .optional("dataSource", left.dataSource())
        .text("verdict", left.verdict())
        .textsOrEmpty("because", left.because());
  }

  private static JsonObject asked(Asked asked) {
    return new JsonObject().textsOrEmpty("facts", asked.facts()).text("label", asked.label());
  }

  private static JsonObject mayBe(MayBe may) {
    return new JsonObject()
        .text("error", may.error())
        .text("problem", may.problem())
        .text("title", may.title());
  }
}
