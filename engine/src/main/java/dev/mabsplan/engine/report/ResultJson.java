package dev.mabsplan.engine.report;

import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.scenario.Coverage;
import dev.mabsplan.engine.scenario.Difference;
import dev.mabsplan.engine.scenario.Difference.Matched;
import dev.mabsplan.engine.scenario.Fate;
import dev.mabsplan.engine.scenario.Result;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes how scenarios came out as JSON. */
public final class ResultJson {

  private ResultJson() {}

  /**
   * Returns the document.
   *
   * @param coverage what the scenarios cover, where that was asked for
   * @param fates what became of the mutants; none where that was not asked for
   */
  public static String write(
      List<Result> results, Optional<Coverage> coverage, Optional<List<Fate>> fates) {
    JsonObject json = new JsonObject().listOrEmpty("scenarios", results, ResultJson::result);
    coverage.ifPresent(covered -> json.object("coverage", coverage(covered)));
    fates.ifPresent(all -> json.listOrEmpty("mutants", all, ResultJson::fate));
    return json.indented();
  }

  private static JsonObject result(Result result) {
    return new JsonObject()
        .text("name", result.name())
        .text("topic", result.topic())
        .text("outcome", Kebab.word(result.outcome()))
        .all(place(result.source()))
        .list("faults", result.faults(), ResultJson::fault)
        .list("differences", result.differences(), ResultJson::difference);
  }

  private static JsonObject place(Source source) {
    JsonObject json = new JsonObject().text("file", source.file());
    return source.line() > 0 ? json.number("line", source.line()) : json;
  }

  private static JsonObject fault(Fault fault) {
    JsonObject json =
        new JsonObject().text("expected", fault.expected()).text("found", fault.found());
    Source source = fault.source();
    if (source != null) {
      json.all(place(source));
    }
    return json.optional("hint", Optional.ofNullable(fault.hint()));
  }

  private static JsonObject difference(Difference difference) {
    return new JsonObject()
        .text("what", difference.what())
        .all(place(difference.source()))
        .listOrEmpty(
            "rows",
            difference.rows(),
            row -> new JsonObject().text("expected", row.expected()).text("got", row.got()))
        .listOrEmpty("causes", difference.causes(), ResultJson::cause)
        .listOrEmpty("misses", difference.misses(), ResultJson::miss)
        .textsOrEmpty("notes", difference.notes());
  }

  private static JsonObject cause(Difference.Cause cause) {
    JsonObject json =
        new JsonObject()
            .text("what", cause.what())
            .text("how", cause.how())
            .text("rule", cause.rule());
    cause.ruleSource().ifPresent(source -> json.all(place(source)));
    return json.text("text", cause.text())
        .listOrEmpty("matched", cause.matched(), ResultJson::matched);
  }

  private static JsonObject miss(Difference.Miss miss) {
    return new JsonObject()
        .text("what", miss.what())
        .text("rule", miss.rule())
        .all(place(miss.ruleSource()))
        .number("met", miss.met())
        .number("conditions", miss.conditions())
        .text("unmet", miss.unmet())
        .listOrEmpty("found", miss.found(), ResultJson::matched);
  }

  private static JsonObject matched(Matched matched) {
    JsonObject json =
        new JsonObject()
            .text("fact", matched.fact().address())
            .text("value", matched.fact().value());
    matched.source().ifPresent(source -> json.all(place(source)));
    return json;
  }

  private static JsonObject coverage(Coverage coverage) {
    return new JsonObject()
        .listOrEmpty("rules", coverage.rules(), rule -> covered("rule", rule.id(), rule.counts()))
        .listOrEmpty(
            "remedies",
            coverage.remedies(),
            remedy -> covered("remedy", remedy.id(), remedy.counts()));
  }

  private static JsonObject covered(
      String what, String id, Map<? extends Enum<?>, Integer> counts) {
    JsonObject json = new JsonObject().text(what, id);
    counts.forEach((level, count) -> json.number(Kebab.word(level), count));
    return json;
  }

  private static JsonObject fate(Fate fate) {
    return new JsonObject()
        .text("mutant", fate.mutant().id())
        .text("rule", fate.mutant().rule())
        .text("file", fate.mutant().file())
        .number("line", fate.mutant().line())
        .text("end", Kebab.word(fate.end()))
        .textUnlessEmpty(fate.end() == Fate.End.EQUIVALENT ? "reason" : "scenario", fate.by());
  }
}
