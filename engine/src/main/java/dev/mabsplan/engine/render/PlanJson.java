package dev.mabsplan.engine.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.mabsplan.engine.finding.FactCited;
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
import dev.mabsplan.facts.Address;
import dev.mabsplan.facts.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a plan as JSON, by the schema that {@link #schema()} returns. What does not apply is left
 * out; lists are always there, empty or not.
 */
public final class PlanJson {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;
  private final Plan plan;

  private PlanJson(JsonGenerator json, Plan plan) {
    this.json = json;
    this.plan = plan;
  }

  /** Returns the plan as a JSON document with a line feed at its end. */
  public static String write(Plan plan) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.setPrettyPrinter(JsonText.printer());
      new PlanJson(json, plan).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  /** Returns the JSON Schema (2020-12) of what {@link #write} writes. */
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
    json.writeStringField("$schema", "https://mabsplan.dev/schema/plan.schema.json");
    json.writeStringField("language", plan.language().tag());
    optional("observedAt", plan.observedAt());
    list("problems", plan.problems(), this::problem);
    list("steps", plan.steps(), this::step);
    if (plan.escalation().isPresent()) {
      json.writeFieldName("escalation");
      escalation(plan.escalation().get());
    }
    list("excluded", plan.excluded(), this::excluded);
    list("questions", plan.questions(), this::question);
    list("candidates", plan.candidates(), this::candidate);
    list("unexplained", plan.unexplained(), this::unexplained);
    json.writeObjectFieldStart("unusedFacts");
    strings("named", plan.unused().named().stream().map(Address::toString).toList());
    json.writeObjectFieldStart("counts");
    for (Map.Entry<String, Integer> count : plan.unused().counts().entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
    list(
        "slips",
        plan.unused().slips(),
        slip -> {
          json.writeStartObject();
          text("fact", slip.fact());
          text("near", slip.near());
          json.writeEndObject();
        });
    json.writeEndObject();
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
    strings("entries", problem.entries());
    list("recognizedBy", problem.recognizedBy(), this::recognized);
    list("reasons", problem.reasons(), this::reason);
    optional("lastRecoveryPoint", problem.lastRecoveryPoint());
    word("standing", problem.standing());
    json.writeEndObject();
  }

  private void recognized(Recognized recognized) throws IOException {
    json.writeStartObject();
    text("error", recognized.error());
    source(recognized.error());
    text("by", recognized.by());
    text("found", recognized.found());
    text("headline", recognized.headline());
    list("ids", recognized.ids(), json::writeNumber);
    json.writeEndObject();
  }

  private void reason(Reason reason) throws IOException {
    json.writeStartObject();
    text("text", reason.text());
    if (!reason.rule().isEmpty()) {
      text("rule", reason.rule());
    }
    list("facts", reason.facts(), this::fact);
    json.writeEndObject();
  }

  private void fact(FactCited fact) throws IOException {
    json.writeStartObject();
    text("fact", fact.address());
    text("value", fact.value());
    source(fact.address());
    json.writeEndObject();
  }

  private void source(Address address) throws IOException {
    Optional<Source> source = plan.source(address);
    if (source.isPresent()) {
      text("source", source.get());
    }
  }

  private void step(Step step) throws IOException {
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
    list(
        "problems",
        step.problems(),
        asker -> {
          json.writeStartObject();
          json.writeNumberField("problem", asker.problem());
          text("path", asker.path());
          json.writeEndObject();
        });
    strings("items", step.items());
    list("reasons", step.reasons(), this::reason);
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
    text("text", step.undo().text());
    strings("commands", step.undo().commands());
    json.writeEndObject();
    optional("loses", step.loses());
    json.writeNumberField("effortMinutes", step.effortMinutes());
    word("likelihood", step.likelihood());
    word("risk", step.risk());
    strings("entries", step.entries());
    optional("then", step.then());
    list("looks", step.looks(), this::look);
    strings("ledger", step.ledger());
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
    list("questions", look.questions(), this::question);
    strings("entries", look.entries());
    json.writeEndObject();
  }

  private void escalation(Escalation escalation) throws IOException {
    json.writeStartObject();
    text("number", escalation.number());
    text("title", escalation.title());
    strings("send", escalation.send());
    list(
        "problems",
        escalation.problems(),
        section -> {
          json.writeStartObject();
          json.writeNumberField("problem", section.problem());
          strings("headlines", section.headlines());
          strings("tried", section.tried());
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
    strings("entries", excluded.entries());
    json.writeEndObject();
  }

  private void question(Question question) throws IOException {
    json.writeStartObject();
    strings("facts", question.facts().stream().map(Address::toString).toList());
    text("label", question.label());
    text("server", question.server());
    optional("probe", question.probe());
    optional("command", question.command());
    if (question.shell().isPresent()) {
      word("shell", question.shell().get());
      json.writeBooleanField("elevated", question.elevated());
    }
    json.writeNumberField("minutes", question.minutes());
    strings("decides", question.decides());
    json.writeFieldName("gainPerMinute");
    json.writeNumber(question.gainPerMinute().toPlainString());
    json.writeEndObject();
  }

  private void candidate(Candidate candidate) throws IOException {
    json.writeStartObject();
    text("error", candidate.error());
    source(candidate.error());
    text("headline", candidate.headline());
    text("problem", candidate.problem());
    text("title", candidate.title());
    strings("entries", candidate.entries());
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
    source(error.error());
    text("headline", error.headline());
    list("ids", error.ids(), json::writeNumber);
    strings("codes", error.codes());
    json.writeEndObject();
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

  private void strings(String name, Collection<String> values) throws IOException {
    list(name, List.copyOf(values), value -> json.writeString(Printable.of(value)));
  }

  private <T> void list(String name, Collection<T> values, Writing<T> writing) throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : values) {
      writing.write(value);
    }
    json.writeEndArray();
  }
}
