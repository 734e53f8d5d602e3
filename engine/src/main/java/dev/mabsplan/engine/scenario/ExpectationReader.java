package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Form;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.scenario.Expectation.ExpectedExclusion;
import dev.mabsplan.engine.scenario.Expectation.ExpectedStep;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import dev.mabsplan.facts.tree.Node.Scalar.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a scenario expects; what no rule pack has can't be expected. */
final class ExpectationReader extends Form {

  private static final String A_RULE = "a rule of a rule pack, as topic/name";
  private static final String A_REMEDY = "a remedy of a rule pack, as topic/name";
  private static final String A_PROBLEM = "a problem of a rule pack, as topic/name";
  private static final String AN_ADDRESS =
      "the address of a fact, such as servers[FS01].services[VSS].startType";
  private static final String PROBLEMS = "problems";
  static final String STEPS = "steps";
  private static final String CONTAINS = "contains";
  private static final String EXCLUDED = "excluded";
  private static final String QUESTIONS = "questions";
  private static final String LOOKS = "looks";
  private static final String UNEXPLAINED = "unexplained";
  private static final String REMEDY = "remedy";
  private static final String NUMBER = "number";
  private static final String ON = "on";
  private static final String DATA_SOURCE = "dataSource";
  private static final String STATUS = "status";
  private static final String PATH = "path";
  private static final String BECAUSE = "because";
  private static final String ITEMS = "items";
  private static final String VERDICT = "verdict";

  private final Set<String> rules;
  private final Set<String> remedies;
  private final Set<String> problems;

  ExpectationReader(
      Collection<Fault> faults, Set<String> rules, Set<String> remedies, Set<String> problems) {
    super(faults);
    this.rules = rules;
    this.remedies = remedies;
    this.problems = problems;
  }

  Expectation expectation(Mapping expect) {
    known(expect, PROBLEMS, STEPS, EXCLUDED, QUESTIONS, LOOKS, UNEXPLAINED);
    boolean open = expect.get(STEPS) instanceof Mapping;
    return new Expectation(
        expect.source(),
        list(expect, PROBLEMS, A_PROBLEM, problems),
        steps(
            open ? mapping(expect, STEPS, "a mapping under \"steps\"") : expect,
            open ? CONTAINS : STEPS),
        open,
        mappings(items(expect, EXCLUDED), "an exclusion, with a remedy", null).stream()
            .map(this::exclusion)
            .toList(),
        items(expect, QUESTIONS).stream().map(this::address).flatMap(Optional::stream).toList(),
        list(expect, LOOKS, A_REMEDY, remedies),
        unexplained(expect));
  }

  private List<ExpectedStep> steps(Mapping of, String field) {
    if (field.equals(CONTAINS)) {
      known(of, CONTAINS);
      if (!of.has(CONTAINS)) {
        fault("a list under \"contains\"", "none", of.source(), "write steps: {contains: [...]}");
      }
    }
    return mappings(items(of, field), "a step, with a remedy", null).stream()
        .map(this::step)
        .toList();
  }

  private int unexplained(Mapping expect) {
    Node node = expect.get(UNEXPLAINED);
    if (node == null) {
      return 0;
    }
    if (node instanceof Scalar scalar && scalar.text().matches("\\d{1,6}")) {
      return Integer.parseInt(scalar.text());
    }
    fault("a number of errors under \"unexplained\"", node, null);
    return 0;
  }

  private ExpectedStep step(Mapping step) {
    known(step, REMEDY, NUMBER, ON, DATA_SOURCE, STATUS, PATH, BECAUSE, ITEMS);
    Map<Boolean, List<Node>> because =
        items(step, BECAUSE).stream().collect(Collectors.partitioningBy(this::isAddress));
    return new ExpectedStep(
        step.source(),
        remedy(step, "a step"),
        number(step),
        text(step, ON),
        text(step, DATA_SOURCE),
        word(step, STATUS, Status.values()),
        text(step, PATH),
        because.getOrDefault(false, List.of()).stream()
            .map(rule -> id(rule, A_RULE + ", or " + AN_ADDRESS, rules))
            .toList(),
        because.getOrDefault(true, List.of()).stream()
            .map(this::address)
            .flatMap(Optional::stream)
            .toList(),
        step.has(ITEMS)
            ? Optional.of(items(step, ITEMS).stream().map(item -> text(item, "a text")).toList())
            : Optional.empty());
  }

