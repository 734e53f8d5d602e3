package dev.mabsplan.engine.fleet;

import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.Severity;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.InvalidFactsException;
import dev.mabsplan.facts.json.Json;
import dev.mabsplan.facts.json.Json.JsonArray;
import dev.mabsplan.facts.json.Json.JsonObject;
import dev.mabsplan.facts.json.Json.Numeral;
import dev.mabsplan.facts.json.Json.Text;
import dev.mabsplan.facts.json.JsonReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads of a line what is known of its document. */
final class LineReader {

  private final String file;

  LineReader(String file) {
    this.file = file;
  }

  Optional<Known> read(String text) {
    JsonObject line = object(JsonReader.read(file, text));
    if (field(line, FleetLine.ERROR).isPresent()) {
      return Optional.empty();
    }
    JsonObject document = object(required(line, FleetLine.DOCUMENT));
    return Optional.of(
        new Known(
            text(document, FleetLine.KEY),
            text(document, FleetLine.DIGEST),
            text(document, FleetLine.RULES),
            new ShortPlan(
                Language.tagged(text(line, "language")).orElse(Language.ENGLISH),
                objects(line, "problems", this::problem),
                objects(line, "steps", this::step),
                unexplained(line))));
  }

  /** A whole plan lists them, one in short counts them. */
  private static int unexplained(JsonObject line) {
    Optional<Json> found = field(line, "unexplained");
    if (found.isPresent() && found.get() instanceof JsonArray list) {
      return list.items().size();
    }
    return found.isPresent() && found.get() instanceof Numeral count
        ? Integer.parseInt(count.text())
        : 0;
  }

  private ShortPlan.Problem problem(JsonObject problem) {
    return new ShortPlan.Problem(
        text(problem, "id"),
        text(problem, "title"),
        text(problem, "server"),
        optional(problem, "dataSource"),
        word(problem, "severity", Severity.class));
  }

  private ShortPlan.Step step(JsonObject step) {
    return new ShortPlan.Step(
        text(step, "number"),
        text(step, "id"),
        word(step, "kind", Step.Kind.class),
        optional(step, "remedy").orElse(""),
        text(step, "title"),
        text(step, "server"),
        word(step, "status", Status.class),
        items(step, "problems").stream().map(this::number).toList(),
        number(required(step, "effortMinutes")),
        word(step, "risk", Risk.class));
  }

  private <E extends Enum<E>> E word(JsonObject of, String name, Class<E> type) {
    String word = text(of, name);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> Kebab.word(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> fault("a known word as \"" + name + "\"", required(of, name)));
  }

  private int number(Json value) {
    if (value instanceof Numeral number) {
      try {
        return Integer.parseInt(number.text());
      } catch (NumberFormatException e) {
        // said below
      }
    }
    throw fault("a number", value);
  }

  private <T> List<T> objects(JsonObject of, String name, Function<JsonObject, T> read) {
    return items(of, name).stream().map(item -> read.apply(object(item))).toList();
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

  private JsonObject object(Json value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw fault("a line that mabsplan fleet wrote", value);
  }

  private Json required(JsonObject of, String name) {
    return field(of, name)
        .orElseThrow(() -> fault("a line that mabsplan fleet wrote, with \"" + name + "\"", of));
  }

  private String text(JsonObject of, String name) {
    if (required(of, name) instanceof Text text) {
      return text.value();
    }
    throw fault("a text as \"" + name + "\"", required(of, name));
  }

  private static Optional<String> optional(JsonObject of, String name) {
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
