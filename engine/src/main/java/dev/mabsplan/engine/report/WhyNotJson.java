package dev.mabsplan.engine.report;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.render.JsonText;
import dev.mabsplan.engine.why.WhyNot;
import dev.mabsplan.engine.why.WhyNot.Answer;
import dev.mabsplan.engine.why.WhyNot.Miss;
import dev.mabsplan.engine.why.WhyNot.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes for programs why something is not in a plan, by {@link ReportSchema#WHY_NOT}. */
public final class WhyNotJson {

  private WhyNotJson() {}

  /** Returns the answers about an id; an empty list is left out. */
  public static String write(WhyNot whyNot) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("$schema", ReportSchema.WHY_NOT.id());
    map.put("id", whyNot.id());
    map.put("answers", whyNot.answers().stream().map(answer -> answer(answer, whyNot)).toList());
    return JsonText.of(map);
  }

  private static Map<String, Object> answer(Answer answer, WhyNot whyNot) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sort", Kebab.word(answer.sort()));
    if (!answer.title().isEmpty()) {
      map.put("title", answer.title());
    }
    map.put("standing", Kebab.word(answer.standing()));
    list(map, "because", answer.because());
    list(map, "steps", answer.steps());
    list(map, "problems", answer.askers());
    list(map, "misses", answer.misses().stream().map(miss -> miss(miss, whyNot)).toList());
    answer.wanted().ifPresent(wanted -> map.put("wanted", wanted(wanted)));
    return map;
  }

  private static void list(Map<String, Object> map, String name, List<?> values) {
    if (!values.isEmpty()) {
      map.put(name, values);
    }
  }

  private static Map<String, Object> miss(Miss miss, WhyNot whyNot) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rule", miss.rule());
    map.put("source", miss.source().toString());
    map.put("why", miss.why());
    map.put("brings", miss.brings());
    map.put("met", miss.met());
    map.put("conditions", miss.conditions());
    map.put("unmet", miss.unmet());
    list(map, "found", miss.found().stream().map(fact -> fact(fact, whyNot)).toList());
    miss.least().ifPresent(least -> map.put("least", least));
    return map;
  }

  private static Map<String, Object> fact(FactCited fact, WhyNot whyNot) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("fact", fact.address().toString());
    map.put("value", fact.value());
    Optional.ofNullable(whyNot.sources().get(fact.address()))
        .ifPresent(source -> map.put("source", source.toString()));
    return map;
  }

  private static Map<String, Object> wanted(Wanted wanted) {
    Map<String, Object> map = new LinkedHashMap<>();
    list(map, "ids", wanted.ids());
    list(map, "genericIds", wanted.genericIds());
    list(map, "codes", wanted.codes());
    list(map, "names", wanted.names());
    list(map, "messages", wanted.messages());
    list(map, "errors", wanted.errors());
    return map;
  }
}
