package dev.mabsplan.engine.report;

import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.render.JsonText;
import dev.mabsplan.engine.scenario.Coverage;
import dev.mabsplan.engine.scenario.Difference;
import dev.mabsplan.engine.scenario.Difference.Matched;
import dev.mabsplan.engine.scenario.Fate;
import dev.mabsplan.engine.scenario.Result;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Source;
import java.util.LinkedHashMap;
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
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("scenarios", results.stream().map(ResultJson::result).toList());
    coverage.ifPresent(covered -> document.put("coverage", coverage(covered)));
    fates.ifPresent(all -> document.put("mutants", all.stream().map(ResultJson::fate).toList()));
    return JsonText.of(document);
  }

  private static Map<String, Object> result(Result result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", result.name());
    map.put("topic", result.topic());
    map.put("outcome", Kebab.word(result.outcome()));
    map.putAll(place(result.source()));
    if (!result.faults().isEmpty()) {
      map.put("faults", result.faults().stream().map(ResultJson::fault).toList());
    }
    if (!result.differences().isEmpty()) {
      map.put("differences", result.differences().stream().map(ResultJson::difference).toList());
    }
    return map;
  }

  private static Map<String, Object> place(Source source) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", source.file());
    if (source.line() > 0) {
      map.put("line", source.line());
    }
    return map;
  }

  private static Map<String, Object> fault(Fault fault) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("expected", fault.expected());
    map.put("found", fault.found());
    Source source = fault.source();
    if (source != null) {
      map.putAll(place(source));
    }
    String hint = fault.hint();
    if (hint != null) {
      map.put("hint", hint);
    }
    return map;
  }

  private static Map<String, Object> difference(Difference difference) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("what", difference.what());
    map.putAll(place(difference.source()));
    map.put(
        "rows",
        difference.rows().stream()
            .map(
                row -> {
                  Map<String, Object> each = new LinkedHashMap<>();
                  each.put("expected", row.expected());
                  each.put("got", row.got());
                  return each;
                })
            .toList());
    map.put(
        "causes",
        difference.causes().stream()
            .map(
                cause -> {
                  Map<String, Object> each = new LinkedHashMap<>();
                  each.put("what", cause.what());
                  each.put("how", cause.how());
                  each.put("rule", cause.rule());
                  cause.ruleSource().ifPresent(source -> each.putAll(place(source)));
                  each.put("text", cause.text());
                  each.put("matched", matched(cause.matched()));
                  return each;
                })
            .toList());
    map.put(
        "misses",
        difference.misses().stream()
            .map(
                miss -> {
                  Map<String, Object> each = new LinkedHashMap<>();
                  each.put("what", miss.what());
                  each.put("rule", miss.rule());
                  each.putAll(place(miss.ruleSource()));
                  each.put("met", miss.met());
                  each.put("conditions", miss.conditions());
                  each.put("unmet", miss.unmet());
                  each.put("found", matched(miss.found()));
                  return each;
                })
            .toList());
    map.put("notes", difference.notes());
    return map;
  }

  private static List<Map<String, Object>> matched(List<Matched> all) {
    return all.stream()
        .map(
            matched -> {
              Map<String, Object> each = new LinkedHashMap<>();
              each.put("fact", matched.fact().address().toString());
              each.put("value", matched.fact().value());
              matched.source().ifPresent(source -> each.putAll(place(source)));
              return each;
            })
        .toList();
  }

  private static Map<String, Object> coverage(Coverage coverage) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(
        "rules",
        coverage.rules().stream()
            .map(
                rule -> {
                  Map<String, Object> each = new LinkedHashMap<>();
                  each.put("rule", rule.id());
                  rule.counts().forEach((level, count) -> each.put(Kebab.word(level), count));
                  return each;
                })
            .toList());
    map.put(
        "remedies",
        coverage.remedies().stream()
            .map(
                remedy -> {
                  Map<String, Object> each = new LinkedHashMap<>();
                  each.put("remedy", remedy.id());
                  remedy.counts().forEach((level, count) -> each.put(Kebab.word(level), count));
                  return each;
                })
            .toList());
    return map;
  }

  private static Map<String, Object> fate(Fate fate) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("mutant", fate.mutant().id());
    map.put("rule", fate.mutant().rule());
    map.put("file", fate.mutant().file());
    map.put("line", fate.mutant().line());
    map.put("end", Kebab.word(fate.end()));
    if (!fate.by().isEmpty()) {
      map.put(fate.end() == Fate.End.EQUIVALENT ? "reason" : "scenario", fate.by());
    }
    return map;
  }
}
