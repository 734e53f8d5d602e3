package dev.mabsplan.engine.render;

import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.pack.ErrorCode.Kind;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Catalogued;
import dev.mabsplan.engine.plan.Escalation;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.plan.UnexplainedError;
import dev.mabsplan.engine.plan.UnusedFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a plan as Markdown for a ticket: each problem with a fingerprint by which it is known
 * again, and the steps as an ordered list with boxes to tick. What comes from facts is text and
 * never markup.
 */
public final class PlanMarkdown {

  /** What a chat message takes, in bytes of UTF-8, with room for what is around it. */
  static final int MOST_OF_A_CARD = 28_000;

  /** Names and messages that are longer tell nothing more in a chat message. */
  private static final int MOST_OF_A_TEXT = 400;

  private final Plan plan;
  private final Detail detail;
  private final Fold fold;
  private final Terms terms;
  private final Phrases phrases;
  private final StepMarkdown steps;
  private final List<String> blocks = new ArrayList<>();

  private PlanMarkdown(Plan plan, Detail detail, Fold fold) {
    this.plan = plan;
    this.detail = detail;
    this.fold = fold;
    this.terms = new Terms(plan.language(), false);
    this.phrases = new Phrases(plan, terms);
    this.steps = new StepMarkdown(plan, terms, phrases, fold, detail);
  }

  /**
   * Returns a plan as Markdown with a line feed at its end.
   *
   * @param detail how much is told; {@link Detail#BRIEF} takes less than 28 kB, for a chat message
   */
  public static String write(Plan plan, Detail detail) {
    int levels = detail == Detail.BRIEF ? Fold.levels(plan) : 1;
    String document = "";
    for (int level = 0; level < levels; level++) {
      PlanMarkdown markdown = new PlanMarkdown(plan, detail, Fold.of(plan, level));
      document = joined(markdown.written());
      if (detail != Detail.BRIEF || bytes(document) < MOST_OF_A_CARD) {
        return document;
      }
    }
    return new PlanMarkdown(plan, detail, Fold.of(plan, levels - 1)).cut();
  }

  /** Returns a text that is shown as it is, in one line, whatever it holds. */
  public static String text(String text) {
    return Markdown.text(text);
  }

  static String said(String text, Detail detail) {
    boolean whole = detail != Detail.BRIEF || text.length() <= MOST_OF_A_TEXT;
    return Markdown.text(whole ? text : text.substring(0, MOST_OF_A_TEXT) + "…");
  }

