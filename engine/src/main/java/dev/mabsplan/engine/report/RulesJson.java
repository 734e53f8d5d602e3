package dev.mabsplan.engine.report;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.report.Description.Cited;
import dev.mabsplan.engine.report.Description.Deciding;
import dev.mabsplan.engine.report.Description.OfProblem;
import dev.mabsplan.engine.report.Description.OfRemedy;
import dev.mabsplan.engine.report.Description.OfRule;
import dev.mabsplan.engine.rule.KnownRule;
import dev.mabsplan.facts.tree.JsonObject;
import java.util.List;
import java.util.Map;

/** Writes for programs what rules there are, and what rule packs say of an id. */
public final class RulesJson {

  private RulesJson() {}

  /** Returns the rules, in the order given. */
  public static String list(List<KnownRule> rules) {
    return new JsonObject().listOrEmpty("rules", rules, RulesJson::known).indented();
  }

  /** Returns everything that is said of an id. */
  public static String show(Description portrait) {
    JsonObject json = new JsonObject().text("id", portrait.id());
    portrait.rule().ifPresent(rule -> json.object("rule", rule(rule)));
    portrait.problem().ifPresent(problem -> json.object("problem", problem(problem)));
    portrait.remedy().ifPresent(remedy -> json.object("remedy", remedy(remedy)));
    return json.indented();
  }

  private static JsonObject known(KnownRule rule) {
    return new JsonObject()
        .text("id", rule.id())
        .text("topic", rule.topic())
        .listOrEmpty(
            "calls",
            rule.calls(),
            call ->
                new JsonObject().text("function", call.function()).text("target", call.target()))
        .text("file", rule.file())
        .number("line", rule.line())
        .text("why", rule.why());
  }

  private static JsonObject rule(OfRule of) {
    return known(of.rule())
        .text("drl", of.rule().drl())
        .object("title", byLanguage(of.title()))
        .object("reason", byLanguage(of.reason()))
        .listOrEmpty("entries", of.entries(), RulesJson::entry)
        .textsOrEmpty("fires", of.fires())
        .textsOrEmpty("silent", of.silent());
  }

  private static JsonObject problem(OfProblem of) {
    return new JsonObject()
        .object("title", byLanguage(of.title()))
        .textsOrEmpty("remedies", of.remedies())
        .optional("retry", of.retry())
        .textsOrEmpty("rules", of.rules())
        .listOrEmpty("entries", of.entries(), RulesJson::entry);
  }

  private static JsonObject remedy(OfRemedy of) {
    return new JsonObject()
        .object("title", byLanguage(of.title()))
        .text("decidedBy", of.decidedBy())
        .listOrEmpty("facts", of.facts(), RulesJson::fact)
        .textsOrEmpty("problems", of.problems())
        .textsOrEmpty("checkedFor", of.checkedFor())
        .textsOrEmpty("rules", of.rules())
        .listOrEmpty("entries", of.entries(), RulesJson::entry);
  }

  private static JsonObject fact(Deciding fact) {
    return new JsonObject()
        .text("fact", fact.fact())
        .object("words", byLanguage(fact.words()))
        .optional("probe", fact.probe())
        .optional("obtain", fact.obtain());
  }

  private static JsonObject entry(Cited entry) {
    return new JsonObject()
        .text("id", entry.id())
        .object("title", byLanguage(entry.title()))
        .text("source", entry.source());
  }

  private static JsonObject byLanguage(Map<Language, String> words) {
    JsonObject json = new JsonObject();
    words.forEach((language, text) -> json.text(language.tag(), text));
    return json;
  }
}
