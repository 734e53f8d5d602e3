package dev.mabsplan.engine.render;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.order.Standing;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Place;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.Words;
import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.pack.ErrorCode.Kind;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Catalogued;
import dev.mabsplan.engine.plan.Commands;
import dev.mabsplan.engine.plan.Escalation;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Recognized;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes a plan as text for a person at a terminal: what is wrong, what to do first and why, how to
 * see that it helped, and what to do if it did not.
 */
public final class PlanText {

  /** The width of a terminal nobody asked about. */
  public static final int USUAL_WIDTH = 80;

  private static final int NARROWEST = 40;
  private static final int INDENT = 5;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private final Plan plan;
  private final int width;
  private final boolean bold;
  private final boolean ledger;
  private final Words words;
  private final int labelWidth;
  private final StringBuilder out = new StringBuilder();

  private PlanText(Plan plan, int width, boolean bold, boolean ledger) {
    this.plan = plan;
    this.width = Math.max(NARROWEST, width);
    this.bold = bold;
    this.ledger = ledger;
    this.words = Words.beside(PlanText.class, plan.language());
    this.labelWidth =
        2
            + words.sentences().entrySet().stream()
                .filter(word -> word.getKey().startsWith("labels/"))
                .mapToInt(word -> word.getValue().get(0).text().length())
                .max()
                .orElse(0);
  }

  /**
   * Returns a plan as text.
   *
   * @param width columns to keep to, at least 40; commands are never broken
   * @param bold whether titles are set bold with ANSI sequences
   * @param ledger whether each step says why it stands where it stands
   */
  public static String write(Plan plan, int width, boolean bold, boolean ledger) {
    PlanText text = new PlanText(plan, width, bold, ledger);
    text.all();
    return text.out.toString();
  }

  private void all() {
    if (plan.problems().isEmpty()) {
      boolean reported =
          !plan.unexplained().isEmpty()
              || !plan.candidates().isEmpty()
              || !plan.catalogued().isEmpty();
      paragraph(0, word(reported ? "nothingKnown" : "nothing"), false);
    }
    for (int i = 0; i < plan.problems().size(); i++) {
      if (isApart(i) && (i == 0 || !isApart(i - 1))) {
        blank();
        paragraph(0, word("also"), true);
      } else if (i > 0 && (problemHasMore(i) || problemHasMore(i - 1))) {
        blank();
      }
      problem(i);
    }
    candidates();
    steps();
    plan.escalation().ifPresent(this::escalation);
    questions();
    excluded();
    unexplained();
    catalogued();
    unused();
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
    String server = server(problem.server());
    String whose =
        problem.server().equals(problem.backupServer())
            ? server
            : word("protectedBy", "server", server, "backup", server(problem.backupServer()));
    String title =
        problem.standing() == Standing.MAY_BE_WHY
            ? word("mayBeWhy", "problem", problem.title())
            : problem.title();
    paragraph(0, number + capital(whose) + ": " + title, true);
    problem.recognizedBy().stream()
        .map(this::said)
        .distinct()
        .forEach(error -> paragraph(number.length(), error, false));
    problem
        .lastRecoveryPoint()
        .ifPresent(
            time ->
                paragraph(
                    number.length(),
                    word("lastRecoveryPoint", "time", TIME.format(time.atOffset(ZoneOffset.UTC)))
                        + plan.observedAt().map(now -> age(time, now)).orElse(""),
                    false));
  }

  /**
   * An error that has only a number is not quoted; one that has words is followed by its numbers.
   */
  private String said(Recognized error) {
    return said(error.headline(), error.ids());
  }

  private String said(String headline, List<Integer> ids) {
    String numbers = "ID " + String.join(", ", ids.stream().map(String::valueOf).toList());
    if (headline.matches("\\(?ID:? ?\\d+\\)?")) {
      return numbers;
    }
    boolean told = ids.stream().allMatch(id -> headline.contains(String.valueOf(id)));
    return word("quoted", "text", headline) + (told ? "" : " (" + numbers + ")");
  }

  private String age(Instant then, Instant now) {
    long hours = Duration.between(then, now).toHours();
    if (hours < 0) {
      return "";
    }
    return hours < 48
        ? " (" + word("hoursAgo", "n", String.valueOf(hours)) + ")"
        : " (" + word("daysAgo", "n", String.valueOf(hours / 24)) + ")";
  }

