package dev.mabsplan.engine.compare;

import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.InvalidFactsException;
import dev.mabsplan.facts.json.Json;
import dev.mabsplan.facts.json.Json.JsonArray;
import dev.mabsplan.facts.json.Json.JsonObject;
import dev.mabsplan.facts.json.Json.Text;
import dev.mabsplan.facts.json.JsonReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads of a plan as JSON what is compared. */
final class GistReader {

  private static final String SCHEMA = "https://mabsplan.dev/schema/plan.";
  private static final String VERSION = "v2.";

  private final String file;

  GistReader(String file) {
    this.file = file;
  }

  Optional<PlanGist> read(String json) {
    if (!json.contains(SCHEMA)) {
      return Optional.empty();
    }
    Json document;
    try {
      document = JsonReader.read(file, json);
    } catch (InvalidFactsException e) {
      // Whoever reads it as facts says what is wrong.
      return Optional.empty();
    }
    if (!(document instanceof JsonObject plan)) {
      return Optional.empty();
    }
    return field(plan, "$schema")
        .filter(Text.class::isInstance)
        .map(Text.class::cast)
        .filter(schema -> schema.value().startsWith(SCHEMA))
        .map(schema -> plan(plan, schema));
  }

  private PlanGist plan(JsonObject plan, Text schema) {
    if (!schema.value().startsWith(SCHEMA + VERSION)) {
      throw fault("a plan of the schema plan.v2, as this mabsplan writes it", schema);
    }
    return new PlanGist(
        text(plan, "language"),
        objects(plan, "problems", this::problem),
        objects(plan, "steps", this::step),
        objects(plan, "excluded", this::leftOut),
        objects(plan, "questions", this::asked),
        objects(plan, "candidates", this::mayBe).stream().flatMap(List::stream).toList(),
        objects(plan, "unexplained", error -> text(error, "headline")));
  }

  private PlanGist.Problem problem(JsonObject problem) {
    return new PlanGist.Problem(
        text(problem, "id"),
        text(problem, "title"),
        text(problem, "server"),
        optional(problem, "dataSource"));
  }

  private PlanGist.Step step(JsonObject step) {
    return new PlanGist.Step(
        text(step, "number"),
        text(step, "id"),
        optional(step, "remedy").orElse(""),
        text(step, "title"),
        text(step, "server"),
        optional(step, "dataSource"),
        text(step, "status"),
        reasons(step),
        Stream.concat(
                texts(step, "items").stream(),
                objects(step, "looks", look -> text(look, "title")).stream())
            .distinct()
            .toList());
  }

  private PlanGist.LeftOut leftOut(JsonObject excluded) {
    return new PlanGist.LeftOut(
        text(excluded, "remedy"),
        text(excluded, "title"),
        text(excluded, "server"),
        optional(excluded, "dataSource"),
        text(excluded, "verdict"),
        reasons(excluded));
  }

  private List<String> reasons(JsonObject of) {
    return objects(of, "reasons", reason -> optional(reason, "text")).stream()
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private PlanGist.Asked asked(JsonObject question) {
    return new PlanGist.Asked(texts(question, "facts"), text(question, "label"));
  }

  private List<PlanGist.MayBe> mayBe(JsonObject error) {
    String address = text(error, "error");
    return objects(
        error,
        "mayBe",
        one -> new PlanGist.MayBe(address, text(one, "problem"), text(one, "title")));
  }

  private <T> List<T> objects(JsonObject of, String name, Function<JsonObject, T> read) {
    return items(of, name).stream()
        .map(
            item -> {
              if (item instanceof JsonObject object) {
                return read.apply(object);
              }
              throw fault("an object in \"" + name + "\"", item);
            })
        .toList();
  }

  private List<String> texts(JsonObject of, String name) {
    return items(of, name).stream()
        .map(
            item -> {
              if (item instanceof Text text) {
                return text.value();
              }
              throw fault("a text in \"" + name + "\"", item);
            })
        .toList();
  }

  private List<Json> items(JsonObject of, String name) {
    Optional<Json> list = field(of, name);
    if (list.isEmpty()) {
      return List.of();
    }
    if (list.get() instanceof JsonArray array) {
      return array.items();
    }
    throw fault("a list as \"" + name + "\"", list.get());
  }

  private String text(JsonObject of, String name) {
    return optional(of, name)
        .orElseThrow(() -> fault("a plan, with \"" + name + "\" as a text here", of));
  }

  private Optional<String> optional(JsonObject of, String name) {
    return field(of, name).filter(Text.class::isInstance).map(text -> ((Text) text).value());
  }

  private static Optional<Json> field(JsonObject of, String name) {
    return of.fields().stream()
        .filter(field -> field.name().equals(name))
        .map(Json.Field::value)
        .findFirst();
  }

  private InvalidFactsException fault(String expected, Json found) {
    return new InvalidFactsException(
        List.of(new Fault(expected, found.described(), found.place().source(file), null)));
  }
}
