package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.YamlNode;
import dev.mabsplan.engine.pack.YamlNode.Items;
import dev.mabsplan.engine.pack.YamlNode.Mapping;
import dev.mabsplan.engine.pack.YamlNode.Scalar;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.scenario.Expectation.ExpectedExclusion;
import dev.mabsplan.engine.scenario.Expectation.ExpectedStep;
import dev.mabsplan.engine.scenario.Scenario.Stage;
import dev.mabsplan.facts.Address;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.InvalidFactsException;
import dev.mabsplan.facts.Nearest;
import dev.mabsplan.facts.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads scenario files. A name that nothing has, a key that means nothing and a fact that is none
 * are faults: a typo never makes a scenario pass.
 */
public final class ScenarioReader {

  private static final String SCHEMA = "scenario.schema.json";

  private static final String SCENARIO = "scenario";
  private static final String NAME = "name";
  private static final String COVERS = "covers";
  private static final String SILENT = "silent";
  private static final String BASE = "base";
  private static final String GIVEN = "given";
  private static final String UNKNOWN = "unknown";
  private static final String EXPECT = "expect";
  private static final String AFTER = "after";
  private static final String APPLY = "apply";
  private static final String CASES = "cases";
  private static final String PROBLEMS = "problems";
  private static final String STEPS = "steps";
  private static final String CONTAINS = "contains";
  private static final String EXCLUDED = "excluded";
  private static final String QUESTIONS = "questions";
  private static final String LOOKS = "looks";
  private static final String UNEXPLAINED = "unexplained";
  private static final String BECAUSE = "because";
  private static final String REMEDY = "remedy";

  private final Set<String> rules;
  private final Set<String> remedies;
  private final Set<String> problems;
  private final Set<String> topics;

