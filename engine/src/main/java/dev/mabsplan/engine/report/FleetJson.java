package dev.mabsplan.engine.report;

import dev.mabsplan.engine.fleet.Fix;
import dev.mabsplan.engine.fleet.FleetSummary;
import dev.mabsplan.facts.tree.JsonObject;
import java.util.List;

/** Writes for programs what to mend first across a fleet. */
public final class FleetJson {

  private static final int MOST_FIXES = 1_000;

  private FleetJson() {}

  /** Returns the summary, with at most the first thousand steps. */
  public static String write(FleetSummary.Result summary) {
    JsonObject json =
        new JsonObject()
            .number("documents", summary.documents())
            .number("broken", summary.broken())
            .number("withProblems", summary.withProblems())
            .number("counted", summary.servers());
    if (summary.compared() > 0) {
      json.number("solved", summary.solved()).number("new", summary.added());
    }
    return json.number("steps", summary.fixes().size())
        .listOrEmpty("first", summary.fixes().stream().limit(MOST_FIXES).toList(), FleetJson::fix)
        .indented();
  }

  /** Returns steps on one line, what to do first in front, without a line feed. */
  public static String line(List<Fix> fixes) {
    return new JsonObject().listOrEmpty("first", fixes, FleetJson::fix).oneLine();
  }

  private static JsonObject fix(Fix fix) {
    return new JsonObject()
        .text("step", fix.step())
        .flag("sure", fix.sure())
        .text("remedy", fix.remedy())
        .text("title", fix.title())
        .text("server", fix.server())
        .number("effortMinutes", fix.minutes())
        .text("risk", fix.risk())
        .number("helps", fix.servers())
        .number("weight", fix.weight())
        .number("perMinute", fix.perMinute())
        .textsOrEmpty("names", fix.names());
  }
}
