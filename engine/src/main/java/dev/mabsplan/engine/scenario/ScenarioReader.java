package dev.mabsplan.engine.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Nearest;
import dev.mabsplan.facts.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads scenario files. */
public final class ScenarioReader {

  private static final ObjectMapper YAML =
      new ObjectMapper(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String file;
  private final Set<Fault> faults = new LinkedHashSet<>();

  private ScenarioReader(String file) {
    this.file = file;
  }

  /**
   * Reads the cases of a file: the main one and those under {@code cases}, whose facts are merged
   * over the main one's and whose expectations replace the main one's, each by its name.
   *
   * @throws InvalidScenarioException with everything that is wrong with its form
   */
  public static List<Scenario> read(String file, String text) {
    ScenarioReader reader = new ScenarioReader(file);
    List<Scenario> scenarios = reader.file(text);
    if (!reader.faults.isEmpty()) {
      throw new InvalidScenarioException(List.copyOf(reader.faults));
    }
    return scenarios;
  }

  private List<Scenario> file(String text) {
    JsonNode root;
    try {
      root = YAML.readTree(text);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      faults.add(
          new Fault(
              "YAML",
              e.getOriginalMessage().lines().findFirst().orElse(""),
              Source.of(file, line),
              null));
      return List.of();
    }
    known(root, "the file", "scenario", "covers", "silent", "given", "expect", "cases");
    String name = root.path("scenario").asText();
    if (name.isEmpty()) {
      fault("a name under \"scenario\"", "none");
    }
    mapping(root, "given");
    mapping(root, "expect");
    if (!root.path("expect").has("steps")) {
      fault("the steps that are expected, under expect: steps", "none");
    }
    List<Scenario> scenarios = new ArrayList<>();
    scenarios.add(scenario(name, root, root.path("given"), root.path("expect")));
    Set<String> cases = new HashSet<>();
    for (JsonNode each : items(root, "cases")) {
      known(each, "a case", "name", "covers", "silent", "given", "expect");
      mapping(each, "given");
      mapping(each, "expect");
      String own = each.path("name").asText();
      if (own.isEmpty() || !cases.add(own)) {
        fault("a name of its own for every case", own.isEmpty() ? "none" : "\"" + own + "\" twice");
      }
      JsonNode given = FactsTree.merge(root.path("given"), each.path("given"));
      JsonNode expect = root.path("expect").deepCopy();
      if (expect instanceof ObjectNode object && each.path("expect") instanceof ObjectNode over) {
        object.setAll(over);
      }
      scenarios.add(scenario(name + "#" + own, each, given, expect));
    }
    return scenarios;
  }

  private Scenario scenario(String name, JsonNode head, JsonNode given, JsonNode expect) {
    known(expect, "expect", "problems", "steps", "excluded", "questions", "looks", "unexplained");
    List<Scenario.ExpectedStep> steps = new ArrayList<>();
    for (JsonNode step : items(expect, "steps")) {
      known(step, "a step", "remedy", "number", "on", "dataSource", "status", "because", "items");
      remedy(step, "a step");
      steps.add(
          new Scenario.ExpectedStep(
              step.path("remedy").asText(),
              text(step, "number"),
              text(step, "on"),
              text(step, "dataSource"),
              text(step, "status"),
              texts(step, "because"),
              list(step, "items")));
    }
    List<Scenario.ExpectedExclusion> excluded = new ArrayList<>();
    for (JsonNode exclusion : items(expect, "excluded")) {
      known(exclusion, "an exclusion", "remedy", "verdict", "because");
      remedy(exclusion, "an exclusion");
      excluded.add(
          new Scenario.ExpectedExclusion(
              exclusion.path("remedy").asText(),
              text(exclusion, "verdict"),
              texts(exclusion, "because")));
    }
    JsonNode unexplained = expect.path("unexplained");
    if (!unexplained.isMissingNode() && !unexplained.isInt()) {
      fault("a number of errors under \"unexplained\"", unexplained.toString());
    }
    return new Scenario(
        name,
        file,
        texts(head, "covers"),
        texts(head, "silent"),
        given.isMissingNode() ? "{}" : given.toString(),
        list(expect, "problems"),
        steps,
        excluded,
        texts(expect, "questions"),
        list(expect, "looks"),
        unexplained.asInt());
  }

  private void known(JsonNode node, String what, String... fields) {
    Set<String> known = new TreeSet<>(List.of(fields));
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                faults.add(
                    new Fault(
                        "in " + what + " one of " + String.join(", ", known),
                        "\"" + name + "\"",
                        Source.of(file),
                        Nearest.to(name, known)
                            .map(n -> "did you mean \"" + n + "\"?")
                            .orElse(null)));
              }
            });
  }

  private void fault(String expected, String found) {
    faults.add(new Fault(expected, found, Source.of(file), null));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return node.has(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
  }

  private Optional<List<String>> list(JsonNode node, String field) {
    return node.has(field) ? Optional.of(texts(node, field)) : Optional.empty();
  }

  private List<String> texts(JsonNode node, String field) {
    List<String> texts = new ArrayList<>();
    items(node, field).forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** What is no list would have no items, and so expect nothing. */
  private JsonNode items(JsonNode node, String field) {
    JsonNode list = node.path(field);
    if (!list.isMissingNode() && !list.isArray()) {
      fault("a list under \"" + field + "\"", list.toString());
    }
    return list;
  }

  private void mapping(JsonNode node, String field) {
    JsonNode child = node.path(field);
    if (!child.isMissingNode() && !child.isObject()) {
      fault("a mapping under \"" + field + "\"", child.toString());
    }
  }

  private void remedy(JsonNode node, String of) {
    if (node.path("remedy").asText().isEmpty()) {
      fault("the remedy of " + of, node.toString());
    }
  }
}
