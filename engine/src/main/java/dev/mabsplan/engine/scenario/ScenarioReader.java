package dev.mabsplan.engine.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Nearest;
import dev.mabsplan.facts.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads scenario files. */
public final class ScenarioReader {

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private final String file;
  private final List<Fault> faults = new ArrayList<>();

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
      throw new InvalidScenarioException(reader.faults);
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
    if (!root.path("expect").has("steps")) {
      fault("the steps that are expected, under expect: steps", "none");
    }
    List<Scenario> scenarios = new ArrayList<>();
    scenarios.add(scenario(name, root, root.path("given"), root.path("expect")));
    for (JsonNode each : root.path("cases")) {
      known(each, "a case", "name", "covers", "silent", "given", "expect");
      JsonNode given = FactsTree.merge(root.path("given"), each.path("given"));
      JsonNode expect = root.path("expect").deepCopy();
      if (expect instanceof ObjectNode object && each.path("expect") instanceof ObjectNode own) {
        object.setAll(own);
      }
      scenarios.add(scenario(name + "#" + each.path("name").asText(), each, given, expect));
    }
    return scenarios;
  }

  private Scenario scenario(String name, JsonNode head, JsonNode given, JsonNode expect) {
    known(expect, "expect", "problems", "steps", "excluded", "questions", "looks", "unexplained");
    List<Scenario.ExpectedStep> steps = new ArrayList<>();
    for (JsonNode step : expect.path("steps")) {
      known(step, "a step", "remedy", "number", "on", "dataSource", "status", "because", "items");
      steps.add(
          new Scenario.ExpectedStep(
              step.path("remedy").asText(),
              text(step, "number"),
              text(step, "on"),
              text(step, "dataSource"),
              text(step, "status"),
              texts(step.path("because")),
              list(step, "items")));
    }
    List<Scenario.ExpectedExclusion> excluded = new ArrayList<>();
    for (JsonNode exclusion : expect.path("excluded")) {
      known(exclusion, "an exclusion", "remedy", "verdict", "because");
      excluded.add(
          new Scenario.ExpectedExclusion(
              exclusion.path("remedy").asText(),
              text(exclusion, "verdict"),
              texts(exclusion.path("because"))));
    }
    return new Scenario(
        name,
        file,
        texts(head.path("covers")),
        texts(head.path("silent")),
        given.isMissingNode() ? "{}" : given.toString(),
        list(expect, "problems"),
        steps,
        excluded,
        texts(expect.path("questions")),
        list(expect, "looks"),
        expect.path("unexplained").asInt());
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

  private static Optional<List<String>> list(JsonNode node, String field) {
    return node.has(field) ? Optional.of(texts(node.path(field))) : Optional.empty();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
