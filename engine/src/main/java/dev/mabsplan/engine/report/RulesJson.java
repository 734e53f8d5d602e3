package dev.mabsplan.engine.report;

import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Treatment;
import dev.mabsplan.engine.report.Description.Cited;
import dev.mabsplan.engine.report.Description.Deciding;
import dev.mabsplan.engine.report.Description.OfProblem;
import dev.mabsplan.engine.report.Description.OfRemedy;
import dev.mabsplan.engine.report.Description.OfRule;
import dev.mabsplan.engine.rule.KnownRule;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes for programs what rules there are, and what rule packs say of an id. */
public final class RulesJson {

  private RulesJson() {}

  /** Returns the rules, in the order given. */
  public static String list(List<KnownRule> rules) {
    return new JsonObject().listOrEmpty("rules", rules, RulesJson::known).indented();
  }

  /** Returns problems, in the order given, each with everything that is said of it. */
  public static String problems(List<Description> problems) {
    return all("problems", problems, one -> one.problem().map(RulesJson::problem));
  }

  /** Returns remedies, in the order given, each with everything that is said of it. */
  public static String remedies(List<Description> remedies) {
    return all("remedies", remedies, one -> one.remedy().map(RulesJson::remedy));
  }

  private static String all(
      String name,
      List<Description> descriptions,
      Function<Description, Optional<JsonObject>> said) {
    return new JsonObject()
        .listOrEmpty(
            name,
            descriptions,
            one ->
                new JsonObject()
                    .text("id", one.id())
                    .all(said.apply(one).orElseGet(JsonObject::new)))
        .indented();
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
    return at(of.at())
        .object("title", byLanguage(of.title()))
        .textsOrEmpty("remedies", of.treatment().takes().map(Treatment.Take::remedy).toList())
        .object("treatment", treatment(of.treatment()))
        .optional("retry", of.retry())
        .textsOrEmpty("rules", of.rules())
        .listOrEmpty("entries", of.entries(), RulesJson::entry);
  }

  private static JsonObject treatment(Treatment of) {
    return of instanceof Treatment.Take take
        ? new JsonObject()
            .text("remedy", take.remedy())
            .optional("fallbackOf", Optional.ofNullable(take.fallbackOf()))
        : new JsonObject()
            .text("kind", TreatmentText.kind(of))
            .listOrEmpty("parts", of.parts(), RulesJson::treatment);
  }

  private static JsonObject remedy(OfRemedy of) {
    return at(of.at())
        .object("title", byLanguage(of.title()))
        .text("likelihood", Kebab.word(of.weight().likelihood()))
        .text("effort", Kebab.word(of.weight().effort()))
        .number("minutes", of.weight().effort().minutes())
        .text("risk", Kebab.word(of.weight().risk()))
        .object("do", byLanguage(of.work().how()))
        .textsOrEmpty("commands", of.work().commands())
        .optional("shell", of.work().shell().map(Kebab::word))
        .flag("elevated", of.work().elevated())
        .optional("verify", of.work().verify())
        .textsOrEmpty("undo", of.work().undo())
        .flag("undoable", of.work().undoable())
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

  private static JsonObject at(Source source) {
    return new JsonObject().text("file", source.file()).number("line", source.line());
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