  private static String joined(List<String> blocks) {
    return String.join("\n\n", blocks) + "\n";
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** What stands last goes first; nothing in between is left away. */
  private String cut() {
    List<String> all = written();
    List<String> kept = new ArrayList<>(all);
    String document = joined(kept);
    while (bytes(document) >= MOST_OF_A_CARD) {
      kept.remove(kept.size() - 1);
      List<String> told = new ArrayList<>(kept);
      told.add(say(terms.count("shortened", all.size() - kept.size())));
      document = joined(told);
    }
    return document;
  }

  private List<String> written() {
    blocks.clear();
    heading(1, terms.word("plan"));
    plan.observedAt()
        .ifPresent(time -> paragraph(terms.word("observed", "time", Phrases.time(time))));
    problems();
    phrases.candidates().forEach(this::mayBe);
    steps();
    if (!phrases.open().isEmpty()) {
      heading(2, terms.word("questions"));
      phrases.open().forEach(question -> blocks.add(steps.write(question)));
    }
    plan.escalation().ifPresent(this::escalation);
    unexplained();
    plan.catalogued().forEach(this::catalogued);
    if (!fold.exclusions()) {
      excluded();
    }
    unused();
    site();
    folded();
    return blocks;
  }

  private void problems() {
    heading(2, terms.word("problems"));
    if (plan.problems().isEmpty()) {
      paragraph(phrases.nothing());
    }
    for (int i = 0; i < plan.problems().size(); i++) {
      PlannedProblem problem = plan.problems().get(i);
      if (phrases.beginsApart(i)) {
        paragraph(terms.word("also"));
      }
      List<String> lines = new ArrayList<>();
      lines.add("**" + say(phrases.problem(i)) + "**");
      phrases.below(problem).forEach(line -> lines.add(say(line)));
      String hash = Markdown.code(problem.fingerprint());
      lines.add(terms.word("fingerprint", "hash", hash));
      blocks.add(Markdown.item((i + 1) + ". ", List.of(String.join("  \n", lines))));
    }
  }

  private void mayBe(String headline, List<Candidate> candidates) {
    heading(2, terms.word("mayBe", "problem", candidates.get(0).problem()));
    if (!headline.isEmpty()) {
      paragraph(phrases.quoted(headline));
    }
    candidates.forEach(candidate -> blocks.add(candidate(candidate)));
  }

  private String candidate(Candidate candidate) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "**" + say(phrases.candidate(candidate)) + "** " + Markdown.code(candidate.problem()));
    parts.add(labelled("because", String.join("; ", candidate.because())));
    candidate
        .code()
        .ifPresent(
            code ->
                parts.add(
                    say(terms.word("family", "page", "")) + " " + Markdown.link(code.page())));
    parts.add(labelled("settle", Terms.capital(candidate.settledBy())));
    candidate.question().flatMap(steps::command).ifPresent(parts::add);
    candidate
        .next()
        .ifPresent(
            next ->
                parts.add(
                    labelled("next", next.title() + " (" + terms.minutes(next.minutes()) + ")")
                        + " "
                        + Markdown.code(next.remedy())));
    return Markdown.item("- ", parts);
  }

  private void steps() {
    if (plan.steps().isEmpty()) {
      return;
    }
    heading(2, terms.word("steps"));
    List<Optional<String>> headings = phrases.headings();
    for (int i = 0; i < plan.steps().size(); i++) {
      headings.get(i).ifPresent(text -> heading(3, text));
      blocks.add(steps.write(plan.steps().get(i)));
    }
    if (detail != Detail.BRIEF) {
      StepChart.of(plan, terms, phrases)
          .ifPresent(
              chart -> {
                heading(3, terms.word("flow/heading"));
                blocks.add(Markdown.block("mermaid", chart));
              });
    }
  }

  private void escalation(Escalation escalation) {
    heading(2, escalation.title());
    blocks.add(list(phrases.send(escalation)));
  }

  private void excluded() {
    if (!plan.excluded().isEmpty()) {
      heading(2, terms.word("excluded"));
      phrases.excluded().forEach(this::excluded);
    }
  }

  private void excluded(String why, List<Excluded> remedies) {
    List<String> titles = remedies.stream().map(Excluded::title).distinct().toList();
    String ids =
        detail == Detail.BRIEF
            ? ""
            : remedies.stream()
                .map(Excluded::remedy)
                .distinct()
                .map(id -> " " + Markdown.code(id))
                .reduce("", String::concat);
    blocks.add("- " + say(String.join("; ", titles) + ": " + why) + ids);
  }

  private void unexplained() {
    if (!plan.unexplained().isEmpty()) {
      heading(2, terms.word("unexplained"));
      for (UnexplainedError error : plan.unexplained()) {
        blocks.add("- " + say(phrases.said(error.headline(), error.ids())));
      }
    }
  }

  private void catalogued(Catalogued told) {
    ErrorCode code = told.code();
    String kind = code.kind() == Kind.INPUT ? "input" : "told";
    blocks.add(
        Markdown.item(
            "- ",
            List.of(
                say(phrases.quoted(told.headline())),
                say(
                    terms.word(
                        "catalogued/" + kind,
                        "id",
                        String.valueOf(code.id()),
                        "clue",
                        code.clue())),
                Markdown.link(code.page()))));
  }

  private void site() {
    if (plan.site().isPresent()) {
      heading(2, terms.word("site/heading", "name", plan.site().orElseThrow().name()));
      blocks.add(list(phrases.site()));
    }
  }

  private void unused() {
    if (plan.unused().counts().isEmpty()) {
      return;
    }
    heading(2, terms.word("unused"));
    List<String> facts = new ArrayList<>();
    plan.unused().named().forEach(fact -> facts.add(fact.toString()));
    phrases.unnamed().ifPresent(facts::add);
    for (UnusedFacts.Slip slip : plan.unused().slips()) {
      facts.add(terms.word("slip", "fact", slip.fact().toString(), "near", slip.near()));
    }
    blocks.add(list(facts));
  }

  private void folded() {
    List<String> what = new ArrayList<>();
    long remedies =
        plan.steps().stream()
            .filter(step -> step.kind() != Step.Kind.UNDO)
            .filter(step -> fold.titlesOnly().contains(step.number()))
            .count();
    if (remedies > 0) {
      what.add(terms.count("foldedRemedies", Math.toIntExact(remedies)));
    }
    long commands =
        plan.questions().stream().filter(question -> question.command().isPresent()).count();
    if (fold.longCommands() && commands > 0) {
      what.add(terms.count("foldedCommands", Math.toIntExact(commands)));
    }
    if (fold.exclusions() && !plan.excluded().isEmpty()) {
      what.add(terms.count("foldedExclusions", plan.excluded().size()));
    }
    if (!what.isEmpty()) {
      paragraph(terms.word("folded", "what", String.join(", ", what)));
    }
  }

  private void heading(int level, String text) {
    blocks.add("#".repeat(level) + " " + say(text));
  }

  private void paragraph(String text) {
    blocks.add(say(text));
  }

  private String labelled(String label, String text) {
    return "*" + say(Terms.capital(terms.word("labels/" + label))) + ":* " + say(text);
  }

  private String list(List<String> texts) {
    return String.join("\n", texts.stream().map(text -> "- " + say(text)).toList());
  }

  private String say(String text) {
    return said(text, detail);
  }
}
