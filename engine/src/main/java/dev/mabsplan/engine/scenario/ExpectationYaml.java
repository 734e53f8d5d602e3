package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.scenario.Expectation.ExpectedExclusion;
import dev.mabsplan.engine.scenario.Expectation.ExpectedStep;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a plan as the expectation of a scenario, with as much of it as was expected before. */
final class ExpectationYaml {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][\\w./-]*");
  private static final Set<String> WORDS_OF_YAML = Set.of("true", "false", "null", "yes", "no");

  private final Expectation before;
  private final Plan plan;

  ExpectationYaml(Expectation before, Plan plan) {
    this.before = before;
    this.plan = plan;
  }

  /** Returns an expectation in lines: some parts as they came, all others as they were. */
  List<String> whole(Mapping expect, Set<String> came, int indent) {
    List<String> lines = new ArrayList<>(List.of(" ".repeat(indent) + "expect:"));
    for (String part :
        List.of("problems", "steps", "excluded", "questions", "looks", "unexplained")) {
      Node old = expect.get(part);
      if (came.contains(part)) {
        lines.addAll(part(part, indent + 2));
      } else if (old != null) {
        lines.add(" ".repeat(indent + 2) + part + ": " + flow(old));
      }
    }
    return lines;
  }

  /** Returns a part as it came, in lines. */
  List<String> part(String part, int indent) {
    return switch (part) {
      case "problems" ->
          list(part, indent, plan.problems().stream().map(PlannedProblem::id).toList());
      case "steps" -> before.open() ? open(indent) : items(part, indent, steps());
      case "excluded" -> items(part, indent, excluded());
      case "questions" -> list(part, indent, questions());
      case "looks" ->
          list(
              part,
              indent,
              plan.steps().stream()
                  .flatMap(step -> step.looks().stream())
                  .map(Step.LookFirst::remedy)
                  .toList());
      default -> List.of(" ".repeat(indent) + part + ": " + plan.unexplained().size());
    };
  }

  private static List<String> list(String part, int indent, List<String> texts) {
    return List.of(" ".repeat(indent) + part + ": " + list(texts));
  }

  private static List<String> items(String part, int indent, List<String> items) {
    String margin = " ".repeat(indent);
    if (items.isEmpty()) {
      return List.of(margin + part + ": []");
    }
    List<String> lines = new ArrayList<>(List.of(margin + part + ":"));
    items.forEach(item -> lines.add(margin + "  - " + item));
    return lines;
  }

  /** Of steps among others, those that came stay. */
  private List<String> open(int indent) {
    Set<String> came = new TreeSet<>();
    before.steps().forEach(step -> came.add(step.remedy()));
    List<String> items = new ArrayList<>();
    for (Step step : Comparison.compared(plan)) {
      if (came.contains(step.remedy())) {
        items.add(step(step, expected(step.remedy())));
      }
    }
    return List.of(" ".repeat(indent) + "steps: {contains: [" + String.join(", ", items) + "]}");
  }

  private List<String> steps() {
    return Comparison.compared(plan).stream()
        .map(step -> step(step, expected(step.remedy())))
        .toList();
  }

  private Optional<ExpectedStep> expected(String remedy) {
    return before.steps().stream().filter(step -> step.remedy().equals(remedy)).findFirst();
  }

  private static String step(Step got, Optional<ExpectedStep> wanted) {
    List<String> fields = new ArrayList<>(List.of("remedy: " + scalar(got.remedy())));
    if (wanted.flatMap(ExpectedStep::number).isPresent()) {
      fields.add("number: " + scalar(got.number()));
    }
    if (wanted.isEmpty() || wanted.get().on().isPresent()) {
      fields.add("on: " + scalar(got.server()));
    }
    if (wanted.flatMap(ExpectedStep::dataSource).isPresent()) {
      fields.add("dataSource: " + scalar(got.dataSource().orElse("")));
    }
    if (wanted.isEmpty() || wanted.get().status().isPresent()) {
      fields.add("status: " + Kebab.word(got.status()));
    }
    if (wanted.flatMap(ExpectedStep::path).isPresent()) {
      fields.add("path: " + scalar(got.problems().get(0).path()));
    }
    List<String> because =
        because(wanted.map(ExpectedStep::because), wanted.map(ExpectedStep::facts), got.reasons());
    if (!because.isEmpty()) {
      fields.add("because: " + list(because));
    }
    if (wanted.flatMap(ExpectedStep::items).isPresent() || !got.items().isEmpty()) {
      fields.add("items: " + list(got.items()));
    }
    return "{" + String.join(", ", fields) + "}";
  }

  /** The reasons that were expected and came; where none was expected, all rules that came. */
  private static List<String> because(
      Optional<List<String>> wanted, Optional<List<Address>> facts, List<Reason> reasons) {
    Set<String> rules = new TreeSet<>();
    reasons.stream().map(Reason::rule).filter(rule -> !rule.isEmpty()).forEach(rules::add);
    if (wanted.isEmpty()) {
      return List.copyOf(rules);
    }
    List<String> because = new ArrayList<>(wanted.get());
    because.retainAll(rules);
    Set<Address> cited = new TreeSet<>();
    reasons.forEach(reason -> reason.facts().forEach(fact -> cited.add(fact.address())));
    facts.orElse(List.of()).stream()
        .filter(cited::contains)
        .map(Address::toString)
        .forEach(because::add);
    return because;
  }

  private List<String> excluded() {
    List<String> items = new ArrayList<>();
    for (ExpectedExclusion wanted : before.excluded()) {
      plan.excluded().stream()
          .filter(out -> out.remedy().equals(wanted.remedy()))
          .filter(out -> wanted.on().isEmpty() || wanted.on().get().equals(out.server()))
          .findFirst()
          .ifPresent(out -> items.add(exclusion(out, wanted)));
    }
    return items;
  }

  private static String exclusion(Excluded got, ExpectedExclusion wanted) {
    List<String> fields = new ArrayList<>(List.of("remedy: " + scalar(got.remedy())));
    wanted.on().ifPresent(server -> fields.add("on: " + scalar(server)));
    if (wanted.verdict().isPresent()) {
      fields.add("verdict: " + Kebab.word(got.verdict()));
    }
    List<String> because = because(Optional.of(wanted.because()), Optional.empty(), got.reasons());
    if (!because.isEmpty()) {
      fields.add("because: " + list(because));
    }
    return "{" + String.join(", ", fields) + "}";
  }

  private List<String> questions() {
    Collection<Address> asked = new TreeSet<>();
    plan.questions().forEach(question -> asked.addAll(question.facts()));
    return before.questions().stream().filter(asked::contains).map(Address::toString).toList();
  }

  private static String list(List<String> texts) {
    return texts.stream().map(ExpectationYaml::scalar).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String flow(Node node) {
    if (node instanceof Mapping map) {
      return map.fields().stream()
          .map(field -> scalar(field.name()) + ": " + flow(field.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node instanceof Items list) {
      return list.items().stream()
          .map(ExpectationYaml::flow)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    Scalar scalar = (Scalar) node;
    return scalar.kind() == Scalar.Kind.TEXT ? scalar(scalar.text()) : scalar.text();
  }

  private static String scalar(String text) {
    return PLAIN.matcher(text).matches() && !WORDS_OF_YAML.contains(text)
        ? text
        : "'" + text.replace("'", "''") + "'";
  }
}
