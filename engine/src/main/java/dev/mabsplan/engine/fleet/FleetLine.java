package dev.mabsplan.engine.fleet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.render.JsonText;
import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
    Map<String, Object> document = document(mark);
    document.put(KEY, known.key());
    document.put(RULES, known.rules());
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(DOCUMENT, document);
    changes.ifPresent(found -> line.put("since", since(found)));
    String head = JsonText.line(line);
    return head.substring(0, head.length() - 1) + "," + plan.substring(1);
  }

  /** Returns the line of a document that is not as it must be, without a line feed. */
  public static String broken(Mark mark, String error, List<Fault> faults) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(DOCUMENT, document(mark));
    line.put(ERROR, Printable.of(error));
    line.put("faults", faults.stream().map(FleetLine::fault).toList());
    return JsonText.line(line);
  }

  private static Map<String, Object> document(Mark mark) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("line", mark.line());
    mark.name().ifPresent(name -> document.put("name", Printable.of(name)));
    document.put(DIGEST, mark.digest());
    document.put(RUN, mark.run());
    return document;
  }

  private static Map<String, Object> fault(Fault fault) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("expected", Printable.of(fault.expected()));
    map.put("found", Printable.of(fault.found()));
    Source source = fault.source();
    if (source != null) {
      map.put("at", Printable.of(source.toString()));
      if (!source.pointer().isEmpty()) {
        map.put("pointer", Printable.of(source.pointer()));
      }
    }
    String hint = fault.hint();
    if (hint != null) {
      map.put("hint", Printable.of(hint));
    }
    return map;
  }

  private static Map<String, Object> since(Changes changes) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (changes.otherRules()) {
      map.put("otherRules", true);
    }
    list(map, "solved", changes.solved(), FleetLine::problem);
    list(map, "new", changes.added(), FleetLine::problem);
    list(map, "stepsGone", changes.stepsGone(), FleetLine::step);
    list(map, "stepsNew", changes.stepsAdded(), FleetLine::step);
    list(map, "stepsChanged", changes.stepsChanged(), FleetLine::changed);
    return map;
  }

  private static <T> void list(
      Map<String, Object> map, String name, List<T> all, Function<T, Map<String, Object>> write) {
    if (!all.isEmpty()) {
      map.put(name, all.stream().map(write).toList());
    }
  }

  private static Map<String, Object> problem(ShortPlan.Problem problem) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", problem.id());
    map.put("title", problem.title());
    map.put("server", problem.server());
    problem.dataSource().ifPresent(name -> map.put("dataSource", name));
    return map;
  }

  private static Map<String, Object> step(ShortPlan.Step step) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", step.id());
    map.put("title", step.title());
    map.put("status", Kebab.word(step.status()));
    return map;
  }

  private static Map<String, Object> changed(Changes.Changed changed) {
    Map<String, Object> map = step(changed.step());
    map.put("was", Kebab.word(changed.was()));
    return map;
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
    try (InputStream in = FleetLine.class.getResourceAsStream("fleet.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("fleet.schema.json is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