  private void steps() {
    boolean certain = false;
    String heading = "";
    for (Step step : plan.steps()) {
      String next = "";
      if (step.risk() == Risk.DESTRUCTIVE) {
        next = "destructive";
      } else if (isApart(step)) {
        next = "also";
      } else if (!step.status().certain()) {
        next = !certain ? "tryInOrder" : several() ? "ifMore" : "ifNot";
      } else {
        certain = true;
      }
      blank();
      if (!next.isEmpty() && !next.equals(heading)) {
        paragraph(0, word(next), true);
        blank();
        heading = next;
      }
      step(step);
    }
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

  private void step(Step step) {
    boolean open = !step.status().certain() && step.kind() != Step.Kind.LOOK_FIRST;
    List<String> facts = new ArrayList<>();
    List<String> problems =
        step.problems().stream().map(asker -> String.valueOf(asker.problem())).distinct().toList();
    if (problems.size() < plan.problems().size()) {
      facts.add("[" + String.join(", ", problems) + "]");
    }
    if (open) {
      facts.add(word("status/" + Kebab.word(step.status())));
    }
    if (step.risk().compareTo(Risk.DISRUPTIVE) >= 0) {
      facts.add(word("risk/" + Kebab.word(step.risk())));
    }
    facts.add(where(step));
    facts.add(minutes(step.effortMinutes()));
    title(step.number(), step.title(), facts);
    if (!step.remedy().isEmpty() && step.kind() != Step.Kind.UNDO) {
      line(INDENT, step.remedy());
    }
    labelled("because", step.reasons().stream().map(Reason::text).distinct().toList());
    step.looks().forEach(look -> look(look, step.server()));
    if (!step.items().stream().allMatch(item -> mentioned(item, step.reasons()))) {
      items(step.items());
    }
    step.loses().ifPresent(loses -> labelled("loses", loses));
    labelled("do", step.instructions());
    step.commands().ifPresent(this::commands);
    if (step.kind() != Step.Kind.LOOK_FIRST) {
      labelled("verify", step.verification().text());
      step.verification().command().ifPresent(this::command);
      step.verification().says().ifPresent(says -> command(word("says", "text", says)));
      undo(step);
      step.then().ifPresent(then -> labelled("then", word("repeat", "step", then)));
    }
    if (ledger) {
      labelled("ledger", step.ledger());
      labelled(
          "fact",
          step.reasons().stream()
              .flatMap(reason -> reason.facts().stream())
              .distinct()
              .map(this::fact)
              .toList());
      if (!step.entries().isEmpty()) {
        labelled("entries", String.join(", ", step.entries()));
      }
    }
  }

  /** Paths and names stay in one piece, so that they can be copied. */
  private void items(List<String> items) {
    label("items");
    String indent = " ".repeat(INDENT + labelWidth);
    out.append(String.join("\n" + indent, items.stream().map(Printable::of).toList())).append('\n');
  }

  private static boolean mentioned(String item, List<Reason> reasons) {
    return reasons.stream().anyMatch(reason -> reason.text().contains(item));
  }

  private String fact(FactCited fact) {
    String source = plan.source(fact.address()).map(read -> " (" + read + ")").orElse("");
    return fact.address() + " = " + fact.value() + source;
  }

  private String where(Step step) {
    if (step.place() == Place.SERVER || step.place() == Place.CONSOLE) {
      return shortServer(step.server());
    }
    return word("place/" + Kebab.word(step.place()));
  }

  private void undo(Step step) {
    if (step.undo().possible()) {
      if (!step.undo().text().isEmpty()) {
        labelled("undo", step.undo().text());
        step.undo().commands().forEach(this::command);
      } else {
        for (int i = 0; i < step.undo().commands().size(); i++) {
          if (i == 0) {
            label("undo");
            out.append(Printable.of(step.undo().commands().get(i))).append('\n');
          } else {
            command(step.undo().commands().get(i));
          }
        }
      }
    } else {
      labelled("noUndo", step.undo().text());
    }
  }

  private void commands(Commands commands) {
    String shell = word("shell/" + Kebab.word(commands.shell()));
    labelled("run", commands.elevated() ? word("elevated", "shell", shell) : shell);
    commands.lines().forEach(this::command);
  }

  /** A command stays in one piece, however long, so that it can be copied. */
  private void command(String command) {
    out.append(" ".repeat(INDENT + labelWidth)).append(Printable.of(command)).append('\n');
  }

  private void look(Step.LookFirst look, String where) {
    String labels =
        String.join("; ", look.questions().stream().map(Question::label).distinct().toList());
    bullet(
        capital(look.wanted().orElse(labels))
            + (look.server().equals(where) ? "" : " (" + shortServer(look.server()) + ")"));
    bulletContinued(word("ifNotSo", "title", look.title()));
  }

  private void escalation(Escalation escalation) {
    blank();
    title(escalation.number(), escalation.title(), List.of());
    escalation.send().forEach(this::bullet);
    for (Escalation.Section section : escalation.problems()) {
      if (!section.tried().isEmpty()) {
        bullet(
            word(
                "tried",
                "problem",
                String.valueOf(section.problem()),
                "remedies",
                String.join(", ", section.tried())));
      }
    }
  }

  private void questions() {
    if (plan.questions().isEmpty()) {
      return;
    }
    blank();
    paragraph(0, word("questions"), true);
    Map<String, List<Question>> byCommand = new LinkedHashMap<>();
    for (Question question : plan.questions()) {
      String key =
          question
              .command()
              .map(line -> question.server() + " " + line)
              .orElse(question.fact().toString());
      byCommand.computeIfAbsent(key, k -> new ArrayList<>()).add(question);
    }
    byCommand.values().forEach(this::together);
  }

  /** What one command answers is asked once. */
  private void together(List<Question> questions) {
    Question first = questions.get(0);
    Set<String> steps = new LinkedHashSet<>();
    questions.forEach(question -> steps.addAll(question.decides()));
    String labels = String.join("; ", questions.stream().map(Question::label).distinct().toList());
    String decides =
        steps.isEmpty() ? "" : "; " + word("decides", "steps", String.join(", ", steps));
    paragraph(
        2,
        capital(labels)
            + " ("
            + shortServer(first.server())
            + ", "
            + minutes(first.minutes())
            + decides
            + ")",
        false);
    first.command().ifPresent(line -> out.append("      ").append(Printable.of(line)).append('\n'));
  }

  private void excluded() {
    if (plan.excluded().isEmpty()) {
      return;
    }
    blank();
    paragraph(0, word("excluded"), true);
    for (Excluded excluded : plan.excluded()) {
      String reasons =
          String.join("; ", excluded.reasons().stream().map(Reason::text).distinct().toList());
      paragraph(
          2, excluded.title() + " (" + shortServer(excluded.server()) + "): " + reasons, false);
      line(4, excluded.remedy());
    }
  }

  private void candidates() {
    Map<String, List<Candidate>> byError = new LinkedHashMap<>();
    plan.candidates()
        .forEach(one -> byError.computeIfAbsent(one.headline(), h -> new ArrayList<>()).add(one));
    byError.forEach(this::mayBe);
  }

  private void mayBe(String headline, List<Candidate> candidates) {
    blank();
    paragraph(0, word("mayBe", "problem", candidates.get(0).problem()), true);
    if (!headline.isEmpty()) {
      paragraph(0, word("quoted", "text", headline), false);
    }
    for (Candidate candidate : candidates) {
      String server = server(candidate.server());
      String whose = candidate.dataSource().map(source -> source + ", " + server).orElse(server);
      paragraph(2, capital(candidate.title()) + " (" + whose + ")", false);
      line(INDENT, candidate.problem());
      labelled("because", String.join("; ", candidate.because()));
      candidate.code().ifPresent(code -> paragraph(INDENT, word("family", "page", code.page()), false));
      labelled("settle", candidate.settledBy());
      candidate
          .next()
          .ifPresent(
              next ->
                  labelled(
                      "next", next.title() + " (" + next.minutes() + " min): " + next.remedy()));
    }
  }

  private void catalogued() {
    for (Catalogued told : plan.catalogued()) {
      ErrorCode code = told.code();
      blank();
      paragraph(0, word("quoted", "text", told.headline()), false);
      String kind = code.kind() == Kind.INPUT ? "input" : "told";
      paragraph(
          2,
          word("catalogued/" + kind, "id", String.valueOf(code.id()), "clue", code.clue()),
          false);
      line(2, code.page());
    }
  }

  private void unexplained() {
    if (plan.unexplained().isEmpty()) {
      return;
    }
    blank();
    paragraph(0, word("unexplained"), true);
    for (UnexplainedError error : plan.unexplained()) {
      paragraph(2, said(error.headline(), error.ids()), false);
    }
  }

  private void unused() {
    if (plan.unused().counts().isEmpty()) {
      return;
    }
    blank();
    paragraph(0, word("unused"), false);
    plan.unused().named().forEach(fact -> line(2, fact.toString()));
    if (plan.unused().unnamed() > 0) {
      List<String> counts =
          plan.unused().counts().entrySet().stream()
              .map(count -> count.getValue() + " " + count.getKey())
              .toList();
      String more = String.valueOf(plan.unused().unnamed());
      paragraph(2, word("more", "n", more, "counts", String.join(", ", counts)), false);
    }
    for (UnusedFacts.Slip slip : plan.unused().slips()) {
      paragraph(2, word("slip", "fact", slip.fact().toString(), "near", slip.near()), false);
    }
  }

  private String server(String name) {
    return switch (name) {
      case Server.UNNAMED_BACKUP_SERVER -> word("unnamedBackupServer");
      case Server.UNNAMED_AGENT_SERVER -> word("unnamedAgentServer");
      case Server.UNNAMED_PROTECTED_SERVER -> word("unnamedProtectedServer");
      default -> name;
    };
  }

  private String shortServer(String name) {
    int dot = name.indexOf('.');
    return server(dot > 0 && width <= USUAL_WIDTH ? name.substring(0, dot) : name);
  }

  private String minutes(int minutes) {
    return word("minutes", "n", String.valueOf(minutes));
  }

  private String word(String path, String... values) {
    return words
        .at(path)
        .orElseThrow(() -> new IllegalStateException("there are no words at " + path))
        .fill(
            place -> {
              for (int i = 0; i < values.length; i += 2) {
                if (values[i].equals(place.name())) {
                  return values[i + 1];
                }
              }
              throw new IllegalStateException("nothing for {" + place.name() + "} at " + path);
            });
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private void title(String number, String title, List<String> facts) {
    String left = String.format(Locale.ROOT, "%3s  ", number);
    List<String> lines = Printable.lines(title, width - left.length());
    List<String> right = besides(facts);
    String last = lines.get(lines.size() - 1);
    boolean beside =
        lines.size() == 1
            && right.size() == 1
            && left.length() + last.length() + 2 + right.get(0).length() <= width;
    out.append(left)
        .append(bold ? "\u001b[1m" : "")
        .append(String.join("\n" + " ".repeat(INDENT), lines))
        .append(bold ? "\u001b[0m" : "");
    if (!beside) {
      out.append('\n');
    }
    for (String fact : right) {
      int used = beside ? left.length() + last.length() : 0;
      out.append(" ".repeat(Math.max(INDENT - used, width - used - fact.length())))
          .append(fact)
          .append('\n');
    }
  }

  /** As many to a line as go there. */
  private List<String> besides(List<String> facts) {
    List<String> lines = new ArrayList<>();
    for (String fact : facts) {
      String clean = Printable.of(fact);
      int last = lines.size() - 1;
      if (last >= 0 && lines.get(last).length() + 2 + clean.length() <= width - INDENT) {
        lines.set(last, lines.get(last) + "  " + clean);
      } else {
        lines.add(clean);
      }
    }
    return lines;
  }

  private void label(String name) {
    String label = word("labels/" + name);
    out.append(" ".repeat(INDENT)).append(label).append(" ".repeat(labelWidth - label.length()));
  }

  private void labelled(String name, String text) {
    label(name);
    List<String> lines = Printable.lines(text, width - INDENT - labelWidth);
    out.append(String.join("\n" + " ".repeat(INDENT + labelWidth), lines)).append('\n');
  }

  /** Several sentences under one label. */
  private void labelled(String name, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      if (i == 0) {
        labelled(name, texts.get(0));
      } else {
        String indent = " ".repeat(INDENT + labelWidth);
        out.append(indent)
            .append(
                String.join(
                    "\n" + indent, Printable.lines(texts.get(i), width - INDENT - labelWidth)))
            .append('\n');
      }
    }
  }

  private void bullet(String text) {
    List<String> lines = Printable.lines(text, width - INDENT - 2);
    out.append(" ".repeat(INDENT))
        .append("- ")
        .append(String.join("\n" + " ".repeat(INDENT + 2), lines))
        .append('\n');
  }

  private void bulletContinued(String text) {
    String indent = " ".repeat(INDENT + 2);
    out.append(indent)
        .append(String.join("\n" + indent, Printable.lines(text, width - INDENT - 2)))
        .append('\n');
  }

  private void paragraph(int indent, String text, boolean heading) {
    List<String> lines = Printable.lines(text, width - indent - 2);
    String margin = " ".repeat(indent);
    out.append(margin)
        .append(heading && bold ? "\u001b[1m" : "")
        .append(String.join("\n" + margin + "  ", lines))
        .append(heading && bold ? "\u001b[0m" : "")
        .append('\n');
  }

  /** An id or address stays in one piece, so that it can be copied. */
  private void line(int indent, String text) {
    out.append(" ".repeat(indent)).append(Printable.of(text)).append('\n');
  }

  private void blank() {
    out.append('\n');
  }
}
