package dev.mabsplan.engine.render;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.pack.ErrorCode.Kind;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.plan.UnusedFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the templates of the page show of a plan. It is public because they are compiled into a
 * package of their own; nobody else has a use for it.
 */
public final class PlanPage {

  private static final Pattern LINK = Pattern.compile("https://[A-Za-z0-9./_?=&%#:-]+");

  private final Plan plan;
  private final Detail detail;
  private final boolean answered;
  private final Terms terms;
  private final Phrases phrases;

  /**
   * Makes the page of a plan.
   *
   * @param answered whether what is ticked is answered with a new plan, and not only kept
   */
  PlanPage(Plan plan, Detail detail, boolean answered) {
    this.plan = plan;
    this.detail = detail;
    this.answered = answered;
    this.terms = new Terms(plan.language(), false);
    this.phrases = new Phrases(plan, terms);
  }

  /** A problem as it is listed. */
  public record Problem(
      boolean beginsApart, String title, List<String> below, String fingerprint) {}

  /** Steps under one heading; it is empty for those that need none. */
  public record Group(String heading, List<Item> items) {}

  /**
   * Commands in a block of their own, and why they can't be pasted as they are where they can't.
   */
  public record Command(
      String id, String shell, String text, String name, boolean isWhole, String why) {}

  /** A question, or a basic check and what mends it. */
  public record Asked(String text, List<Command> commands, String ifNot) {}

  /** What one error may be. */
  public record MayBe(String heading, String headline, List<Possible> possible) {}

  /** One of the things that an error may be. */
  public record Possible(
      String title,
      Candidate candidate,
      String because,
      String settle,
      List<Command> commands,
      String next) {}

  /** What the product's catalogue says of an error. */
  public record Told(String headline, String text, String address) {}

  /** A step as it is shown. */
  public record Item(
      String id,
      Step step,
      String glance,
      String remedy,
      List<String> because,
      List<String> items,
      List<Asked> looks,
      List<Command> run,
      List<String> verify,
      List<Command> verifyBy,
      String says,
      List<String> undo,
      List<Command> undoBy,
      List<String> then,
      List<String> facts,
      List<String> ledger) {}

  public String word(String path, String... values) {
    return terms.word(path, values);
  }

  public String label(String label) {
    return Terms.capital(terms.word("labels/" + label));
  }

  /** Returns whether a text is the address of a page, and nothing that a browser would run. */
  public boolean isLink(String address) {
    return LINK.matcher(address).matches();
  }

  public String observed() {
    return plan.observedAt()
        .map(time -> terms.word("observed", "time", Phrases.time(time)))
        .orElse("");
  }

  /** Returns what becomes of what is ticked. */
  public String kept() {
    return terms.word(answered ? "page/answered" : "page/kept");
  }

  /** Returns whether what came of a step is answered with a new plan, and not only ticked. */
  public boolean isAnswered() {
    return answered;
  }

  /** Returns what becomes of a choice, for a page that is answered; null for one that is not. */
  public @Nullable String chosen(String what) {
    return answered ? what : null;
  }

