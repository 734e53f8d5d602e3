package dev.mabsplan.engine.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Commands;
import dev.mabsplan.engine.plan.Escalation;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.PackUsed;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Recognized;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.plan.UnexplainedError;
import dev.mabsplan.engine.plan.UnusedFacts;
import dev.mabsplan.facts.Address;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a plan as JSON, by the schema that {@link #schema()} returns. Nothing is said twice: steps
 * and looks refer to problems by number, to questions by fact, and to facts by address. What does
 * not apply is left out, and so is an empty list but for those of problems and steps.
 */
public final class PlanJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String SCHEMA = "https://mabsplan.dev/schema/plan.v2.schema.json";

  private final JsonGenerator json;
  private final DefaultPrettyPrinter printer;
  private final Plan plan;
  private final boolean ledger;
  private final Set<String> reasonsOfSteps = new HashSet<>();

  private PlanJson(JsonGenerator json, DefaultPrettyPrinter printer, Plan plan, boolean ledger) {
    this.json = json;
    this.printer = printer;
    this.plan = plan;
    this.ledger = ledger;
    plan.steps().forEach(step -> step.reasons().forEach(one -> reasonsOfSteps.add(one.text())));
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
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      DefaultPrettyPrinter printer = JsonText.printer();
      json.setPrettyPrinter(printer);
      new PlanJson(json, printer, plan, detail == Detail.LEDGER).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  /** Returns the JSON Schema (2020-12) of what is written. */
  public static String schema() {
    try (InputStream in = PlanJson.class.getResourceAsStream("plan.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("plan.schema.json is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Writing<T> {
    void write(T value) throws IOException;
  }

  private void write() throws IOException {
    json.writeStartObject();
    text("$schema", SCHEMA);
    text("language", plan.language().tag());
    optional("observedAt", plan.observedAt());
    array("problems", plan.problems(), this::problem);
    array("steps", plan.steps(), this::step);
    if (plan.escalation().isPresent()) {
      json.writeFieldName("escalation");
      escalation(plan.escalation().get());
    }
    list("excluded", plan.excluded(), this::excluded);
    list("questions", AskedTogether.in(plan), this::question);
    list("candidates", byError(plan.candidates()), this::mayBe);
    list("unexplained", plan.unexplained(), this::unexplained);
    if (!plan.unused().counts().isEmpty()) {
      json.writeFieldName("unusedFacts");
      unused(plan.unused());
    }
    map("facts", facts());
    if (ledger) {
      map("sources", plan.sources());
    }
    list("packs", plan.packs(), this::pack);
    json.writeEndObject();
  }

  private void problem(PlannedProblem problem) throws IOException {
    json.writeStartObject();
    text("id", problem.id());
    text("title", problem.title());
    text("server", problem.server());
    text("backupServer", problem.backupServer());
    optional("dataSource", problem.dataSource());
    word("severity", problem.severity());
    row("entries", problem.entries());
    list("recognizedBy", problem.recognizedBy(), this::recognized);
    list("reasons", problem.reasons(), this::reasonOfProblem);
    optional("lastRecoveryPoint", problem.lastRecoveryPoint());
    word("standing", problem.standing());
    json.writeEndObject();
  }

  private void recognized(Recognized recognized) throws IOException {
    json.writeStartObject();
    text("error", recognized.error());
    text("by", recognized.by());
    text("found", recognized.found());
    text("headline", recognized.headline());
    numbers("ids", recognized.ids());
    json.writeEndObject();
  }

  /** A sentence that a step says needs no saying here. */
  private void reasonOfProblem(Reason reason) throws IOException {
    boolean said = !reason.rule().isEmpty() && reasonsOfSteps.contains(reason.text());
    reason(reason, !said, addresses(reason));
  }

  private void reason(Reason reason) throws IOException {
    reason(reason, true, addresses(reason));
  }

  private void reason(Reason reason, boolean withText, Set<String> facts) throws IOException {
    json.writeStartObject();
    if (withText) {
      text("text", reason.text());
    }
    if (!reason.rule().isEmpty()) {
      text("rule", reason.rule());
    }
    row("facts", facts);
    json.writeEndObject();
  }

  private static Set<String> addresses(Reason reason) {
    return reason.facts().stream()
        .map(cited -> cited.address().toString())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void step(Step step) throws IOException {
    Set<Integer> problems =
        step.problems().stream().map(Step.Asker::problem).collect(Collectors.toCollection(TreeSet::new));
    json.writeStartObject();
    text("number", step.number());
    text("id", step.id());
    word("kind", step.kind());
    if (!step.remedy().isEmpty()) {
      text("remedy", step.remedy());
    }
    text("title", step.title());
    word("place", step.place());
    text("server", step.server());
    optional("dataSource", step.dataSource());
    word("status", step.status());
    numbers("problems", problems);
    strings("items", step.items());
    list("reasons", step.reasons(), reason -> reasonOfStep(reason, problems));
    strings("instructions", step.instructions());
    if (step.commands().isPresent()) {
      json.writeFieldName("commands");
      commands(step.commands().get());
    }
    json.writeObjectFieldStart("verification");
    text("text", step.verification().text());
    optional("command", step.verification().command());
    optional("says", step.verification().says());
    json.writeEndObject();
    json.writeObjectFieldStart("undo");
    json.writeBooleanField("possible", step.undo().possible());
    if (!step.undo().text().isEmpty()) {
      text("text", step.undo().text());
    }
    strings("commands", step.undo().commands());
    json.writeEndObject();
    optional("loses", step.loses());
    json.writeNumberField("effortMinutes", step.effortMinutes());
    word("likelihood", step.likelihood());
    word("risk", step.risk());
    optional("then", step.then());
    list("looks", step.looks(), this::look);
    if (ledger) {
      row("entries", step.entries());
      list("paths", step.problems(), this::path);
      strings("ledger", step.ledger());
    }
    json.writeEndObject();
  }

  /** What follows from a problem rests on what the problem rests on. */
  private void reasonOfStep(Reason reason, Set<Integer> problems) throws IOException {
    Set<String> facts = addresses(reason);
    if (reason.rule().isEmpty()) {
      problems.stream()
          .filter(number -> number <= plan.problems().size())
          .flatMap(number -> plan.problems().get(number - 1).reasons().stream())
          .forEach(known -> facts.removeAll(addresses(known)));
    }
    reason(reason, true, facts);
  }

  private void path(Step.Asker asker) throws IOException {
    json.writeStartObject();
    json.writeNumberField("problem", asker.problem());
    text("path", asker.path());
    json.writeEndObject();
  }

  private void commands(Commands commands) throws IOException {
    json.writeStartObject();
    word("shell", commands.shell());
    json.writeBooleanField("elevated", commands.elevated());
    strings("lines", commands.lines());
    json.writeEndObject();
  }

  private void look(Step.LookFirst look) throws IOException {
    json.writeStartObject();
    text("remedy", look.remedy());
    text("title", look.title());
    optional("wanted", look.wanted());
    text("server", look.server());
    strings(
        "questions", look.questions().stream().map(question -> question.fact().toString()).toList());
    if (ledger) {
      row("entries", look.entries());
    }
    json.writeEndObject();
  }

  /** What was reported stands with the problems. */
  private void escalation(Escalation escalation) throws IOException {
    json.writeStartObject();
    text("number", escalation.number());
    text("title", escalation.title());
    strings("send", escalation.send());
    list(
        "tried",
        escalation.problems().stream().filter(section -> !section.tried().isEmpty()).toList(),
        section -> {
          json.writeStartObject();
          json.writeNumberField("problem", section.problem());
          row("remedies", section.tried());
          json.writeEndObject();
        });
    json.writeEndObject();
  }

  private void excluded(Excluded excluded) throws IOException {
    json.writeStartObject();
    text("remedy", excluded.remedy());
    text("title", excluded.title());
    text("server", excluded.server());
    optional("dataSource", excluded.dataSource());
    word("verdict", excluded.verdict());
    list("reasons", excluded.reasons(), this::reason);
    if (ledger) {
      row("entries", excluded.entries());
    }
    json.writeEndObject();
  }

  private void question(AskedTogether question) throws IOException {
    json.writeStartObject();
    list("asks", question.asks(), this::asked);
    text("server", question.server());
    optional("command", question.command());
    if (question.shell().isPresent()) {
      word("shell", question.shell().get());
    }
    json.writeNumberField("minutes", question.minutes());
    row("decides", question.decides());
    if (ledger) {
      json.writeFieldName("gainPerMinute");
      json.writeNumber(question.gainPerMinute().toPlainString());
    }
    json.writeEndObject();
  }

  private void asked(Question question) throws IOException {
    json.writeStartObject();
    text("fact", question.fact());
    text("label", question.label());
    json.writeEndObject();
  }

  private static Collection<List<Candidate>> byError(List<Candidate> candidates) {
    Map<Address, List<Candidate>> byError = new LinkedHashMap<>();
    candidates.forEach(one -> byError.computeIfAbsent(one.error(), a -> new ArrayList<>()).add(one));
    return byError.values();
  }

  private void mayBe(List<Candidate> candidates) throws IOException {
    json.writeStartObject();
    text("error", candidates.get(0).error());
    text("headline", candidates.get(0).headline());
    list("mayBe", candidates, this::candidate);
    json.writeEndObject();
  }

  private void candidate(Candidate candidate) throws IOException {
    json.writeStartObject();
    text("problem", candidate.problem());
    text("title", candidate.title());
    row("entries", candidate.entries());
    text("server", candidate.server());
    optional("dataSource", candidate.dataSource());
    strings("because", candidate.because());
    strings("missing", candidate.missing());
    text("settledBy", candidate.settledBy());
    if (candidate.next().isPresent()) {
      Candidate.Next next = candidate.next().get();
      json.writeObjectFieldStart("next");
      text("remedy", next.remedy());
      text("title", next.title());
      json.writeNumberField("minutes", next.minutes());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void unexplained(UnexplainedError error) throws IOException {
    json.writeStartObject();
    text("error", error.error());
    text("headline", error.headline());
    numbers("ids", error.ids());
    row("codes", error.codes());
    json.writeEndObject();
  }

  private void unused(UnusedFacts unused) throws IOException {
    json.writeStartObject();
    strings("named", unused.named().stream().map(Address::toString).toList());
    json.writeObjectFieldStart("counts");
    for (Map.Entry<String, Integer> count : unused.counts().entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
    list("slips", unused.slips(), this::slip);
    json.writeEndObject();
  }

  private void slip(UnusedFacts.Slip slip) throws IOException {
    json.writeStartObject();
    text("fact", slip.fact());
    text("near", slip.near());
    json.writeEndObject();
  }

  /** Returns what the facts are that reasons cite; one error can be recognised as several. */
  private Map<String, String> facts() {
    Map<String, Set<String>> values = new TreeMap<>();
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
                    .computeIfAbsent(cited.address().toString(), address -> new TreeSet<>())
                    .add(cited.value()));
    Map<String, String> facts = new TreeMap<>();
    values.forEach((address, all) -> facts.put(address, String.join(", ", all)));
    return facts;
  }

  private void pack(PackUsed pack) throws IOException {
    json.writeStartObject();
    text("id", pack.id());
    text("version", pack.version());
    text("digest", pack.digest());
    json.writeEndObject();
  }

  private void text(String name, Object value) throws IOException {
    json.writeStringField(name, Printable.of(value.toString()));
  }

  private void word(String name, Enum<?> constant) throws IOException {
    json.writeStringField(name, Kebab.word(constant));
  }

  private void optional(String name, Optional<?> value) throws IOException {
    if (value.isPresent()) {
      text(name, value.get());
    }
  }

  /** Sentences and commands, each on a line of its own. */
  private void strings(String name, Collection<String> values) throws IOException {
    list(name, values, value -> json.writeString(Printable.of(value)));
  }

  /** Names and ids, all on one line. */
  private void row(String name, Collection<String> values) throws IOException {
    oneLine(name, values, value -> json.writeString(Printable.of(value)));
  }

  private void numbers(String name, Collection<Integer> values) throws IOException {
    oneLine(name, values, json::writeNumber);
  }

  private <T> void oneLine(String name, Collection<T> values, Writing<T> writing)
      throws IOException {
    printer.indentArraysWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
    list(name, values, writing);
    printer.indentArraysWith(JsonText.INDENTER);
  }

  private <T> void list(String name, Collection<T> values, Writing<T> writing) throws IOException {
    if (!values.isEmpty()) {
      array(name, values, writing);
    }
  }

  private <T> void array(String name, Collection<T> values, Writing<T> writing)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : values) {
      writing.write(value);
    }
    json.writeEndArray();
  }

  private void map(String name, Map<?, ?> values) throws IOException {
    if (!values.isEmpty()) {
      json.writeObjectFieldStart(name);
      for (Map.Entry<?, ?> entry : values.entrySet()) {
        text(Printable.of(entry.getKey().toString()), entry.getValue());
      }
      json.writeEndObject();
    }
  }
}
