package dev.mabsplan.engine.report;

import dev.mabsplan.engine.fleet.Fix;
import dev.mabsplan.engine.fleet.FleetSummary;
import dev.mabsplan.engine.render.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes for programs what to mend first across a fleet. */
public final class FleetJson {

  private static final int MOST_FIXES = 1_000;

  private FleetJson() {}

  /** Returns the summary, with at most the first thousand steps. */
  public static String write(FleetSummary.Result summary) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("documents", summary.documents());
    map.put("broken", summary.broken());
    map.put("withProblems", summary.withProblems());
    map.put("counted", summary.servers());
    if (summary.compared() > 0) {
      map.put("solved", summary.solved());
      map.put("new", summary.added());
    }
    map.put("steps", summary.fixes().size());
    map.put("first", summary.fixes().stream().limit(MOST_FIXES).map(FleetJson::fix).toList());
    return JsonText.of(map);
  }

  /** Returns steps on one line, what to do first in front, without a line feed. */
  public static String line(List<Fix> fixes) {
    return JsonText.line(Map.of("first", fixes.stream().map(FleetJson::fix).toList()));
  }

  private static Map<String, Object> fix(Fix fix) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("step", fix.step());
    map.put("sure", fix.sure());
    map.put("remedy", fix.remedy());
    map.put("title", fix.title());
    map.put("server", fix.server());
    map.put("effortMinutes", fix.minutes());
    map.put("risk", fix.risk());
    map.put("helps", fix.servers());
    map.put("weight", fix.weight());
    map.put("perMinute", fix.perMinute());
    map.put("names", fix.names());
    return map;
  }
}