  public String nothing() {
    return phrases.nothing();
  }

  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < plan.problems().size(); i++) {
      PlannedProblem problem = plan.problems().get(i);
      problems.add(
          new Problem(
              phrases.beginsApart(i),
              phrases.problem(i),
              phrases.below(problem),
              terms.word("fingerprint", "hash", problem.fingerprint())));
    }
    return problems;
  }

  public List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    List<Optional<String>> headings = phrases.headings();
    for (int i = 0; i < plan.steps().size(); i++) {
      if (i == 0 || headings.get(i).isPresent()) {
        groups.add(new Group(headings.get(i).orElse(""), new ArrayList<>()));
      }
      groups.get(groups.size() - 1).items().add(item(plan.steps().get(i)));
    }
    return groups;
  }

  private Item item(Step step) {
    String id = PlanHtml.name("step", step.id());
    boolean looks = step.kind() == Step.Kind.LOOK_FIRST;
    return new Item(
        id,
        step,
        String.join(", ", glance(step)),
        step.kind() == Step.Kind.UNDO ? "" : step.remedy(),
        step.reasons().stream().map(Reason::text).distinct().toList(),
        phrases.items(step),
        looks(id, step),
        step.commands().stream()
            .map(
                run ->
                    command(
                        id + "-run",
                        label("run") + ": " + terms.shell(run.shell(), run.elevated()),
                        run.lines(),
                        step.title(),
                        step.risk() == Risk.DESTRUCTIVE))
            .toList(),
        looks ? List.of() : List.of(step.verification().text()),
        looks
            ? List.of()
            : step.verification().command().stream()
                .map(line -> command(id + "-verify", "", List.of(line), verify(step), false))
                .toList(),
        looks ? "" : step.verification().says().orElse(""),
        looks ? List.of() : phrases.undo(step).stream().toList(),
        looks || !step.undo().possible() || step.undo().commands().isEmpty()
            ? List.of()
            : List.of(
                command(
                    id + "-undo",
                    "",
                    step.undo().commands(),
                    label("undo") + ": " + step.title(),
                    false)),
        looks ? List.of() : phrases.then(step),
        factsOf(step),
        detail == Detail.LEDGER ? step.ledger() : List.of());
  }

  private String verify(Step step) {
    return label("verify") + ": " + step.title();
  }

  private List<String> glance(Step step) {
    List<String> glance = new ArrayList<>();
    glance.add(phrases.where(step));
    glance.add(terms.minutes(step.effortMinutes()));
    glance.add(terms.word("risk", step.risk()));
    phrases.status(step).ifPresent(glance::add);
    phrases.askers(step).ifPresent(glance::add);
    return glance;
  }

  private List<Asked> looks(String id, Step step) {
    List<Asked> looks = new ArrayList<>();
    for (int i = 0; i < step.looks().size(); i++) {
      Step.LookFirst look = step.looks().get(i);
      String server =
          look.server().equals(step.server()) ? "" : " (" + terms.shortServer(look.server()) + ")";
      List<Command> commands = new ArrayList<>();
      for (int j = 0; j < look.questions().size(); j++) {
        commands.addAll(asking(id + "-look-" + i + "-" + j, look.questions().get(j)));
      }
      looks.add(
          new Asked(
              Phrases.wanted(look) + server,
              commands,
              terms.word("ifNotSo", "title", look.title())));
    }
    return looks;
  }

  private List<Command> asking(String id, Question question) {
    String shell =
        question.shell().map(named -> terms.shell(named, question.elevated())).orElse("");
    return question.command().stream()
        .map(line -> command(id, shell, List.of(line), question.label(), false))
        .toList();
  }

  /** What loses data is never offered to be pasted and run. */
  private Command command(
      String id, String shell, List<String> lines, String title, boolean loses) {
    return new Command(
        id,
        shell,
        String.join("\n", lines),
        terms.word("page/copyOf", "title", title),
        !loses && Pasted.isWhole(lines),
        terms.word(loses ? "page/never" : "page/fill"));
  }

  private List<String> factsOf(Step step) {
    return detail == Detail.BRIEF
        ? List.of()
        : step.reasons().stream()
            .flatMap(reason -> reason.facts().stream())
            .distinct()
            .map(this::fact)
            .toList();
  }

  private String fact(FactCited fact) {
    String source = plan.source(fact.address()).map(read -> " (" + read + ")").orElse("");
    return fact.address() + " = " + fact.value() + source;
  }

  public String escalation() {
    return plan.escalation().map(last -> last.number() + " " + last.title()).orElse("");
  }

  public List<String> send() {
    return plan.escalation().map(phrases::send).orElse(List.of());
  }

  public List<MayBe> candidates() {
    List<MayBe> errors = new ArrayList<>();
    for (Map.Entry<String, List<Candidate>> error : phrases.candidates().entrySet()) {
      List<Possible> possible = new ArrayList<>();
      for (Candidate candidate : error.getValue()) {
        possible.add(possible("candidate-" + errors.size() + "-" + possible.size(), candidate));
      }
      String heading =
          answered
              ? terms.word("page/mayBe")
              : terms.word("mayBe", "problem", error.getValue().get(0).problem());
      String headline = error.getKey().isEmpty() ? "" : phrases.quoted(error.getKey());
      errors.add(new MayBe(heading, headline, possible));
    }
    return errors;
  }

  private Possible possible(String id, Candidate candidate) {
    return new Possible(
        phrases.candidate(candidate),
        candidate,
        String.join("; ", candidate.because()),
        Terms.capital(candidate.settledBy()),
        candidate.question().map(question -> asking(id, question)).orElse(List.of()),
        candidate
            .next()
            .map(
                next -> next.title() + " (" + terms.minutes(next.minutes()) + "): " + next.remedy())
            .orElse(""));
  }

  public List<Asked> questions() {
    List<Asked> questions = new ArrayList<>();
    for (Question question : phrases.open()) {
      String beside = String.join(", ", phrases.beside(question));
      questions.add(
          new Asked(
              Terms.capital(question.label()) + " (" + beside + ")",
              asking("question-" + questions.size(), question),
              ""));
    }
    return questions;
  }

  public List<String> unexplained() {
    return plan.unexplained().stream()
        .map(error -> phrases.said(error.headline(), error.ids()))
        .toList();
  }

  public List<Told> catalogued() {
    return plan.catalogued().stream()
        .map(
            told ->
                new Told(
                    phrases.quoted(told.headline()),
                    terms.word(
                        "catalogued/" + (told.code().kind() == Kind.INPUT ? "input" : "told"),
                        "id",
                        String.valueOf(told.code().id()),
                        "clue",
                        told.code().clue()),
                    told.code().page()))
        .toList();
  }

  public List<String> excluded() {
    return detail == Detail.BRIEF
        ? List.of()
        : phrases.excluded().entrySet().stream()
            .map(why -> titles(why.getValue()) + ": " + why.getKey())
            .toList();
  }

  private static String titles(List<Excluded> remedies) {
    return String.join("; ", remedies.stream().map(Excluded::title).distinct().toList());
  }

  /** Returns what problems and steps rest on, each once. */
  public List<String> facts() {
    return detail == Detail.BRIEF
        ? List.of()
        : Stream.concat(
                plan.problems().stream().map(PlannedProblem::reasons),
                plan.steps().stream().map(Step::reasons))
            .flatMap(List::stream)
            .flatMap(reason -> reason.facts().stream())
            .distinct()
            .map(this::fact)
            .toList();
  }

  public List<String> site() {
    return phrases.site();
  }

  /** Returns how the part is headed that says what a site's own say changed. */
  public String siteHeading() {
    return plan.site().map(site -> terms.word("site/heading", "name", site.name())).orElse("");
  }

  /** Returns facts that no rule uses. */
  public List<String> unused() {
    List<String> facts = new ArrayList<>();
    if (detail != Detail.BRIEF) {
      plan.unused().named().forEach(fact -> facts.add(fact.toString()));
      phrases.unnamed().ifPresent(facts::add);
      for (UnusedFacts.Slip slip : plan.unused().slips()) {
        facts.add(terms.word("slip", "fact", slip.fact().toString(), "near", slip.near()));
      }
    }
    return facts;
  }
}
