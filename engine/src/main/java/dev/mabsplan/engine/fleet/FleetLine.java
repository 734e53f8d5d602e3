package dev.mabsplan.engine.fleet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.JsonObject;
import dev.mabsplan.facts.tree.TextBeside;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what comes of a document as JSON on one line, by the schema that {@link #schema()}
 * returns: which document it is, what changed, and the plan; or what is wrong with the document.
 */
public final class FleetLine {

  static final String DOCUMENT = "document";
  static final String ERROR = "error";
  static final String KEY = "key";
  static final String DIGEST = "digest";
  static final String RULES = "rules";
  private static final String RUN = "run";

  private static final JsonFactory JSON = new JsonFactory();

  private FleetLine() {}

  /**
   * Returns the line of a plan, without a line feed.
   *
   * @param changes what changed; nothing where nothing was known
   * @param plan the plan as JSON on one line
   */
  public static String planned(Mark mark, Known known, Optional<Changes> changes, String plan) {
    JsonObject line =
        new JsonObject()
            .object(DOCUMENT, document(mark).text(KEY, known.key()).text(RULES, known.rules()));
    changes.ifPresent(found -> line.object("since", since(found)));
    String head = line.oneLine();
    return head.substring(0, head.length() - 1) + "," + plan.substring(1);
  }

  /** Returns the line of a document that is not as it must be, without a line feed. */
  public static String broken(Mark mark, String error, List<Fault> faults) {
    return new JsonObject()
        .object(DOCUMENT, document(mark))
        .text(ERROR, Printable.of(error))
        .listOrEmpty("faults", faults, FleetLine::fault)
        .oneLine();
  }

  private static JsonObject document(Mark mark) {
    return new JsonObject()
        .number("line", mark.line())
        .optional("name", mark.name().map(Printable::of))
        .text(DIGEST, mark.digest())
        .text(RUN, mark.run());
  }

  private static JsonObject fault(Fault fault) {
    JsonObject json =
        new JsonObject()
            .text("expected", Printable.of(fault.expected()))
            .text("found", Printable.of(fault.found()));
    Source source = fault.source();
    if (source != null) {
      json.text("at", Printable.of(source.toString()))
          .textUnlessEmpty("pointer", Printable.of(source.pointer()));
    }
    return json.optional("hint", Optional.ofNullable(fault.hint()).map(Printable::of));
  }

  private static JsonObject since(Changes changes) {
    JsonObject json = new JsonObject();
    if (changes.otherRules()) {
      json.flag("otherRules", true);
    }
    return json.list("solved", changes.solved(), FleetLine::problem)
        .list("new", changes.added(), FleetLine::problem)
        .list("stepsGone", changes.stepsGone(), FleetLine::step)
        .list("stepsNew", changes.stepsAdded(), FleetLine::step)
        .list("stepsChanged", changes.stepsChanged(), FleetLine::changed);
  }

  private static JsonObject problem(ShortPlan.Problem problem) {
    return new JsonObject()
        .text("id", problem.id())
        .text("title", problem.title())
        .text("server", problem.server())
        .optional("dataSource", problem.dataSource());
  }

  private static JsonObject step(ShortPlan.Step step) {
    return new JsonObject()
        .text("id", step.id())
        .text("title", step.title())
        .text("status", Kebab.word(step.status()));
  }

  private static JsonObject changed(Changes.Changed changed) {
    return step(changed.step()).text("was", Kebab.word(changed.was()));
  }

  /**
   * What a line says of its document.
   *
   * @param digest digest of its bytes
   * @param key what it is about; empty where it was broken
   * @param run digest of what else decided what the line says
   */
  public record Head(String digest, String key, String run) {}

  /** Reads the beginning of a line, or nothing where it is no line that was written here. */
  public static Optional<Head> head(byte[] line) {
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT
          || !DOCUMENT.equals(parser.nextFieldName())
          || parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Map<String, String> fields = new HashMap<>();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        fields.put(name, parser.getText());
      }
      return fields.containsKey(DIGEST) && fields.containsKey(RUN)
          ? Optional.of(
              new Head(
                  fields.getOrDefault(DIGEST, ""),
                  fields.getOrDefault(KEY, ""),
                  fields.getOrDefault(RUN, "")))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns the JSON Schema (2020-12) of a line. */
  public static String schema() {
    return TextBeside.read(FleetLine.class, "fleet.schema.json");
  }
}
