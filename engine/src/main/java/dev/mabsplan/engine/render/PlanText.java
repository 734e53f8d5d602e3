package dev.mabsplan.engine.render;

import dev.mabsplan.engine.order.Standing;
import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.pack.ErrorCode.Kind;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Catalogued;
import dev.mabsplan.engine.plan.Escalation;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.plan.UnexplainedError;
import dev.mabsplan.engine.plan.UnusedFacts;
import dev.mabsplan.facts.Server;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private final Plan plan;
  private final Detail detail;
  private final Fold fold;
  private final Terms terms;
  private final Page page;
  private final QuestionText questions;
  private final StepText steps;

  private PlanText(Plan plan, int width, boolean bold, Detail detail, Fold fold) {
    this.plan = plan;
    this.detail = detail;
    this.fold = fold;
    this.terms = new Terms(plan.language(), width <= USUAL_WIDTH);
    this.page = new Page(width, bold, terms.longestLabel());
    this.questions = new QuestionText(page, terms, !fold.longCommands());
    this.steps = new StepText(plan, page, terms, fold, questions, detail == Detail.LEDGER);
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
    folded();
    return page;
  }

  private void problems() {
    if (plan.problems().isEmpty()) {
      boolean reported =
          !plan.unexplained().isEmpty()
              || !plan.candidates().isEmpty()
              || !plan.catalogued().isEmpty();
      page.paragraph(0, terms.word(reported ? "nothingKnown" : "nothing"));
    }
    for (int i = 0; i < plan.problems().size(); i++) {
      if (isApart(i) && (i == 0 || !isApart(i - 1))) {
        page.blank();
        page.heading(terms.word("also"));
      } else if (i > 0 && (problemHasMore(i) || problemHasMore(i - 1))) {
        page.blank();
      }
      problem(i);
    }
  }

  /** What bears on nothing that was reported is told apart; beside nothing it need not be. */
  private boolean isApart(int index) {
    return plan.problems().get(index).standing() == Standing.APART
        && plan.problems().stream().anyMatch(one -> one.standing() == Standing.REPORTED);
  }

  private boolean problemHasMore(int index) {
    return !plan.problems().get(index).recognizedBy().isEmpty();
  }

  private void problem(int index) {
    PlannedProblem problem = plan.problems().get(index);
    String number = plan.problems().size() > 1 ? "[" + (index + 1) + "] " : "";
    String title =
        problem.standing() == Standing.MAY_BE_WHY
            ? terms.word("mayBeWhy", "problem", problem.title())
            : problem.title();
    page.heading(number + Terms.capital(whose(problem)) + ": " + title);
    problem.recognizedBy().stream()
        .map(error -> said(error.headline(), error.ids()))
        .distinct()
        .forEach(error -> page.paragraph(number.length(), error));
    problem
        .lastRecoveryPoint()
        .map(this::lastRecoveryPoint)
        .ifPresent(line -> page.paragraph(number.length(), line));
  }

  /** A server that nobody named says nothing beside one that somebody did. */
  private String whose(PlannedProblem problem) {
    String server = terms.server(problem.server());
    String backup = problem.backupServer();
    if (problem.server().equals(backup) || backup.equals(Server.UNNAMED_BACKUP_SERVER)) {
      return server;
    }
    return problem.server().equals(Server.UNNAMED_PROTECTED_SERVER)
        ? terms.word("unnamed/protectedBy", "backup", backup)
        : terms.word("protectedBy", "server", server, "backup", backup);
  }

  /**
   * An error that has only a number is not quoted; one that has words is followed by its numbers.
   */
  private String said(String headline, List<Integer> ids) {
    String numbers = "ID " + String.join(", ", ids.stream().map(String::valueOf).toList());
    if (headline.matches("\\(?ID:? ?\\d+\\)?")) {
      return numbers;
    }
    boolean told = ids.stream().allMatch(id -> headline.contains(String.valueOf(id)));
    return terms.word("quoted", "text", headline) + (told ? "" : " (" + numbers + ")");
  }

  private String lastRecoveryPoint(Instant time) {
    return terms.word("lastRecoveryPoint", "time", TIME.format(time.atOffset(ZoneOffset.UTC)))
        + plan.observedAt().map(now -> age(time, now)).orElse("");
  }

  private String age(Instant then, Instant now) {
    long hours = Duration.between(then, now).toHours();
    if (hours < 0) {
      return "";
    }
    int days = Math.toIntExact(hours / 24);
    return " ("
        + (hours < 48 ? terms.count("hoursAgo", (int) hours) : terms.count("daysAgo", days))
        + ")";
  }

  /** What is worth finding out stands before what it decides; titles alone stand close. */
  private void steps() {
    boolean certain = false;
    boolean asked = false;
    boolean close = false;
    String heading = "";
    for (Step step : plan.steps()) {
      if (!asked && !step.status().certain() && step.kind() != Step.Kind.LOOK_FIRST) {
        questions.all(plan);
        asked = true;
      }
      String above = heading(step, certain);
      if (!above.isEmpty() && !above.equals(heading)) {
        page.blank();
        page.heading(terms.word(above));
        heading = above;
        close = false;
      }
      boolean titleOnly = fold.titlesOnly().contains(step.number());
      if (!close || !titleOnly) {
        page.blank();
      }
      steps.write(step);
      close = titleOnly;
      certain = certain || step.status().certain();
    }
    if (!asked) {
      questions.all(plan);
    }
  }

  /** Returns what is said above a step, or nothing. */
  private String heading(Step step, boolean certainBefore) {
    if (step.risk() == Risk.DESTRUCTIVE) {
      return "destructive";
    }
    if (isApart(step)) {
      return "also";
    }
    if (step.status().certain()) {
      return "";
    }
    if (certainBefore) {
      return several() ? "ifMore" : "ifNot";
    }
    return step.kind() == Step.Kind.LOOK_FIRST ? "" : "tryInOrder";
  }

  /** Facts that may be why are no further problems to the one who reported one. */
  private boolean several() {
    long reported =
        plan.problems().stream().filter(one -> one.standing() == Standing.REPORTED).count();
    return reported > 0 ? reported > 1 : plan.problems().size() > 1;
  }

  private boolean isApart(Step step) {
    return !step.problems().isEmpty()
        && step.problems().stream().allMatch(asker -> isApart(asker.problem() - 1));
  }

  private void escalation(Escalation escalation) {
    page.blank();
    page.title(escalation.number(), escalation.title(), List.of());
    escalation.send().forEach(page::bullet);
    for (Escalation.Section section : escalation.problems()) {
      if (!section.tried().isEmpty()) {
        page.bullet(
            terms.word(
                "tried",
                "problem",
                String.valueOf(section.problem()),
                "remedies",
                String.join(", ", section.tried())));
      }
    }
  }

  private void excluded() {
    if (plan.excluded().isEmpty()) {
      return;
    }
    page.blank();
    page.heading(terms.word("excluded"));
    Map<String, List<Excluded>> byReason = new LinkedHashMap<>();
    plan.excluded()
        .forEach(one -> byReason.computeIfAbsent(why(one), why -> new ArrayList<>()).add(one));
    byReason.forEach(this::excluded);
  }

  private String why(Excluded excluded) {
    String reasons =
        String.join("; ", excluded.reasons().stream().map(Reason::text).distinct().toList());
    return reasons.contains(excluded.server())
        ? reasons
        : reasons + " (" + terms.shortServer(excluded.server()) + ")";
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
    Map<String, List<Candidate>> byError = new LinkedHashMap<>();
    plan.candidates()
        .forEach(one -> byError.computeIfAbsent(one.headline(), h -> new ArrayList<>()).add(one));
    byError.forEach(this::mayBe);
  }

  private void mayBe(String headline, List<Candidate> candidates) {
    page.blank();
    page.heading(terms.word("mayBe", "problem", candidates.get(0).problem()));
    if (!headline.isEmpty()) {
      page.paragraph(0, terms.word("quoted", "text", headline));
    }
    for (Candidate candidate : candidates) {
      String server = terms.server(candidate.server());
      String whose = candidate.dataSource().map(source -> source + ", " + server).orElse(server);
      page.paragraph(2, Terms.capital(candidate.title()) + " (" + whose + ")");
      page.line(Page.INDENT, candidate.problem());
      labelled("because", String.join("; ", candidate.because()));
      candidate
          .code()
          .ifPresent(
              code -> page.paragraph(Page.INDENT, terms.word("family", "page", code.page())));
      settle(candidate);
      candidate.next().ifPresent(next -> labelled("next", next(next)));
    }
  }

  private void catalogued() {
    for (Catalogued told : plan.catalogued()) {
      ErrorCode code = told.code();
      page.blank();
      page.paragraph(0, terms.word("quoted", "text", told.headline()));
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
      page.paragraph(2, said(error.headline(), error.ids()));
    }
  }

  private void unused() {
    if (plan.unused().counts().isEmpty()) {
      return;
    }
    page.blank();
    page.paragraph(0, terms.word("unused"));
    plan.unused().named().forEach(fact -> page.line(2, fact.toString()));
    if (plan.unused().unnamed() > 0) {
      List<String> counts =
          plan.unused().counts().entrySet().stream()
              .map(count -> count.getValue() + " " + count.getKey())
              .toList();
      String more = String.valueOf(plan.unused().unnamed());
      page.paragraph(2, terms.word("more", "n", more, "counts", String.join(", ", counts)));
    }
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
