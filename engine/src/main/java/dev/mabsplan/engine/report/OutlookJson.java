package dev.mabsplan.engine.report;

import dev.mabsplan.engine.compare.PlanDifference.Changed;
import dev.mabsplan.engine.foresight.Choice;
import dev.mabsplan.engine.foresight.Joint;
import dev.mabsplan.engine.foresight.Outlook;
import dev.mabsplan.engine.foresight.Prospect;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.facts.tree.JsonObject;
import java.util.Collection;

/**
 * Writes for programs what the answers to questions would make of a plan, by {@link
 * ReportSchema#QUESTIONS}.
 */
public final class OutlookJson {

  private OutlookJson() {}

  /** Returns questions and what each answer would do, those that can change nothing too. */
  public static String write(Collection<Outlook> outlooks, Language language) {
    return new JsonObject()
        .text("$schema", ReportSchema.QUESTIONS.id())
        .text("language", language.tag())
        .listOrEmpty("questions", outlooks, OutlookJson::question)
        .indented();
  }

  /** Returns a question alone, to be put into another document. */
  public static JsonObject question(Outlook outlook) {
    Question question = outlook.question();
    return new JsonObject()
        .textsOrEmpty("facts", question.facts())
        .text("label", question.label())
        .text("server", question.server())
        .optional("command", question.command())
        .optional("shell", question.shell().map(Kebab::word))
        .number("effortMinutes", question.minutes())
        .texts("decides", question.decides())
        .flag("worthAsking", !outlook.isIdle())
        .flag("whole", outlook.whole())
        .listOrEmpty("answers", outlook.prospects(), OutlookJson::answer)
        .list("together", outlook.joints(), OutlookJson::joint);
  }

  /** Returns an answer alone, to be put into another document. */
  public static JsonObject answer(Prospect prospect) {
    return new JsonObject()
        .text("fact", prospect.fact())
        .listOrEmpty("answers", prospect.choices(), OutlookJson::choice)
        .all(effects(prospect));
  }

  private static JsonObject joint(Joint joint) {
    return new JsonObject()
        .text("fact", joint.fact())
        .object("answer", choice(joint.choice()))
        .text("otherFact", joint.other())
        .object("otherAnswer", choice(joint.otherChoice()))
        .all(effects(joint.prospect()));
  }

  private static JsonObject choice(Choice choice) {
    return new JsonObject()
        .text("kind", Kebab.word(choice.kind()))
        .list("values", choice.values(), value -> value);
  }

  private static JsonObject effects(Prospect prospect) {
    JsonObject effects = new JsonObject().flag("changes", prospect.changes());
    if (!prospect.changes()) {
      return effects;
    }
    prospect.first().ifPresent(step -> effects.object("first", DifferenceJson.head(step)));
    return effects
        .object(
            "problems",
            DifferenceJson.sides(prospect.difference().problems(), DifferenceJson::problem))
        .object("steps", DifferenceJson.sides(prospect.difference().steps(), DifferenceJson::head))
        .listOrEmpty(
            "surer",
            prospect.difference().changed().stream().filter(Changed::isSurer).toList(),
            OutlookJson::surer);
  }

  private static JsonObject surer(Changed changed) {
    return DifferenceJson.head(changed.before())
        .object("status", DifferenceJson.pair(changed.before().status(), changed.after().status()));
  }
}