  /** Makes a reader of scenarios of the planner's rule packs. */
  public ScenarioReader(Planner planner) {
    this.rules = new TreeSet<>(planner.rules().rules());
    this.remedies = new TreeSet<>(planner.knowledge().remedies());
    this.problems = new TreeSet<>(planner.knowledge().problems());
    this.topics =
        planner.knowledge().packs().stream()
            .flatMap(pack -> pack.topics().stream())
            .map(topic -> topic.name())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the JSON Schema (2020-12) of a scenario file. */
  public static String schema() {
    try (InputStream in = ScenarioReader.class.getResourceAsStream(SCHEMA)) {
      return new String(Objects.requireNonNull(in, SCHEMA).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the cases of a file: the main one and those under {@code cases}, whose facts are merged
   * over the main one's and whose expectations replace the main one's, each by its name.
   *
   * @throws InvalidScenarioException with everything that is wrong with it
   */
  public List<Scenario> read(ScenarioFile file) {
    Reading reading = new Reading(file);
    List<Scenario> scenarios = reading.scenarios();
    if (!reading.faults.isEmpty()) {
      throw new InvalidScenarioException(List.copyOf(reading.faults));
    }
    return scenarios;
  }

  /** The reading of one file. */
  private final class Reading {

    private final ScenarioFile file;
    private final Set<Fault> faults = new LinkedHashSet<>();

    Reading(ScenarioFile file) {
      this.file = file;
    }

    List<Scenario> scenarios() {
      Mapping root = document(file.name(), file.text());
      if (!faults.isEmpty()) {
        return List.of();
      }
      known(root, SCENARIO, COVERS, SILENT, BASE, GIVEN, UNKNOWN, EXPECT, AFTER, CASES);
      String name = text(root, SCENARIO).orElse("");
      if (name.isEmpty()) {
        fault(
            "a name under \"" + SCENARIO + "\"",
            "none",
            root.source(),
            "write scenario: NAME first");
      }
      String topic = topics.contains(file.topic()) ? file.topic() : "";
      String whole = topic.isEmpty() ? name : topic + "/" + name;
      Mapping given = given(root, mapping(root, GIVEN));
      Mapping expect = mapping(root, EXPECT);
      if (!expect.fields().containsKey(STEPS)) {
        fault(
            "the steps that are expected, under expect: steps",
            "none",
            expect.source(),
            "write steps: [] where none is expected");
      }
      List<Scenario> scenarios = new ArrayList<>();
      scenario(whole, topic, root, given, expect, stages(root)).ifPresent(scenarios::add);
      Map<String, Source> cases = new HashMap<>();
      for (YamlNode item : items(root, CASES)) {
        Mapping each = mapping(item, "a case, with a name");
        known(each, NAME, COVERS, SILENT, GIVEN, UNKNOWN, EXPECT, AFTER);
        String own = text(each, NAME).orElse("");
        Source other = own.isEmpty() ? null : cases.putIfAbsent(own, each.source());
        if (own.isEmpty()) {
          fault("a name of its own for every case", "none", each.source(), "write name: first");
        } else if (other != null) {
          fault(
              "a name of its own for every case",
              Fault.quote(own) + ", as on line " + other.line(),
              each.source(),
              null);
        }
        Mapping facts = given(each, (Mapping) FactsTree.merge(given, mapping(each, GIVEN)));
        Mapping expected = over(expect, mapping(each, EXPECT));
        scenario(
                whole + "#" + own,
                topic,
                each,
                facts,
                expected,
                each.fields().containsKey(AFTER) ? stages(each) : stages(root))
            .ifPresent(scenarios::add);
      }
      return scenarios;
    }

    private Mapping document(String name, String text) {
      try {
        YamlNode node = YamlNode.read(name, text);
        if (node instanceof Mapping map) {
          return map;
        }
        fault("a mapping", node.describe(), node.source(), null);
      } catch (YamlNode.NotYaml e) {
        fault("YAML", String.valueOf(e.getMessage()), e.source(), null);
      }
      return new Mapping(Source.of(name), Map.of(), Map.of());
    }

    /** The facts of a case: over its base, without what it says is unknown. */
    private Mapping given(Mapping head, Mapping written) {
      Mapping given = written;
      Optional<String> base = text(head, BASE);
      if (base.isPresent()) {
        Source at = head.keys().getOrDefault(BASE, head.source());
        Optional<String> text = file.beside().apply(base.get());
        if (text.isPresent()) {
          given = (Mapping) FactsTree.merge(document(base.get(), text.get()), written);
        } else {
          fault(
              "a facts document at the path of \"base\", from this file",
              "none at " + Fault.quote(base.get()),
              at,
              null);
        }
      }
      for (YamlNode item : items(head, UNKNOWN)) {
        given = forgotten(given, item);
      }
      return given;
    }

    private Mapping forgotten(Mapping given, YamlNode item) {
      Optional<Address> address = address(item);
      if (address.isEmpty()) {
        return given;
      }
      Optional<Mapping> rest = FactsTree.forget(given, address.get());
      if (rest.isEmpty()) {
        fault(
            "under \"unknown\" a fact that is given, to be forgotten",
            address.get().toString(),
            item.source(),
            "what is not given is unknown as it is");
      }
      return rest.orElse(given);
    }

    private static Mapping over(Mapping base, Mapping own) {
      Map<String, YamlNode> fields = new LinkedHashMap<>(base.fields());
      fields.putAll(own.fields());
      Map<String, Source> keys = new LinkedHashMap<>(base.keys());
      keys.putAll(own.keys());
      return new Mapping(own.fields().isEmpty() ? base.source() : own.source(), fields, keys);
    }

    private Optional<Scenario> scenario(
        String name, String topic, Mapping head, Mapping given, Mapping expect, List<Stage> after) {
      List<String> covers = ids(head, COVERS, "a rule", rules);
      List<String> silent = ids(head, SILENT, "a rule", rules);
      Expectation expected = expectation(expect);
      try {
        return Optional.of(
            new Scenario(
                name, topic, head.source(), covers, silent, new Given(given), expected, after));
      } catch (InvalidFactsException e) {
        faults.addAll(e.faults());
        return Optional.empty();
      }
    }

    private List<Stage> stages(Mapping head) {
      List<Stage> stages = new ArrayList<>();
      for (YamlNode item : items(head, AFTER)) {
        Mapping stage = mapping(item, "a stage, with expect");
        known(stage, APPLY, EXPECT);
        Mapping expect = mapping(stage, EXPECT);
        if (!expect.fields().containsKey(STEPS)) {
          fault(
              "the steps that are expected then, under expect: steps",
              "none",
              stage.source(),
              "write expect: {steps: []} where nothing is left to do");
        }
        stages.add(
            new Stage(
                stage.source(), ids(stage, APPLY, "a remedy", remedies), expectation(expect)));
      }
      return stages;
    }

    private Expectation expectation(Mapping expect) {
      known(expect, PROBLEMS, STEPS, EXCLUDED, QUESTIONS, LOOKS, UNEXPLAINED);
      boolean open = expect.fields().get(STEPS) instanceof Mapping;
      Mapping steps = expect;
      if (expect.fields().get(STEPS) instanceof Mapping contains) {
        known(contains, CONTAINS);
        steps = contains;
      }
      return new Expectation(
          expect.source(),
          list(expect, PROBLEMS, "a problem", problems),
          items(steps, open ? CONTAINS : STEPS).stream().map(this::step).toList(),
          open,
          items(expect, EXCLUDED).stream().map(this::exclusion).toList(),
          items(expect, QUESTIONS).stream().map(this::address).flatMap(Optional::stream).toList(),
          list(expect, LOOKS, "a remedy", remedies),
          unexplained(expect));
    }

    private int unexplained(Mapping expect) {
      YamlNode node = expect.fields().get(UNEXPLAINED);
      if (node == null) {
        return 0;
      }
      if (node instanceof Scalar scalar && scalar.text().matches("\\d{1,6}")) {
        return Integer.parseInt(scalar.text());
      }
      fault("a number of errors under \"unexplained\"", node.describe(), node.source(), null);
      return 0;
    }

    private ExpectedStep step(YamlNode item) {
      Mapping step = mapping(item, "a step, with a remedy");
      known(step, REMEDY, "number", "on", "dataSource", "status", "path", BECAUSE, "items");
      List<String> because = new ArrayList<>();
      List<Address> facts = new ArrayList<>();
      for (YamlNode reason : items(step, BECAUSE)) {
        String text = reason instanceof Scalar scalar ? scalar.text() : "";
        if (text.startsWith("servers[") || text.startsWith("errors")) {
          address(reason).ifPresent(facts::add);
        } else {
          because.add(id(reason, "a rule, or the address of a fact", rules));
        }
      }
      return new ExpectedStep(
          step.source(),
          remedy(step, "a step"),
          text(step, "number"),
          text(step, "on"),
          text(step, "dataSource"),
          word(step, "status", Status.values()),
          text(step, "path"),
          because,
          facts,
          step.fields().containsKey("items")
              ? Optional.of(items(step, "items").stream().map(this::text).toList())
              : Optional.empty());
    }

    private ExpectedExclusion exclusion(YamlNode item) {
      Mapping exclusion = mapping(item, "an exclusion, with a remedy");
      known(exclusion, REMEDY, "on", "verdict", BECAUSE);
      return new ExpectedExclusion(
          exclusion.source(),
          remedy(exclusion, "an exclusion"),
          text(exclusion, "on"),
          word(exclusion, "verdict", Excluded.Verdict.values()),
          ids(exclusion, BECAUSE, "a rule", rules));
    }

    private String remedy(Mapping of, String what) {
      YamlNode node = of.fields().get(REMEDY);
      if (node == null) {
        fault("the remedy of " + what, "none", of.source(), "write remedy: TOPIC/NAME");
        return "";
      }
      return id(node, "a remedy", remedies);
    }

    private Optional<String> word(Mapping of, String field, Enum<?>[] values) {
      Optional<String> word = text(of, field);
      List<String> words = Arrays.stream(values).map(Kebab::word).toList();
      if (word.isPresent() && !words.contains(word.get())) {
        fault(
            "one of " + String.join(", ", words) + " for \"" + field + "\"",
            Fault.quote(word.get()),
            of.keys().getOrDefault(field, of.source()),
            meant(word.get(), words));
      }
      return word;
    }

    private Optional<List<String>> list(
        Mapping of, String field, String what, Collection<String> known) {
      return of.fields().containsKey(field)
          ? Optional.of(ids(of, field, what, known))
          : Optional.empty();
    }

    private List<String> ids(Mapping of, String field, String what, Collection<String> known) {
      return items(of, field).stream().map(node -> id(node, what, known)).toList();
    }

    private String id(YamlNode node, String what, Collection<String> known) {
      String id = text(node);
      if (!id.isEmpty() && !known.contains(id)) {
        fault(
            what + " of a rule pack, as topic/name",
            Fault.quote(id),
            node.source(),
            meant(id, known));
      }
      return id;
    }

    private Optional<Address> address(YamlNode node) {
      String text = text(node);
      try {
        return text.isEmpty() ? Optional.empty() : Optional.of(Address.parse(text));
      } catch (IllegalArgumentException e) {
        fault(
            "the address of a fact, such as servers[FS01].services[VSS].startType",
            Fault.quote(text),
            node.source(),
            e.getMessage());
        return Optional.empty();
      }
    }

    private String text(YamlNode node) {
      if (node instanceof Scalar scalar && !scalar.text().isEmpty()) {
        return scalar.text();
      }
      fault("a text", node.describe(), node.source(), null);
      return "";
    }

    private Optional<String> text(Mapping of, String field) {
      YamlNode node = of.fields().get(field);
      if (node == null) {
        return Optional.empty();
      }
      if (node instanceof Scalar scalar) {
        return Optional.of(scalar.text());
      }
      fault("a text under \"" + field + "\"", node.describe(), node.source(), null);
      return Optional.empty();
    }

    /** What is no list would have no items, and so expect nothing. */
    private List<YamlNode> items(Mapping of, String field) {
      YamlNode node = of.fields().get(field);
      if (node instanceof Items list) {
        return list.items();
      }
      if (node != null) {
        fault("a list under \"" + field + "\"", node.describe(), node.source(), null);
      }
      return List.of();
    }

    private Mapping mapping(Mapping of, String field) {
      YamlNode node = of.fields().get(field);
      return node == null
          ? new Mapping(of.source(), Map.of(), Map.of())
          : mapping(node, "a mapping under \"" + field + "\"");
    }

    private Mapping mapping(YamlNode node, String expected) {
      if (node instanceof Mapping map) {
        return map;
      }
      fault(expected, node.describe(), node.source(), null);
      return new Mapping(node.source(), Map.of(), Map.of());
    }

    private void known(Mapping of, String... keys) {
      faults.addAll(of.unknownKeys(keys));
    }

    private static @Nullable String meant(String found, Collection<String> known) {
      return Nearest.to(found, known).map(name -> "did you mean \"" + name + "\"?").orElse(null);
    }

    private void fault(String expected, String found, Source source, @Nullable String hint) {
      faults.add(new Fault(expected, found, source, hint));
    }
  }
}
