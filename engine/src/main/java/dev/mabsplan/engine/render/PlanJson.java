package dev.mabsplan.engine.render;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Catalogued;
import dev.mabsplan.engine.plan.Commands;
import dev.mabsplan.engine.plan.Escalation;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.PackUsed;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Recognized;
import dev.mabsplan.engine.plan.SiteUsed;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.plan.Undo;
import dev.mabsplan.engine.plan.UnexplainedError;
import dev.mabsplan.engine.plan.UnusedFacts;
import dev.mabsplan.engine.plan.Verification;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.tree.JsonObject;
import dev.mabsplan.facts.tree.TextBeside;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes a plan as JSON, by the schema that {@link #schema()} returns. Nothing is said twice: steps
 * and checks refer to problems and questions by number, and to facts by address. What does not
 * apply is left out, and so is an empty list but for those of problems and steps.
 */
public final class PlanJson {

  private static final String SCHEMA = "https://mabsplan.dev/schema/plan.v2.schema.json";

  private final Plan plan;
  private final boolean ledger;
  private final Set<String> saidBySteps;
  private final List<Question> asked;

  private PlanJson(Plan plan, boolean ledger) {
    this.plan = plan;
    this.ledger = ledger;
    this.saidBySteps =
        plan.steps().stream()
            .flatMap(step -> step.reasons().stream())
            .map(Reason::text)
            .collect(Collectors.toSet());
    this.asked = asked(plan);
  }

  /** Returns the plan as a JSON document with a line feed at its end, without the ledger. */
  public static String write(Plan plan) {
    return write(plan, Detail.ALL);
  }

  /**
   * Returns the plan as a JSON document with a line feed at its end.
   *
   * @param detail how much is told; {@link Detail#LEDGER} adds why each step stands where it
   *     stands, from which entry it comes, and where facts were read
   */
  public static String write(Plan plan, Detail detail) {
    return new PlanJson(plan, detail == Detail.LEDGER).document().inLines(Printable::of);
  }

  /** Returns the plan as JSON on one line, without the ledger and without a line feed. */
  public static String line(Plan plan) {
    return new PlanJson(plan, false).document().oneLine(Printable::of);
  }

  /** Returns the JSON Schema (2020-12) of what is written. */
  public static String schema() {
    return TextBeside.read(PlanJson.class, "plan.schema.json");
  }

  private JsonObject document() {
    JsonObject document =
        new JsonObject()
            .text("$schema", SCHEMA)
            .text("language", plan.language().tag())
            .optional("observedAt", plan.observedAt())
            .listOrEmpty("problems", plan.problems(), this::problem)
            .listOrEmpty("steps", plan.steps(), this::step);
    plan.escalation().ifPresent(last -> document.object("escalation", escalation(last)));
    document
        .list("excluded", plan.excluded(), this::excluded)
        .list("questions", asked, this::question)
        .list("candidates", byError(plan.candidates()), this::mayBe)
        .list("unexplained", plan.unexplained(), PlanJson::unexplained)
        .list("catalogued", plan.catalogued(), PlanJson::catalogued);
    if (!plan.unused().counts().isEmpty()) {
      document.object("unusedFacts", unused(plan.unused()));
    }
    plan.site().ifPresent(site -> document.object("site", site(site)));
    JsonObject facts = facts();
    if (!facts.isEmpty()) {
      document.object("facts", facts);
    }
    if (ledger && !plan.sources().isEmpty()) {
      JsonObject sources = new JsonObject();
      plan.sources().forEach((address, source) -> sources.text(named(address), source));
      document.object("sources", sources);
    }
    return document.list("packs", plan.packs(), PlanJson::pack);
  }

  private JsonObject problem(PlannedProblem problem) {
    return new JsonObject()
        .text("id", problem.id())
        .text("title", problem.title())
        .text("server", problem.server())
        .text("backupServer", problem.backupServer())
        .optional("dataSource", problem.dataSource())
        .text("severity", Kebab.word(problem.severity()))
        .texts("entries", problem.entries())
        .list("recognizedBy", problem.recognizedBy(), PlanJson::recognized)
        .list("reasons", problem.reasons(), this::reasonOfProblem)
        .optional("lastRecoveryPoint", problem.lastRecoveryPoint())
        .text("standing", Kebab.word(problem.standing()));
  }

  private static JsonObject recognized(Recognized recognized) {
    return new JsonObject()
        .text("error", recognized.error())
        .text("by", recognized.by())
        .text("found", recognized.found())
        .text("headline", recognized.headline())
        .numbers("ids", recognized.ids());
  }

  /** A sentence that a step says needs no saying here. */
  private JsonObject reasonOfProblem(Reason reason) {
    boolean said = !reason.rule().isEmpty() && saidBySteps.contains(reason.text());
    return reason(said ? "" : reason.text(), reason.rule(), addresses(reason));
  }

  private static JsonObject reason(Reason reason) {
    return reason(reason.text(), reason.rule(), addresses(reason));
  }

  private static JsonObject reason(String text, String rule, Set<Address> facts) {
    return new JsonObject()
        .textUnlessEmpty("text", text)
        .textUnlessEmpty("rule", rule)
        .texts("facts", facts);
  }

  private static Set<Address> addresses(Reason reason) {
    return reason.facts().stream()
        .map(FactCited::address)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private JsonObject step(Step step) {
    Set<Integer> problems =
        step.problems().stream()
            .map(Step.Asker::problem)
            .collect(Collectors.toCollection(TreeSet::new));
    JsonObject json =
        new JsonObject()
            .text("number", step.number())
            .text("id", step.id())
            .text("kind", Kebab.word(step.kind()))
            .textUnlessEmpty("remedy", step.remedy())
            .text("title", step.title())
            .text("place", Kebab.word(step.place()))
            .text("server", step.server())
            .optional("dataSource", step.dataSource())
            .text("status", Kebab.word(step.status()))
            .numbers("problems", problems)
            .texts("items", step.items())
            .list("reasons", step.reasons(), reason -> reasonOfStep(reason, problems))
            .texts("instructions", step.instructions());
    step.commands().ifPresent(commands -> json.object("commands", commands(commands)));
    if (step.kind() != Step.Kind.LOOK_FIRST) {
      json.object("verification", verification(step.verification()))
          .object("undo", undo(step.undo()));
    }
    json.optional("loses", step.loses())
        .number("effortMinutes", step.effortMinutes())
        .text("risk", Kebab.word(step.risk()))
        .optional("then", step.then());
    step.together().ifPresent(batch -> json.object("together", together(batch)));
    json.list("looks", step.looks(), this::look);
    if (ledger) {
      json.text("likelihood", Kebab.word(step.likelihood()))
          .texts("entries", step.entries())
          .list("paths", step.problems(), PlanJson::path)
          .texts("ledger", step.ledger());
    }
    return json;
  }

  /** What follows from a problem rests on what the problem rests on. */
  private JsonObject reasonOfStep(Reason reason, Set<Integer> problems) {
    Set<Address> facts = addresses(reason);
    if (reason.rule().isEmpty()) {
      problems.stream()
          .flatMap(number -> plan.problems().get(number - 1).reasons().stream())
          .forEach(known -> facts.removeAll(addresses(known)));
    }
    return reason(reason.text(), reason.rule(), facts);
  }

  private static JsonObject together(Step.Together batch) {
    return new JsonObject()
        .texts("steps", batch.steps())
        .text("retry", batch.retry())
        .text("why", batch.why());
  }

  private static JsonObject commands(Commands commands) {
    return new JsonObject()
        .text("shell", Kebab.word(commands.shell()))
        .flag("elevated", commands.elevated())
        .texts("lines", commands.lines());
  }

  private static JsonObject verification(Verification verification) {
    return new JsonObject()
        .text("text", verification.text())
        .optional("command", verification.command())
        .optional("says", verification.says());
  }

  private static JsonObject undo(Undo undo) {
    JsonObject json = new JsonObject();
    if (!undo.possible()) {
      json.flag("possible", false);
    }
    return json.textUnlessEmpty("text", undo.text()).texts("commands", undo.commands());
  }

  private static JsonObject path(Step.Asker asker) {
    return new JsonObject().number("problem", asker.problem()).text("path", asker.path());
  }

  private JsonObject look(Step.LookFirst look) {
    JsonObject json =
        new JsonObject()
            .text("remedy", look.remedy())
            .text("title", look.title())
            .optional("wanted", look.wanted())
            .text("server", look.server())
            .numbers("questions", numbers(look));
    return ledger ? json.texts("entries", look.entries()) : json;
  }

  /** Returns which questions of the plan, from 1, tell whether a check is as it should be. */
  private List<Integer> numbers(Step.LookFirst look) {
    return IntStream.range(0, asked.size())
        .filter(
            i ->
                look.questions().stream()
                    .anyMatch(
                        question -> !Collections.disjoint(question.facts(), asked.get(i).facts())))
        .mapToObj(i -> i + 1)
        .toList();
  }

  /** What was reported stands with the problems. */
  private static JsonObject escalation(Escalation escalation) {
    return new JsonObject()
        .text("number", escalation.number())
        .text("title", escalation.title())
        .texts("send", escalation.send())
        .list(
            "tried",
            escalation.problems().stream().filter(one -> !one.tried().isEmpty()).toList(),
            one ->
                new JsonObject().number("problem", one.problem()).texts("remedies", one.tried()));
  }

  private JsonObject excluded(Excluded excluded) {
    JsonObject json =
        new JsonObject()
            .text("remedy", excluded.remedy())
            .text("title", excluded.title())
            .text("server", excluded.server())
            .optional("dataSource", excluded.dataSource())
            .text("verdict", Kebab.word(excluded.verdict()))
            .list("reasons", excluded.reasons(), PlanJson::reason);
    return ledger ? json.texts("entries", excluded.entries()) : json;
  }

  /** Returns the questions, those of the basic checks among them, each fact in one only. */
  private static List<Question> asked(Plan plan) {
    Set<Address> known = new HashSet<>();
    return Stream.concat(
            plan.questions().stream(),
            plan.steps().stream()
                .flatMap(step -> step.looks().stream())
                .flatMap(look -> look.questions().stream()))
        .filter(question -> known.addAll(question.facts()))
        .toList();
  }

  private JsonObject question(Question question) {
    JsonObject json =
        new JsonObject()
            .texts("facts", question.facts())
            .text("label", question.label())
            .text("server", question.server())
            .optional("probe", question.probe())
            .optional("command", question.command())
            .optional("shell", question.shell().map(Kebab::word));
    if (question.elevated()) {
      json.flag("elevated", true);
    }
    json.number("minutes", question.minutes()).texts("decides", question.decides());
    return ledger ? json.number("gainPerMinute", question.gainPerMinute()) : json;
  }

  private static Collection<List<Candidate>> byError(List<Candidate> candidates) {
    Map<Address, List<Candidate>> byError = new LinkedHashMap<>();
    candidates.forEach(
        one -> byError.computeIfAbsent(one.error(), error -> new ArrayList<>()).add(one));
    return byError.values();
  }

  private static JsonObject code(ErrorCode code) {
    return new JsonObject()
        .number("id", code.id())
        .text("kind", Kebab.word(code.kind()))
        .text("area", code.area())
        .text("clue", code.clue())
        .text("page", code.page());
  }

  private static JsonObject catalogued(Catalogued told) {
    return new JsonObject()
        .text("error", told.error())
        .text("headline", told.headline())
        .object("catalogue", code(told.code()));
  }

  private JsonObject mayBe(List<Candidate> candidates) {
    return new JsonObject()
        .text("error", candidates.get(0).error())
        .text("headline", candidates.get(0).headline())
        .list("mayBe", candidates, this::candidate);
  }

  private JsonObject candidate(Candidate candidate) {
    JsonObject json =
        new JsonObject()
            .text("problem", candidate.problem())
            .text("title", candidate.title())
            .texts("entries", candidate.entries())
            .text("server", candidate.server())
            .optional("dataSource", candidate.dataSource())
            .texts("because", candidate.because())
            .texts("missing", candidate.missing());
    candidate.code().ifPresent(code -> json.object("catalogue", code(code)));
    json.text("settledBy", candidate.settledBy());
    candidate.question().ifPresent(asked -> json.object("question", question(asked)));
    candidate.next().ifPresent(next -> json.object("next", next(next)));
    return json;
  }

  private static JsonObject next(Candidate.Next next) {
    return new JsonObject()
        .text("remedy", next.remedy())
        .text("title", next.title())
        .number("minutes", next.minutes());
  }

  private static JsonObject unexplained(UnexplainedError error) {
    return new JsonObject()
        .text("error", error.error())
        .text("headline", error.headline())
        .numbers("ids", error.ids())
        .texts("codes", error.codes());
  }

  private static JsonObject site(SiteUsed site) {
    return new JsonObject()
        .text("name", site.name())
        .list(
            "weighed",
            site.weighed(),
            one ->
                new JsonObject()
                    .text("remedy", one.remedy())
                    .optional("likelihoodHere", one.likelihood().map(Kebab::word))
                    .optional("effortHere", one.effort().map(Kebab::word))
                    .text("because", one.because()))
        .list(
            "rulesOff",
            site.silenced(),
            one -> new JsonObject().text("rule", one.rule()).text("because", one.because()))
        .list("waived", site.waived(), PlanJson::waived)
        .list("expired", site.expired(), PlanJson::waived);
  }

  private static JsonObject waived(SiteUsed.Waived waived) {
    return new JsonObject()
        .text("problem", waived.problem())
        .optional("server", waived.server())
        .text("until", waived.until())
        .text("because", waived.because());
  }

  private static JsonObject unused(UnusedFacts unused) {
    JsonObject counts = new JsonObject();
    unused.counts().forEach(counts::number);
    return new JsonObject()
        .texts("named", unused.named())
        .object("counts", counts)
        .list(
            "slips",
            unused.slips(),
            slip -> new JsonObject().text("fact", slip.fact()).text("near", slip.near()));
  }

  /** Returns the values of what reasons cite; an error's are what it was recognised as. */
  private JsonObject facts() {
    Map<Address, Set<String>> values = new TreeMap<>();
    Stream.of(
            plan.problems().stream().map(PlannedProblem::reasons),
            plan.steps().stream().map(Step::reasons),
            plan.excluded().stream().map(Excluded::reasons))
        .flatMap(all -> all)
        .flatMap(List::stream)
        .flatMap(reason -> reason.facts().stream())
        .forEach(
            cited ->
                values
                    .computeIfAbsent(cited.address(), address -> new TreeSet<>())
                    .add(cited.value()));
    JsonObject facts = new JsonObject();
    values.forEach((address, all) -> facts.text(named(address), String.join(", ", all)));
    return facts;
  }

  private static String named(Address address) {
    return Printable.of(address.toString());
  }

  private static JsonObject pack(PackUsed pack) {
    return new JsonObject()
        .text("id", pack.id())
        .text("version", pack.version())
        .text("digest", pack.digest());
  }
}
