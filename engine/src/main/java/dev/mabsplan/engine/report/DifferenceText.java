package dev.mabsplan.engine.report;

import dev.mabsplan.engine.compare.PlanDifference;
import dev.mabsplan.engine.compare.PlanDifference.Changed;
import dev.mabsplan.engine.compare.PlanDifference.Moved;
import dev.mabsplan.engine.compare.PlanDifference.Sides;
import dev.mabsplan.engine.compare.PlanGist.Asked;
import dev.mabsplan.engine.compare.PlanGist.LeftOut;
import dev.mabsplan.engine.compare.PlanGist.Problem;
import dev.mabsplan.engine.compare.PlanGist.Step;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.OwnWords;
import dev.mabsplan.engine.render.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes for people what differs between two plans. */
public final class DifferenceText {

  private static final int INDENT = 2;
  private static final int BELOW = 7;

  private final PlanDifference difference;
  private final Page page;
  private final OwnWords phrases;

  private DifferenceText(PlanDifference difference, Page page, OwnWords phrases) {
    this.difference = difference;
    this.page = page;
    this.phrases = phrases;
  }

  /**
   * Returns what differs, in the language of the plans.
   *
   * @param width columns to keep to; ids and addresses are never broken
   * @param bold whether headings may be set bold by escape sequences
   */
  public static String write(PlanDifference difference, int width, boolean bold) {
    Language language = Language.tagged(difference.language()).orElse(Language.ENGLISH);
    return new DifferenceText(difference, new Page(width, bold), OwnWords.of("report", language))
        .text();
  }

  private String text() {
    if (difference.isEmpty()) {
      return page.paragraph(0, phrases.say("difference/none")).text();
    }
    sides("problems", difference.problems(), this::problem, this::problem);
    sides("steps", difference.steps(), this::gone, this::added);
    part("moved", difference.moved(), this::moved);
    part("changed", difference.changed(), this::changed);
    sides("leftOut", leftOut(), this::leftOut, this::leftOut);
    sides("questions", difference.questions(), this::asked, this::asked);
    sides(
        "candidates",
        difference.candidates(),
        may -> titled(may.title(), may.problem()),
        may -> titled(may.title(), may.problem()));
    sides("unexplained", difference.unexplained(), this::said, this::said);
    return page.text().stripTrailing() + "\n";
  }

  private <T> void sides(String what, Sides<T> sides, Consumer<T> gone, Consumer<T> added) {
    part(what + "/gone", sides.gone(), gone);
    part(what + "/added", sides.added(), added);
  }

  private <T> void part(String heading, List<T> parts, Consumer<T> write) {
    if (!parts.isEmpty()) {
      page.heading(phrases.say("difference/" + heading));
      parts.forEach(write);
      page.blank();
    }
  }

  private void problem(Problem problem) {
    titled(problem.title() + place(problem.server(), problem.dataSource()), problem.id());
  }

  private void titled(String title, String id) {
    page.paragraph(INDENT, capital(title));
    page.line(BELOW, id);
  }

  private void step(String number, Step step) {
    String title = step.title() + place(step.server(), step.dataSource());
    String margin = Page.pad(number, BELOW - INDENT - 2) + "  ";
    for (String line : Printable.lines(title, page.width() - INDENT - margin.length())) {
      page.line(INDENT, margin + line);
      margin = " ".repeat(margin.length());
    }
    if (!step.remedy().isEmpty()) {
      page.line(BELOW, step.remedy());
    }
  }

  private void gone(Step step) {
    step(step.number(), step);
    difference
        .whyGone(step)
        .ifPresentOrElse(
            this::why, () -> page.paragraph(BELOW, phrases.say("difference/nobodyAsks")));
  }

  private void added(Step step) {
    step(step.number(), step);
    page.paragraph(BELOW, phrases.say("status/" + step.status()));
    step.because().forEach(text -> phrase("because", text));
    difference
        .whyNotBefore(step)
        .ifPresent(left -> left.because().forEach(text -> phrase("wasLeftOut", text)));
  }

  private void moved(Moved moved) {
    step(moved.before().number() + " → " + moved.after().number(), moved.after());
  }

  private void changed(Changed changed) {
    step(changed.after().number(), changed.after());
    if (changed.isSurer()) {
      page.paragraph(
          BELOW,
          phrases.say(
              "difference/statusWas",
              "before",
              phrases.say("status/" + changed.before().status()),
              "after",
              phrases.say("status/" + changed.after().status())));
    }
    changed.because().gone().forEach(text -> phrase("no", text));
    changed.because().added().forEach(text -> phrase("because", text));
    changed.items().gone().forEach(item -> page.line(BELOW, "- " + item));
    changed.items().added().forEach(item -> page.line(BELOW, "+ " + item));
  }

  /** What a step that came or went says needs no saying here. */
  private Sides<LeftOut> leftOut() {
    List<Optional<LeftOut>> told =
        difference.steps().gone().stream().map(difference::whyGone).toList();
    List<Optional<LeftOut>> toldBefore =
        difference.steps().added().stream().map(difference::whyNotBefore).toList();
    return new Sides<>(
        difference.leftOut().gone().stream()
            .filter(left -> !toldBefore.contains(Optional.of(left)))
            .toList(),
        difference.leftOut().added().stream()
            .filter(left -> !told.contains(Optional.of(left)))
            .toList());
  }

  private void leftOut(LeftOut left) {
    titled(left.title() + place(left.server(), left.dataSource()), left.remedy());
    why(left);
  }

  private void why(LeftOut left) {
    String verdict = phrases.say("verdict/" + left.verdict());
    left.because()
        .forEach(
            text ->
                page.paragraph(
                    BELOW, phrases.say("difference/leftOutAs", "verdict", verdict, "text", text)));
  }

  private void asked(Asked asked) {
    page.paragraph(INDENT, capital(asked.label()));
    asked.facts().forEach(fact -> page.line(BELOW, fact));
  }

  private void said(String headline) {
    page.paragraph(INDENT, headline);
  }

  private void phrase(String phrase, String text) {
    page.paragraph(BELOW, phrases.say("difference/" + phrase, "text", text));
  }

  private String place(String server, Optional<String> dataSource) {
    return " (" + phrases.server(server) + dataSource.map(name -> ", " + name).orElse("") + ")";
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
