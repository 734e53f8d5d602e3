package dev.mabsplan.engine.render;

import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.pack.ErrorCode.Kind;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Catalogued;
import dev.mabsplan.engine.plan.Escalation;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.plan.UnexplainedError;
import dev.mabsplan.engine.plan.UnusedFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes a plan as text for a person at a terminal: what is wrong, what to do first and why, how to
 * see that it helped, and what to do if it did not.
 */
public final class PlanText {

  /** The width of a terminal nobody asked about. */
  public static final int USUAL_WIDTH = 80;

  private static final int NARROWEST = 40;
  private static final int ROWS_OF_A_SCREEN = 50;
  private static final int COMMAND_INDENT = Page.INDENT + 2;

  private final Plan plan;
  private final Detail detail;
  private final Fold fold;
  private final Terms terms;
  private final Phrases phrases;
  private final Page page;
  private final QuestionText questions;
  private final StepText steps;

  private PlanText(Plan plan, int width, boolean bold, Detail detail, Fold fold) {
    this.plan = plan;
    this.detail = detail;
    this.fold = fold;
    this.terms = new Terms(plan.language(), width <= USUAL_WIDTH);
    this.phrases = new Phrases(plan, terms);
    this.page = new Page(width, bold, terms.longestLabel());
    this.questions = new QuestionText(page, terms, phrases, !fold.longCommands());
    this.steps = new StepText(plan, page, terms, phrases, fold, questions, detail == Detail.LEDGER);
  }

  /**
   * Returns a plan as text.
   *
   * @param width columns to keep to, at least 40; commands are never broken
   * @param bold whether titles are set bold with ANSI sequences
   * @param detail how much is told; {@link Detail#BRIEF} keeps to two screens, and one more for
   *     each further problem, as far as what is certain lets it
   */
  public static String write(Plan plan, int width, boolean bold, Detail detail) {
    int columns = Math.max(NARROWEST, width);
    int most = ROWS_OF_A_SCREEN * (1 + Math.max(1, plan.problems().size()));
    int whole = 0;
    int shortest = detail == Detail.BRIEF ? Fold.levels(plan) - 1 : 0;
    while (whole < shortest) {
      int tried = whole == 0 ? 0 : (whole + shortest) / 2;
      if (page(plan, columns, bold, detail, tried).rows() <= most) {
        shortest = tried;
      } else {
        whole = tried + 1;
      }
    }
    return page(plan, columns, bold, detail, shortest).toString();
  }

  /** Returns what is wrong. */
  public static String problems(Plan plan, int width, boolean bold) {
    return part(plan, width, bold, PlanText::problems);
  }

  /** Returns one step of a plan whole, with its risk in words. */
  public static String step(Plan plan, Step step, int width, boolean bold) {
    return part(plan, width, bold, text -> text.steps.alone(step));
  }

  /** Returns some of what is worth finding out. */
  public static String questions(Plan plan, List<Question> asked, int width, boolean bold) {
    return part(plan, width, bold, text -> text.questions.all(asked));
  }

  /** Returns what errors may be, as a list to choose from. */
  public static String choice(Plan plan, List<Candidate> candidates, int width, boolean bold) {
    return part(plan, width, bold, text -> text.choice(candidates));
  }

  /** Returns what is left where no step is: whom to ask, and what no rule explains. */
  public static String ending(Plan plan, int width, boolean bold) {
    return part(
        plan,
        width,
        bold,
        text -> {
          plan.escalation().ifPresent(text::escalation);
          text.unexplained();
          text.catalogued();
        });
  }

  private static String part(Plan plan, int width, boolean bold, Consumer<PlanText> part) {
    PlanText text =
        new PlanText(plan, Math.max(NARROWEST, width), bold, Detail.ALL, Fold.of(plan, 0));
    part.accept(text);
    return text.page.toString();
  }

  private static Page page(Plan plan, int columns, boolean bold, Detail detail, int level) {
    return new PlanText(plan, columns, bold, detail, Fold.of(plan, level)).written();
  }

  private Page written() {
    problems();
    candidates();
    steps();
    plan.escalation().ifPresent(this::escalation);
    if (!fold.exclusions()) {
      excluded();
    }
    unexplained();
    catalogued();
    unused();
    site();
    folded();
    return page;
  }

  private void site() {
    if (plan.site().isPresent()) {
      page.blank();
      page.heading(terms.word("site/heading", "name", plan.site().orElseThrow().name()));
      phrases.site().forEach(said -> page.paragraph(2, said));
    }
  }

  private void problems() {
    if (plan.problems().isEmpty()) {
      page.paragraph(0, phrases.nothing());
    }
    for (int i = 0; i < plan.problems().size(); i++) {
      if (phrases.beginsApart(i)) {
        page.blank();
        page.heading(terms.word("also"));
      } else if (i > 0 && (problemHasMore(i) || problemHasMore(i - 1))) {
        page.blank();
      }
      problem(i);
    }
  }

  private boolean problemHasMore(int index) {
    return !plan.problems().get(index).recognizedBy().isEmpty();
  }

  private void problem(int index) {
    String number = plan.problems().size() > 1 ? "[" + (index + 1) + "] " : "";
    page.heading(number + phrases.problem(index));
    phrases
        .below(plan.problems().get(index))
        .forEach(line -> page.paragraph(number.length(), line));
  }