  private boolean isAddress(Node because) {
    return because instanceof Scalar scalar
        && (scalar.text().contains("[") || scalar.text().matches("errors|attempts"));
  }

  private ExpectedExclusion exclusion(Mapping exclusion) {
    known(exclusion, REMEDY, ON, VERDICT, BECAUSE);
    return new ExpectedExclusion(
        exclusion.source(),
        remedy(exclusion, "an exclusion"),
        text(exclusion, ON),
        word(exclusion, VERDICT, Excluded.Verdict.values()),
        rules(exclusion, BECAUSE));
  }

  private String remedy(Mapping of, String what) {
    Node node = of.get(REMEDY);
    if (node == null) {
      fault("the remedy of " + what, "none", of.source(), "write remedy: TOPIC/NAME");
      return "";
    }
    return id(node, A_REMEDY, remedies);
  }

  private Optional<String> word(Mapping of, String field, Enum<?>[] values) {
    Optional<String> word = text(of, field);
    List<String> words = words(values, Kebab::word);
    if (word.isPresent() && !words.contains(word.get())) {
      fault(
          "one of " + String.join(", ", words) + " under \"" + field + "\"",
          Fault.quote(word.get()),
          of.at(field),
          Meant.hint(word.get(), words));
    }
    return word;
  }

  private Optional<List<String>> list(
      Mapping of, String field, String expected, Collection<String> known) {
    return of.has(field) ? Optional.of(ids(of, field, expected, known)) : Optional.empty();
  }

  /** Returns the rules that a list names. */
  List<String> rules(Mapping of, String field) {
    return ids(of, field, A_RULE, rules);
  }

  /** Returns the remedies that a list names. */
  List<String> remedies(Mapping of, String field) {
    return ids(of, field, A_REMEDY, remedies);
  }

  private List<String> ids(Mapping of, String field, String expected, Collection<String> known) {
    return items(of, field).stream().map(node -> id(node, expected, known)).toList();
  }

  private String id(Node node, String expected, Collection<String> known) {
    if (!(node instanceof Scalar scalar) || !known.contains(scalar.text())) {
      fault(
          expected, node, node instanceof Scalar scalar ? Meant.hint(scalar.text(), known) : null);
      return "";
    }
    return scalar.text();
  }

  Optional<Address> address(Node node) {
    String text = node instanceof Scalar scalar ? scalar.text() : "";
    try {
      return Optional.of(Address.parse(text));
    } catch (IllegalArgumentException e) {
      fault(AN_ADDRESS, node, text.isEmpty() ? null : e.getMessage());
      return Optional.empty();
    }
  }

  /** A number alone is no text in YAML. */
  private Optional<String> number(Mapping of) {
    return of.get(NUMBER) instanceof Scalar scalar && scalar.is(Kind.NUMBER)
        ? Optional.of(scalar.text())
        : text(of, NUMBER);
  }

  private Optional<String> text(Mapping of, String field) {
    Node node = of.get(field);
    return node == null
        ? Optional.empty()
        : Optional.of(text(node, "a text under \"" + field + "\""));
  }

  private static boolean isText(Node node) {
    return node.is(Kind.TEXT);
  }

  /** Other tools change what YAML takes for a number: 007 and 1.10 become 7 and 1.1. */
  private String text(Node node, String expected) {
    if (isText(node)) {
      return ((Scalar) node).text();
    }
    boolean value = node instanceof Scalar scalar && !scalar.is(Kind.NOTHING);
    fault(expected, node, value ? "write it in quotes" : null);
    return "";
  }
}
