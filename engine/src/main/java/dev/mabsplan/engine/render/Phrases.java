package dev.mabsplan.engine.render;

import dev.mabsplan.engine.order.Standing;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Place;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Escalation;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.SiteUsed;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.gathered.Address;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What every form for people says of a plan, in its language. */
final class Phrases {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private final Plan plan;
  private final Terms terms;

  Phrases(Plan plan, Terms terms) {
    this.plan = plan;
    this.terms = terms;
  }

  /** Returns what is said where there is no problem. */
  String nothing() {
    boolean reported =
        !plan.unexplained().isEmpty()
            || !plan.candidates().isEmpty()
            || !plan.catalogued().isEmpty();
    return terms.word(reported ? "nothingKnown" : "nothing");
  }

  /** Returns whose a problem is and what is wrong. */
  String problem(int index) {
    PlannedProblem problem = plan.problems().get(index);
    String title =
        problem.standing() == Standing.MAY_BE_WHY
            ? terms.word("mayBeWhy", "problem", problem.title())
            : problem.title();
    return Terms.capital(whose(problem)) + ": " + title;
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

  /** Returns the errors that a problem was recognised by, and its last recovery point. */
  List<String> below(PlannedProblem problem) {
    List<String> lines = new ArrayList<>();
    problem.recognizedBy().stream()
        .map(error -> said(error.headline(), error.ids()))
        .distinct()
        .forEach(lines::add);
    problem.lastRecoveryPoint().map(this::lastRecoveryPoint).ifPresent(lines::add);
    return lines;
  }

  /**
   * An error that has only a number is not quoted; one that has words is followed by its numbers.
   */
  String said(String headline, List<Integer> ids) {
    String numbers = "ID " + String.join(", ", ids.stream().map(String::valueOf).toList());
    if (headline.matches("\\(?ID:? ?\\d+\\)?")) {
      return numbers;
    }
    boolean told = ids.stream().allMatch(id -> headline.contains(String.valueOf(id)));
    return quoted(headline) + (told ? "" : " (" + numbers + ")");
  }

  String quoted(String text) {
    return terms.word("quoted", "text", text);
  }

  static String time(Instant time) {
    return TIME.format(time.atOffset(ZoneOffset.UTC));
  }

  private String lastRecoveryPoint(Instant time) {
    return terms.word("lastRecoveryPoint", "time", time(time))
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

  /** What bears on nothing that was reported is told apart; beside nothing it need not be. */
  boolean isApart(int index) {
    return plan.problems().get(index).standing() == Standing.APART
        && plan.problems().stream().anyMatch(one -> one.standing() == Standing.REPORTED);
  }

  /** Returns whether a problem is the first of those that are told apart. */
  boolean beginsApart(int index) {
    return isApart(index) && (index == 0 || !isApart(index - 1));
  }

  private boolean isApart(Step step) {
    return !step.problems().isEmpty()
        && step.problems().stream().allMatch(asker -> isApart(asker.problem() - 1));
  }

  /** Facts that may be why are no further problems to the one who reported one. */
  boolean several() {
    long reported =
        plan.problems().stream().filter(one -> one.standing() == Standing.REPORTED).count();
    return reported > 0 ? reported > 1 : plan.problems().size() > 1;
  }

  /** Returns what is said above each step, in order; nothing where it goes on as before. */
  List<Optional<String>> headings() {
    List<Optional<String>> headings = new ArrayList<>();
    boolean certain = false;
    String last = "";
    for (Step step : plan.steps()) {
      String above = heading(step, certain);
      boolean another = !above.isEmpty() && !above.equals(last);
      headings.add(another ? Optional.of(terms.word(above)) : Optional.empty());
      last = another ? above : last;
      certain = certain || step.status().certain();
    }
    return headings;
  }

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

  /** Returns which problems ask for a step, unless all do. */
  Optional<String> askers(Step step) {
    List<String> problems =
        step.problems().stream().map(asker -> String.valueOf(asker.problem())).distinct().toList();
    return problems.size() < plan.problems().size()
        ? Optional.of("[" + String.join(", ", problems) + "]")
        : Optional.empty();
  }

  /** Returns the status of a step that is not certain. */
  Optional<String> status(Step step) {
    return step.status().certain() || step.kind() == Step.Kind.LOOK_FIRST
        ? Optional.empty()
        : Optional.of(terms.word("status", step.status()));
  }

  String where(Step step) {
    return step.place() == Place.SERVER || step.place() == Place.CONSOLE
        ? terms.shortServer(step.server())
        : terms.word("place", step.place());
  }

  /** Returns which items a step is about, unless its reasons name them all. */
  List<String> items(Step step) {
    boolean mentioned =
        step.items().stream()
            .allMatch(
                item -> step.reasons().stream().anyMatch(reason -> reason.text().contains(item)));
    return mentioned ? List.of() : step.items();
  }

  /**
   * Returns what comes after a step: the first of several says why the retry waits, and the last
   * says that it is made now.
   */
  List<String> then(Step step) {
    List<String> then = new ArrayList<>();
    step.together()
        .filter(together -> together.steps().get(0).equals(step.number()))
        .ifPresent(together -> then.add(together.why()));
    String what = step.status() == Status.CHECK ? "thenIf" : "repeat";
    step.then().ifPresent(number -> then.add(terms.word(what, "step", number)));
    return then;
  }

  /** Returns how a step is undone, in words; nothing where the commands say it all. */
  Optional<String> undo(Step step) {
    String text = step.undo().text();
    if (!step.undo().possible()) {
      return Optional.of(terms.word("noUndo", "why", text));
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** Returns what a basic check wants. */
  static String wanted(Step.LookFirst look) {
    String labels =
        String.join("; ", look.questions().stream().map(Question::label).distinct().toList());
    return Terms.capital(look.wanted().orElse(labels));
  }

  /** Returns the questions that none of the basic checks asks already. */
  List<Question> open() {
    Set<Address> looks =
        plan.steps().stream()
            .flatMap(step -> step.looks().stream())
            .flatMap(look -> look.questions().stream())
            .flatMap(question -> question.facts().stream())
            .collect(Collectors.toSet());
    return plan.questions().stream()
        .filter(question -> !looks.containsAll(question.facts()))
        .toList();
  }

  /** Returns where a question is answered, how long that takes, and what it decides. */
  List<String> beside(Question question) {
    List<String> beside = new ArrayList<>();
    beside.add(terms.shortServer(question.server()));
    beside.add(terms.minutes(question.minutes()));
    if (!question.decides().isEmpty()) {
      beside.add(terms.word("decides", "steps", String.join(", ", question.decides())));
    }
    return beside;
  }

  /** What is left out for one reason is told together. */
  Map<String, List<Excluded>> excluded() {
    Map<String, List<Excluded>> byReason = new LinkedHashMap<>();
    plan.excluded()
        .forEach(one -> byReason.computeIfAbsent(why(one), why -> new ArrayList<>()).add(one));
    return byReason;
  }

  private String why(Excluded excluded) {
    String reasons =
        String.join("; ", excluded.reasons().stream().map(Reason::text).distinct().toList());
    return reasons.contains(excluded.server())
        ? reasons
        : reasons + " (" + terms.shortServer(excluded.server()) + ")";
  }

  /** Returns the candidates of each error. */
  Map<String, List<Candidate>> candidates() {
    Map<String, List<Candidate>> byError = new LinkedHashMap<>();
    plan.candidates()
        .forEach(one -> byError.computeIfAbsent(one.headline(), h -> new ArrayList<>()).add(one));
    return byError;
  }

  /** Returns what would be wrong, and where. */
  String candidate(Candidate candidate) {
    String server = terms.server(candidate.server());
    String whose = candidate.dataSource().map(source -> source + ", " + server).orElse(server);
    return Terms.capital(candidate.title()) + " (" + whose + ")";
  }

  /** Returns what to send to support, and what was tried. */
  List<String> send(Escalation escalation) {
    List<String> send = new ArrayList<>(escalation.send());
    for (Escalation.Section section : escalation.problems()) {
      if (!section.tried().isEmpty()) {
        send.add(
            terms.word(
                "tried",
                "problem",
                String.valueOf(section.problem()),
                "remedies",
                String.join(", ", section.tried())));
      }
    }
    return send;
  }

  /** Returns what a site's own say changed, a sentence each. */
  List<String> site() {
    List<String> said = new ArrayList<>();
    plan.site()
        .ifPresent(
            site -> {
              site.expired().forEach(waiver -> said.add(waived("site/expired", waiver)));
              site.waived().forEach(waiver -> said.add(waived("site/waived", waiver)));
              site.silenced()
                  .forEach(
                      off ->
                          said.add(
                              terms.word(
                                  "site/ruleOff", "rule", off.rule(), "because", off.because())));
              site.weighed().forEach(weighed -> said.add(weighed(weighed)));
            });
    return said;
  }

  private String waived(String path, SiteUsed.Waived waiver) {
    String where =
        waiver.server().filter(server -> !server.isEmpty()).map(s -> " (" + s + ")").orElse("");
    return terms.word(
        path,
        "problem",
        waiver.problem() + where,
        "until",
        waiver.until().toString(),
        "because",
        waiver.because());
  }

  private String weighed(SiteUsed.Weighed weighed) {
    List<String> classes = new ArrayList<>();
    weighed
        .likelihood()
        .ifPresent(one -> classes.add(terms.word("site/likelihood/" + Kebab.word(one))));
    weighed
        .effort()
        .ifPresent(one -> classes.add(terms.word("minutes", "n", String.valueOf(one.minutes()))));
    return terms.word(
        "site/weighed",
        "remedy",
        weighed.remedy(),
        "classes",
        String.join(", ", classes),
        "because",
        weighed.because());
  }

  /** Returns how many facts that no rule uses are not named; nothing where all are. */
  Optional<String> unnamed() {
    if (plan.unused().unnamed() <= 0) {
      return Optional.empty();
    }
    List<String> counts =
        plan.unused().counts().entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .toList();
    String more = String.valueOf(plan.unused().unnamed());
    return Optional.of(terms.word("more", "n", more, "counts", String.join(", ", counts)));
  }
}