  /** What is worth finding out stands before what it decides; titles alone stand close. */
  private void steps() {
    List<Optional<String>> headings = phrases.headings();
    boolean asked = false;
    boolean close = false;
    for (int i = 0; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      if (!asked && !step.status().certain() && step.kind() != Step.Kind.LOOK_FIRST) {
        questions.all(phrases.open());
        asked = true;
      }
      if (headings.get(i).isPresent()) {
        page.blank();
        page.heading(headings.get(i).orElseThrow());
        close = false;
      }
      boolean titleOnly = fold.titlesOnly().contains(step.number());
      if (!close || !titleOnly) {
        page.blank();
      }
      steps.write(step);
      close = titleOnly;
    }
    if (!asked) {
      questions.all(phrases.open());
    }
  }

  private void escalation(Escalation escalation) {
    page.blank();
    page.title(escalation.number(), escalation.title(), List.of());
    phrases.send(escalation).forEach(page::bullet);
  }

  private void excluded() {
    if (plan.excluded().isEmpty()) {
      return;
    }
    page.blank();
    page.heading(terms.word("excluded"));
    phrases.excluded().forEach(this::excluded);
  }

  /** What is left out for one reason is told together. */
  private void excluded(String why, List<Excluded> remedies) {
    List<String> titles = remedies.stream().map(Excluded::title).distinct().toList();
    page.paragraph(2, String.join("; ", titles) + ": " + why);
    if (detail != Detail.BRIEF) {
      remedies.stream().map(Excluded::remedy).distinct().forEach(id -> page.line(4, id));
    }
  }

  private void candidates() {
    phrases.candidates().forEach(this::mayBe);
  }

  private void mayBe(String headline, List<Candidate> candidates) {
    page.blank();
    page.heading(terms.word("mayBe", "problem", candidates.get(0).problem()));
    if (!headline.isEmpty()) {
      page.paragraph(0, phrases.quoted(headline));
    }
    for (Candidate candidate : candidates) {
      page.paragraph(2, phrases.candidate(candidate));
      told(candidate);
    }
  }

  private void told(Candidate candidate) {
    page.line(Page.INDENT, candidate.problem());
    labelled("because", String.join("; ", candidate.because()));
    candidate
        .code()
        .ifPresent(code -> page.paragraph(Page.INDENT, terms.word("family", "page", code.page())));
    settle(candidate);
    candidate.next().ifPresent(next -> labelled("next", next(next)));
  }

  private void choice(List<Candidate> candidates) {
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      page.title(String.valueOf(i + 1), phrases.candidate(candidate), List.of());
      told(candidate);
    }
  }

  private void catalogued() {
    for (Catalogued told : plan.catalogued()) {
      ErrorCode code = told.code();
      page.blank();
      page.paragraph(0, phrases.quoted(told.headline()));
      String kind = code.kind() == Kind.INPUT ? "input" : "told";
      page.paragraph(
          2,
          terms.word("catalogued/" + kind, "id", String.valueOf(code.id()), "clue", code.clue()));
      page.line(2, code.page());
    }
  }

  private void settle(Candidate candidate) {
    List<Question> asked = candidate.question().stream().toList();
    List<String> shells = questions.shells(asked, COMMAND_INDENT);
    String beside = shells.isEmpty() ? "" : " (" + String.join(", ", shells) + ")";
    labelled("settle", Terms.capital(candidate.settledBy()) + beside);
    questions.commands(asked, COMMAND_INDENT);
  }

  private String next(Candidate.Next next) {
    return next.title() + " (" + terms.minutes(next.minutes()) + "): " + next.remedy();
  }

  private void labelled(String label, String text) {
    page.labelled(terms.word("labels/" + label), List.of(text));
  }

  private void unexplained() {
    if (plan.unexplained().isEmpty()) {
      return;
    }
    page.blank();
    page.heading(terms.word("unexplained"));
    for (UnexplainedError error : plan.unexplained()) {
      page.paragraph(2, phrases.said(error.headline(), error.ids()));
    }
  }

  private void unused() {
    if (plan.unused().counts().isEmpty()) {
      return;
    }
    page.blank();
    page.paragraph(0, terms.word("unused"));
    plan.unused().named().forEach(fact -> page.line(2, fact.toString()));
    phrases.unnamed().ifPresent(line -> page.paragraph(2, line));
    for (UnusedFacts.Slip slip : plan.unused().slips()) {
      page.paragraph(2, terms.word("slip", "fact", slip.fact().toString(), "near", slip.near()));
    }
  }

  /** What is not there is said, and how to see it. */
  private void folded() {
    List<String> what = new ArrayList<>();
    long remedies =
        plan.steps().stream()
            .filter(step -> step.kind() != Step.Kind.UNDO)
            .filter(step -> fold.titlesOnly().contains(step.number()))
            .count();
    if (fold.remediesOfChecks()) {
      remedies += plan.steps().stream().mapToLong(step -> step.looks().size()).sum();
    }
    if (remedies > 0) {
      what.add(terms.count("foldedRemedies", Math.toIntExact(remedies)));
    }
    if (questions.foldedCommands() > 0) {
      what.add(terms.count("foldedCommands", questions.foldedCommands()));
    }
    if (fold.exclusions() && !plan.excluded().isEmpty()) {
      what.add(terms.count("foldedExclusions", plan.excluded().size()));
    }
    if (!what.isEmpty()) {
      page.blank();
      page.paragraph(0, terms.word("folded", "what", String.join(", ", what)));
    }
  }
}
