package dev.mabsplan.engine.report;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.render.JsonText;
import dev.mabsplan.engine.report.Portrait.Cited;
import dev.mabsplan.engine.report.Portrait.Deciding;
import dev.mabsplan.engine.report.Portrait.OfProblem;
import dev.mabsplan.engine.report.Portrait.OfRemedy;
import dev.mabsplan.engine.report.Portrait.OfRule;
import dev.mabsplan.engine.rule.KnownRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes for programs what rules there are, and what rule packs say of an id. */
public final class RulesJson {

  private RulesJson() {}

  /** Returns the rules, in the order given. */
  public static String list(List<KnownRule> rules) {
    return JsonText.of(Map.of("rules", rules.stream().map(RulesJson::known).toList()));
  }

  /** Returns everything that is said of an id. */
  public static String show(Portrait portrait) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", portrait.id());
    portrait.rule().ifPresent(rule -> map.put("rule", rule(rule)));
    portrait.problem().ifPresent(problem -> map.put("problem", problem(problem)));
    portrait.remedy().ifPresent(remedy -> map.put("remedy", remedy(remedy)));
    return JsonText.of(map);
  }

  private static Map<String, Object> known(KnownRule rule) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", rule.id());
    map.put("topic", rule.topic());
    map.put(
        "calls",
        rule.calls().stream()
            .map(call -> Map.of("function", call.function(), "target", call.target()))
            .map(TreeMap::new)
            .toList());
    map.put("file", rule.file());
    map.put("line", rule.line());
    map.put("why", rule.why());
    return map;
  }

  private static Map<String, Object> rule(OfRule of) {
    Map<String, Object> map = known(of.rule());
    map.put("drl", of.rule().drl());
    map.put("title", byLanguage(of.title()));
    map.put("reason", byLanguage(of.reason()));
    map.put("entries", entries(of.entries()));
    map.put("fires", of.fires());
    map.put("silent", of.silent());
    return map;
  }

  private static Map<String, Object> problem(OfProblem of) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("title", byLanguage(of.title()));
    map.put("remedies", of.remedies());
    of.retry().ifPresent(retry -> map.put("retry", retry));
    map.put("rules", of.rules());
    map.put("entries", entries(of.entries()));
    return map;
  }

  private static Map<String, Object> remedy(OfRemedy of) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("title", byLanguage(of.title()));
    map.put("decidedBy", of.decidedBy());
    map.put("facts", of.facts().stream().map(RulesJson::fact).toList());
    map.put("problems", of.problems());
    map.put("checkedFor", of.checkedFor());
    map.put("rules", of.rules());
    map.put("entries", entries(of.entries()));
    return map;
  }

  private static Map<String, Object> fact(Deciding fact) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("fact", fact.fact());
    map.put("words", byLanguage(fact.words()));
    fact.probe().ifPresent(probe -> map.put("probe", probe));
    fact.obtain().ifPresent(command -> map.put("obtain", command));
    return map;
  }

  private static List<Map<String, Object>> entries(List<Cited> entries) {
    return entries.stream()
        .map(
            entry -> {
              Map<String, Object> map = new LinkedHashMap<>();
              map.put("id", entry.id());
              map.put("title", byLanguage(entry.title()));
              map.put("source", entry.source());
              return map;
            })
        .toList();
  }

  private static Map<String, String> byLanguage(Map<Language, String> words) {
    Map<String, String> map = new LinkedHashMap<>();
    words.forEach((language, text) -> map.put(language.tag(), text));
    return map;
  }
}
