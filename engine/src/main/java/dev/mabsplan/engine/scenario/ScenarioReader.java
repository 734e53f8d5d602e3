package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.pack.Form;
import dev.mabsplan.engine.scenario.Scenario.Stage;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.privacy.Messages;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Field;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import dev.mabsplan.facts.tree.Node.Scalar.Kind;
import dev.mabsplan.facts.tree.TextBeside;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

  /** The one fact without an address: it belongs to no server. */
  private static final String OBSERVED_AT = "observedAt";

  private final Set<String> rules;
  private final Set<String> remedies;
  private final Set<String> problems;
  private final Set<String> topics;
  private final Messages messages;

  /** Makes a reader of scenarios of the planner's rule packs. */
  public ScenarioReader(Planner planner) {
    this.rules = new TreeSet<>(Workshop.of(planner).rules().rules());
    this.remedies = new TreeSet<>(Workshop.of(planner).knowledge().remedies());
    this.problems = new TreeSet<>(Workshop.of(planner).knowledge().problems());
    this.messages = planner.messages();
    this.topics =
        Workshop.of(planner).knowledge().packs().stream()
            .flatMap(pack -> pack.topics().stream())
            .map(topic -> topic.name())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the JSON Schema (2020-12) of a scenario file. */
  public static String schema() {
    return TextBeside.read(ScenarioReader.class, SCHEMA);
  }

  /**
   * Reads the cases of a file: the main one and those under {@code cases}, whose facts are merged
   * over the main one's and whose expectations replace the main one's, each by its name.
   *
   * @throws InvalidScenarioException with everything that is wrong with it
   */
  public List<Scenario> read(ScenarioFile file) {
    Set<Fault> faults = new LinkedHashSet<>();
    List<Scenario> scenarios = new Reading(file, faults).scenarios();
    if (!faults.isEmpty()) {
      throw new InvalidScenarioException(List.copyOf(faults));
    }
    return scenarios;
  }

  /** The reading of one file. */
  private final class Reading extends Form {

    private final ScenarioFile file;
    private final ExpectationReader expectations;

    /** Whether there is no telling what the facts lack, since what they lie on can't be read. */
    private boolean groundless;

    Reading(ScenarioFile file, Set<Fault> faults) {
      super(faults);
      this.file = file;
      this.expectations = new ExpectationReader(faults, rules, remedies, problems);
    }

    List<Scenario> scenarios() {
      Mapping root = document(file.name(), file.text());
      if (!faults.isEmpty()) {
        return List.of();
      }
      known(root, SCENARIO, COVERS, SILENT, BASE, GIVEN, UNKNOWN, EXPECT, AFTER, CASES);
      String topic = topics.contains(file.topic()) ? file.topic() : "";
      String own = name(root, SCENARIO, "a name under \"scenario\"");
      String name = topic.isEmpty() ? own : topic + "/" + own;
      Mapping given = given(root, base(root));
      Mapping expect = expect(root);
      List<Stage> after = stages(root);
      List<Scenario> scenarios = new ArrayList<>();
      scenario(name, topic, root, given, expect, after).ifPresent(scenarios::add);
      Map<String, Source> names = new HashMap<>();
      for (Mapping each : mappings(items(root, CASES), "a case, with a name", null)) {
        known(each, NAME, COVERS, SILENT, GIVEN, UNKNOWN, EXPECT, AFTER);
        scenario(
                name + "#" + caseName(each, names),
                topic,
                each,
                given(each, given),
                over(expect, mapping(each, EXPECT)),
                each.has(AFTER) ? stages(each) : after)
            .ifPresent(scenarios::add);
      }
      return scenarios;
    }

    private Mapping document(String name, String text) {
      return yaml(name, text)
          .map(root -> mapping(root, "a mapping", null))
          .orElseGet(() -> Mapping.empty(Source.of(name, 1)));
    }

    private String caseName(Mapping of, Map<String, Source> names) {
      String expected = "a name of its own for every case";
      String name = name(of, NAME, expected);
      Source other = name.isEmpty() ? null : names.putIfAbsent(name, of.source());
      if (other != null) {
        fault(expected, Fault.quote(name) + ", as on line " + other.line(), of.source(), null);
      }
      return name;
    }

    /** The facts of the file that the scenario is based on. */
    private Mapping base(Mapping root) {
      Node base = root.get(BASE);
      if (base == null) {
        return Mapping.empty(root.source());
      }
      int before = faults.size();
      Mapping under = base(base);
      groundless = faults.size() > before;
      return under;
    }

    private Mapping base(Node base) {
      Mapping nothing = Mapping.empty(base.source());
      if (!base.is(Kind.TEXT)) {
        fault("a path under \"base\"", base, null);
        return nothing;
      }
      String path = ((Scalar) base).text();
      Optional<String> text = file.beside().apply(path);
      if (text.isEmpty()) {
        fault(
            "a facts document at the path of \"base\", from this file",
            "none at " + Fault.quote(path),
            base.source(),
            null);
        return nothing;
      }
      return document(file.nameBeside(path), text.get());
    }

    /** What a case stands on, without what it says is unknown, and its own facts over that. */
    private Mapping given(Mapping head, Mapping under) {
      Mapping left = under;
      for (Node item : items(head, UNKNOWN)) {
        left = forgotten(left, item);
      }
      return FactsTree.merge(left, mapping(head, GIVEN));
    }

    private Mapping forgotten(Mapping given, Node item) {
      Optional<Mapping> rest;
      if (item instanceof Scalar scalar && scalar.text().equals(OBSERVED_AT)) {
        rest = FactsTree.without(given, OBSERVED_AT);
      } else {
        Optional<Address> address = expectations.address(item);
        if (address.isEmpty()) {
          return given;
        }
        rest = FactsTree.forget(given, address.get());
      }
      if (rest.isEmpty() && !groundless) {
        fault(
            "under \"unknown\" a fact of the base or of the main case, to be forgotten",
            item,
            item.inYaml().matches("\"(errors|attempts)\\[.*")
                ? "they are forgotten all together, as errors or attempts"
                : "what is not given is unknown as it is");
      }
      return rest.orElse(given);
    }

    private Mapping expect(Mapping of) {
      Mapping expect = mapping(of, EXPECT);
      boolean wrong = of.has(EXPECT) && of.get(EXPECT) != expect;
      if (!wrong && !expect.has(ExpectationReader.STEPS)) {
        fault(
            "the steps that are expected, under expect: steps",
            "none",
            expect.source(),
            "write expect: {steps: []} where there is none");
      }
      return expect;
    }

    private static Mapping over(Mapping base, Mapping own) {
      Mapping over =
          new Mapping(own.fields().isEmpty() ? base.source() : own.source(), base.fields());
      for (Field field : own.fields()) {
        over = over.with(field);
      }
      return over;
    }

    private Optional<Scenario> scenario(
        String name, String topic, Mapping head, Mapping given, Mapping expect, List<Stage> after) {
      List<String> covers = expectations.rules(head, COVERS);
      List<String> silent = expectations.rules(head, SILENT);
      Expectation expected = expectations.expectation(expect);
      try {
        return Optional.of(
            new Scenario(
                name,
                topic,
                head.source(),
                covers,
                silent,
                new Given(given, messages),
                expected,
                after));
      } catch (InvalidFactsException e) {
        if (!groundless) {
          faults.addAll(e.faults());
        }
        return Optional.empty();
      }
    }

    private List<Stage> stages(Mapping head) {
      List<Stage> stages = new ArrayList<>();
      for (Mapping stage : mappings(items(head, AFTER), "a stage, with expect", null)) {
        known(stage, APPLY, EXPECT);
        stages.add(
            new Stage(
                stage.source(),
                expectations.remedies(stage, APPLY),
                expectations.expectation(expect(stage))));
      }
      return stages;
    }

    private String name(Mapping of, String field, String expected) {
      Node node = of.get(field);
      if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
        return scalar.text();
      }
      fault(
          expected,
          node == null ? "none" : node.inYaml(),
          node == null ? of.source() : node.source(),
          "write " + field + ": NAME first");
      return "";
    }

    private Mapping mapping(Mapping of, String field) {
      return mapping(of, field, "a mapping under \"" + field + "\"");
    }
  }
}
