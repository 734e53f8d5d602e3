package dev.mabsplan.engine.report;

import dev.mabsplan.engine.compare.PlanDifference.Changed;
import dev.mabsplan.engine.foresight.Choice;
import dev.mabsplan.engine.foresight.Joint;
import dev.mabsplan.engine.foresight.Outlook;
import dev.mabsplan.engine.foresight.Prospect;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.render.JsonText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes for programs what the answers to questions would make of a plan, by {@link
 * ReportSchema#QUESTIONS}.
 */
public final class OutlookJson {

  private OutlookJson() {}

  /** Returns questions and what each answer would do, those that can change nothing too. */
  public static String write(Collection<Outlook> outlooks, Language language) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("$schema", ReportSchema.QUESTIONS.id());
    map.put("language", language.tag());
    map.put("questions", questions(outlooks));
    return JsonText.of(map);
  }

  /** Returns the questions alone, to be put into another document. */
  public static List<Map<String, Object>> questions(Collection<Outlook> outlooks) {
    return outlooks.stream().map(OutlookJson::question).toList();
  }

  private static Map<String, Object> question(Outlook outlook) {
    Question question = outlook.question();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("facts", question.facts().stream().map(Object::toString).toList());
    map.put("label", question.label());
    map.put("server", question.server());
    question.command().ifPresent(command -> map.put("command", command));
    question.shell().ifPresent(shell -> map.put("shell", Kebab.word(shell)));
    map.put("effortMinutes", question.minutes());
    if (!question.decides().isEmpty()) {
      map.put("decides", question.decides());
    }
    map.put("worthAsking", !outlook.isIdle());
    map.put("whole", outlook.whole());
    map.put("answers", outlook.prospects().stream().map(OutlookJson::answer).toList());
    if (!outlook.joints().isEmpty()) {
      map.put("together", outlook.joints().stream().map(OutlookJson::joint).toList());
    }
    return map;
  }

  private static Map<String, Object> answer(Prospect prospect) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("fact", prospect.fact().toString());
    map.put("answers", prospect.choices().stream().map(OutlookJson::choice).toList());
    effects(map, prospect);
    return map;
  }

  private static Map<String, Object> joint(Joint joint) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("fact", joint.fact().toString());
    map.put("answer", choice(joint.choice()));
    map.put("otherFact", joint.other().toString());
    map.put("otherAnswer", choice(joint.otherChoice()));
    effects(map, joint.prospect());
    return map;
  }

  private static Map<String, Object> choice(Choice choice) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", Kebab.word(choice.kind()));
    if (!choice.values().isEmpty()) {
      map.put("values", choice.values());
    }
    return map;
  }

  private static void effects(Map<String, Object> map, Prospect prospect) {
    map.put("changes", prospect.changes());
    if (!prospect.changes()) {
      return;
    }
    prospect.first().ifPresent(step -> map.put("first", DifferenceJson.head(step)));
    map.put(
        "problems",
        DifferenceJson.sides(prospect.difference().problems(), DifferenceJson::problem));
    map.put("steps", DifferenceJson.sides(prospect.difference().steps(), DifferenceJson::head));
    map.put(
        "surer",
        prospect.difference().changed().stream()
            .filter(Changed::isSurer)
            .map(OutlookJson::surer)
            .toList());
  }

  private static Map<String, Object> surer(Changed changed) {
    Map<String, Object> map = DifferenceJson.head(changed.before());
    map.put("status", DifferenceJson.pair(changed.before().status(), changed.after().status()));
    return map;
  }
}
