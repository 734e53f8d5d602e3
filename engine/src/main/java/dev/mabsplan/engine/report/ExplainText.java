package dev.mabsplan.engine.report;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.OwnWords;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.render.Printable;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes for people the chain of each step: facts, rules, problems, its place in the order. */
public final class ExplainText {

  private static final int INDENT = 5;
  private static final int BELOW = 7;

  private final Plan plan;
  private final Page page;
  private final OwnWords phrases;

  private ExplainText(Plan plan, Page page, OwnWords phrases) {
    this.plan = plan;
    this.page = page;
    this.phrases = phrases;
  }

  /**
   * Returns the chains of some steps of a plan.
   *
   * @param width columns to keep to; ids and addresses are never broken
   * @param bold whether headings may be set bold by escape sequences
   */
  public static String write(Plan plan, Collection<Step> steps, int width, boolean bold) {
    ExplainText text =
        new ExplainText(plan, new Page(width, bold), OwnWords.of("report", plan.language()));
    steps.forEach(text::step);
    return text.page.text().stripTrailing() + "\n";
  }

  private void step(Step step) {
    String margin = Page.pad(step.number(), INDENT - 2) + "  ";
    String title = step.title() + " (" + phrases.server(step.server()) + ")";
    for (String line : Printable.lines(title, page.width() - margin.length())) {
      page.heading(margin + line);
      margin = " ".repeat(INDENT);
    }
    if (!step.remedy().isEmpty()) {
      page.line(INDENT, step.remedy());
    }
    page.line(
        INDENT,
        phrases.say(
            "explain/status", "status", phrases.say("status/" + Kebab.word(step.status()))));
    step.reasons().forEach(reason -> reason(INDENT, reason));
    Set<String> told = new LinkedHashSet<>();
    for (Step.Asker asker : step.problems()) {
      asker(asker, told);
    }
    page.line(INDENT, phrases.say("explain/place"));
    step.ledger().forEach(text -> page.paragraph(BELOW, text));
    page.blank();
  }

  private void asker(Step.Asker asker, Set<String> told) {
    PlannedProblem problem = plan.problems().get(asker.problem() - 1);
    String number = String.valueOf(asker.problem());
    page.paragraph(
        INDENT, phrases.say("explain/problem", "number", number, "title", problem.title()));
    if (told.add(number)) {
      problem.reasons().forEach(reason -> reason(BELOW, reason));
    }
  }

  private void reason(int indent, Reason reason) {
    page.paragraph(indent, reason.text());
    if (!reason.rule().isEmpty()) {
      page.line(indent + 2, phrases.say("explain/rule", "rule", reason.rule()));
    }
    facts(indent + 2, reason.facts());
  }

  private void facts(int indent, List<FactCited> facts) {
    facts.stream().distinct().forEach(fact -> page.line(indent, fact(fact)));
  }

  private String fact(FactCited fact) {
    String source = plan.source(fact.address()).map(read -> " (" + read + ")").orElse("");
    return fact.address() + " = " + fact.value() + source;
  }
}
