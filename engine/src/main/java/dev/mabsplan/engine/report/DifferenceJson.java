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
import dev.mabsplan.engine.render.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes for programs what differs between two plans, by {@link ReportSchema#DIFF}. */
public final class DifferenceJson {

  private DifferenceJson() {}

  /** Returns what differs; an empty part is there as an empty list. */
  public static String write(PlanDifference difference) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("$schema", ReportSchema.DIFF.id());
    map.putAll(map(difference));
    return JsonText.of(map);
  }

  /**
   * Returns what would change in the plans of several cases.
   *
   * @param changed what differs, by the name of the case
   * @param cases how many cases there are
   */
  public static String writeAll(Map<String, PlanDifference> changed, int cases) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("$schema", ReportSchema.DIFF.id());
    map.put("cases", cases);
    Map<String, Object> plans = new LinkedHashMap<>();
    changed.forEach((name, difference) -> plans.put(name, map(difference)));
    map.put("changed", plans);
    return JsonText.of(map);
  }

  private static Map<String, Object> map(PlanDifference difference) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("language", difference.language());
    map.put("differs", !difference.isEmpty());
    map.put("problems", sides(difference.problems(), DifferenceJson::problem));
    map.put("steps", sides(difference.steps(), DifferenceJson::step));
    map.put("moved", difference.moved().stream().map(DifferenceJson::moved).toList());
    map.put("changed", difference.changed().stream().map(DifferenceJson::changed).toList());
    map.put("excluded", sides(difference.leftOut(), DifferenceJson::leftOut));
    map.put("questions", sides(difference.questions(), DifferenceJson::asked));
    map.put("candidates", sides(difference.candidates(), DifferenceJson::mayBe));
    map.put("unexplained", sides(difference.unexplained(), Function.identity()));
    return map;
  }

  static <T> Map<String, Object> sides(Sides<T> sides, Function<T, ?> write) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("gone", sides.gone().stream().map(write).toList());
    map.put("added", sides.added().stream().map(write).toList());
    return map;
  }

  static Map<String, Object> problem(Problem problem) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", problem.id());
    map.put("title", problem.title());
    at(map, problem.server(), problem.dataSource());
    return map;
  }

  private static void at(Map<String, Object> map, String server, Optional<String> dataSource) {
    map.put("server", server);
    dataSource.ifPresent(name -> map.put("dataSource", name));
  }

  private static Map<String, Object> step(Step step) {
    Map<String, Object> map = head(step);
    map.put("status", step.status());
    map.put("because", step.because());
    if (!step.items().isEmpty()) {
      map.put("items", step.items());
    }
    return map;
  }

  static Map<String, Object> head(Step step) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("number", step.number());
    map.put("id", step.id());
    if (!step.remedy().isEmpty()) {
      map.put("remedy", step.remedy());
    }
    map.put("title", step.title());
    at(map, step.server(), step.dataSource());
    return map;
  }

  private static Map<String, Object> moved(Moved moved) {
    Map<String, Object> map = head(moved.after());
    map.put("was", moved.before().number());
    return map;
  }

  private static Map<String, Object> changed(Changed changed) {
    Map<String, Object> map = head(changed.after());
    map.put("was", changed.before().number());
    map.put("status", pair(changed.before().status(), changed.after().status()));
    map.put("because", sides(changed.because(), Function.identity()));
    if (!changed.items().isEmpty()) {
      map.put("items", sides(changed.items(), Function.identity()));
    }
    return map;
  }

  static Map<String, Object> pair(String before, String after) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("before", before);
    map.put("after", after);
    return map;
  }

  private static Map<String, Object> leftOut(LeftOut left) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("remedy", left.remedy());
    map.put("title", left.title());
    at(map, left.server(), left.dataSource());
    map.put("verdict", left.verdict());
    map.put("because", left.because());
    return map;
  }

  private static Map<String, Object> asked(Asked asked) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("facts", asked.facts());
    map.put("label", asked.label());
    return map;
  }

  private static Map<String, Object> mayBe(MayBe may) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("error", may.error());
    map.put("problem", may.problem());
    map.put("title", may.title());
    return map;
  }
}
