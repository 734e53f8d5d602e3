package dev.mabsplan.engine.report;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.OwnWords;
import dev.mabsplan.engine.why.WhyNot;
import dev.mabsplan.engine.why.WhyNot.Answer;
import dev.mabsplan.engine.why.WhyNot.Miss;
import dev.mabsplan.engine.why.WhyNot.Standing;
import dev.mabsplan.engine.why.WhyNot.Wanted;
import java.util.List;
import java.util.Optional;

/** Writes for people why something is not in a plan. */
public final class WhyNotText {

  private static final int INDENT = 2;
  private static final int BELOW = 4;

  private final WhyNot whyNot;
  private final Page page;
  private final OwnWords phrases;

  private WhyNotText(WhyNot whyNot, Page page, OwnWords phrases) {
    this.whyNot = whyNot;
    this.page = page;
    this.phrases = phrases;
  }

  /**
   * Returns the answers about an id.
   *
   * @param width columns to keep to; ids, addresses and conditions are never broken
   * @param bold whether headings may be set bold by escape sequences
   */
  public static String write(WhyNot whyNot, Language language, int width, boolean bold) {
    WhyNotText text =
        new WhyNotText(whyNot, new Page(width, bold), OwnWords.of("report", language));
    whyNot.answers().forEach(text::answer);
    return text.page.text().stripTrailing() + "\n";
  }

  private void answer(Answer answer) {
    String sort = Kebab.word(answer.sort());
    page.heading(
        phrases.say("whyNot/" + sort + "/" + Kebab.word(answer.standing()), "id", whyNot.id()));
    if (!answer.title().isEmpty()) {
      page.paragraph(INDENT, answer.title());
    }
    if (!answer.steps().isEmpty()) {
      page.line(INDENT, phrases.say("whyNot/steps", "steps", String.join(", ", answer.steps())));
    }
    answer.because().forEach(text -> page.paragraph(INDENT, text));
    if (!answer.askers().isEmpty()) {
      page.paragraph(INDENT, phrases.say("whyNot/askers"));
      answer.askers().forEach(problem -> page.line(BELOW, problem));
    }
    answer.misses().forEach(this::miss);
    if (isUnanswered(answer)) {
      page.paragraph(INDENT, phrases.say("whyNot/noRule"));
    }
    answer.wanted().ifPresent(this::wanted);
    page.blank();
  }

  private static boolean isUnanswered(Answer answer) {
    return answer.standing() == Standing.NOT_THERE
        && answer.misses().isEmpty()
        && answer.wanted().isEmpty();
  }

  private void miss(Miss miss) {
    page.line(
        INDENT,
        phrases.say(
            "whyNot/nearest",
            "rule",
            miss.rule(),
            "met",
            String.valueOf(miss.met()),
            "conditions",
            String.valueOf(miss.conditions())));
    page.line(BELOW, phrases.say("whyNot/wanted", "unmet", miss.unmet()));
    miss.found().forEach(fact -> found(fact, miss.isInTheWay()));
    if (miss.found().isEmpty()) {
      page.line(BELOW, phrases.say("whyNot/unknown"));
    }
    least(miss.least());
    page.line(BELOW, miss.source().toString());
  }

  private void least(Optional<String> least) {
    least.ifPresent(
        change ->
            page.line(
                BELOW,
                phrases.say(
                    change.contains("=") ? "whyNot/least" : "whyNot/leastFact", "least", change)));
  }

  private void found(FactCited fact, boolean inTheWay) {
    String source =
        Optional.ofNullable(whyNot.sources().get(fact.address()))
            .map(read -> " (" + read + ")")
            .orElse("");
    page.line(
        BELOW,
        phrases.say(
            inTheWay ? "whyNot/inTheWay" : "whyNot/found",
            "fact",
            fact.address().toString(),
            "value",
            fact.value() + source));
  }

  private void wanted(Wanted wanted) {
    listed("ids", wanted.ids());
    listed("genericIds", wanted.genericIds());
    listed("codes", wanted.codes());
    listed("names", wanted.names());
    wanted
        .messages()
        .forEach(text -> page.paragraph(INDENT, phrases.say("whyNot/message", "text", text)));
    wanted
        .errors()
        .forEach(text -> page.paragraph(INDENT, phrases.say("whyNot/errors", "text", text)));
    if (wanted.errors().isEmpty()) {
      page.paragraph(INDENT, phrases.say("whyNot/noErrors"));
    }
  }

  private void listed(String what, List<String> texts) {
    if (!texts.isEmpty()) {
      page.paragraph(INDENT, phrases.say("whyNot/" + what, "texts", String.join(", ", texts)));
    }
  }
}
