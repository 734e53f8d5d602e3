package dev.mabsplan.engine.report;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.why.WhyNot;
import dev.mabsplan.engine.why.WhyNot.Answer;
import dev.mabsplan.engine.why.WhyNot.Miss;
import dev.mabsplan.engine.why.WhyNot.Wanted;
import dev.mabsplan.facts.tree.JsonObject;
import java.util.Optional;

/** Writes for programs why something is not in a plan, by {@link ReportSchema#WHY_NOT}. */
public final class WhyNotJson {

  private WhyNotJson() {}

  /** Returns the answers about an id; an empty list is left out. */
  public static String write(WhyNot whyNot) {
    return new JsonObject()
        .text("$schema", ReportSchema.WHY_NOT.id())
        .text("id", whyNot.id())
        .listOrEmpty("answers", whyNot.answers(), answer -> answer(answer, whyNot))
        .indented();
  }

  private static JsonObject answer(Answer answer, WhyNot whyNot) {
    JsonObject json =
        new JsonObject()
            .text("sort", Kebab.word(answer.sort()))
            .textUnlessEmpty("title", answer.title())
            .text("standing", Kebab.word(answer.standing()))
            .texts("because", answer.because())
            .texts("steps", answer.steps())
            .texts("problems", answer.askers())
            .list("misses", answer.misses(), miss -> miss(miss, whyNot));
    answer.wanted().ifPresent(wanted -> json.object("wanted", wanted(wanted)));
    return json;
  }

  private static JsonObject miss(Miss miss, WhyNot whyNot) {
    return new JsonObject()
        .text("rule", miss.rule())
        .text("source", miss.source())
        .text("why", miss.why())
        .text("brings", miss.brings())
        .number("met", miss.met())
        .number("conditions", miss.conditions())
        .text("unmet", miss.unmet())
        .list("found", miss.found(), fact -> fact(fact, whyNot))
        .optional("least", miss.least());
  }

  private static JsonObject fact(FactCited fact, WhyNot whyNot) {
    return new JsonObject()
        .text("fact", fact.address())
        .text("value", fact.value())
        .optional("source", Optional.ofNullable(whyNot.sources().get(fact.address())));
  }

  private static JsonObject wanted(Wanted wanted) {
    return new JsonObject()
        .texts("ids", wanted.ids())
        .texts("genericIds", wanted.genericIds())
        .texts("codes", wanted.codes())
        .texts("names", wanted.names())
        .texts("messages", wanted.messages())
        .texts("errors", wanted.errors());
  }
}
