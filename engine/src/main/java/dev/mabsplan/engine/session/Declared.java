package dev.mabsplan.engine.session;

import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.Scope;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.rule.Call;
import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.facts.fault.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules that a {@code topic.yaml} says by calling a symptom a problem. Each has the name of its
 * symptom and stands on its line; of all else they are rules like others.
 */
final class Declared {

  private static final String SERVER = "$server";
  private static final String DATA_SOURCE = "$dataSource";

  private final Topic topic;

  private Declared(Topic topic) {
    this.topic = topic;
  }

  /** Returns the rules that a topic declares, in the order of its file. */
  static List<RuleOutline> of(Topic topic) {
    return new Declared(topic).rules();
  }

  /** Returns the rules in DRL, each on its line of {@code topic.yaml}. */
  static String drl(Topic topic, List<RuleOutline> rules) {
    StringBuilder text = new StringBuilder(RuleText.head(topic.drlPackage()));
    int line = 1;
    for (RuleOutline rule : rules) {
      text.append("\n".repeat(Math.max(0, rule.line() - line)));
      line = Math.max(line, rule.line());
      text.append(rule.drl(rule.id()).replace('\n', ' ')).append(' ');
    }
    return text.append('\n').toString();
  }

  private List<RuleOutline> rules() {
    Map<String, List<KnownProblem>> problems = new LinkedHashMap<>();
    for (KnownProblem problem : topic.problems()) {
      problem
          .symptoms()
          .keySet()
          .forEach(
              symptom -> problems.computeIfAbsent(symptom, s -> new ArrayList<>()).add(problem));
    }
    return problems.entrySet().stream()
        .map(declared -> rule(declared.getKey(), declared.getValue()))
        .toList();
  }

  private RuleOutline rule(String symptom, List<KnownProblem> problems) {
    Source source = source(symptom, problems.get(0));
    List<String> conditions =
        new ArrayList<>(List.of("id == \"" + symptom + "\"", "$server : server"));
    if (problems.stream().anyMatch(Declared::isOfDataSource)) {
      conditions.add("$dataSource : dataSource");
    }
    RuleOutline rule =
        new RuleOutline(
            symptom.substring(symptom.indexOf('/') + 1),
            topic.name(),
            source.file(),
            source.line(),
            why(symptom, problems),
            List.of(
                new PatternOutline(
                    "Symptom",
                    "",
                    PatternOutline.Role.MATCHED,
                    source.line(),
                    conditions.stream().map(Condition::read).toList())),
            0,
            List.of(),
            problems.stream().map(Declared::call).toList(),
            "");
    return rule.withDrl(rule.drl(rule.name()).replace("( drools, ", "( ").strip());
  }

  private static boolean isOfDataSource(KnownProblem problem) {
    return problem.per() == Scope.DATA_SOURCE;
  }

  private static Call call(KnownProblem problem) {
    return new Call(
        "problem",
        problem.id(),
        isOfDataSource(problem) ? List.of(SERVER, DATA_SOURCE) : List.of(SERVER));
  }

  private static String why(String symptom, List<KnownProblem> problems) {
    String why =
        problems.stream()
            .map(problem -> problem.symptoms().getOrDefault(symptom, ""))
            .filter(sentence -> !sentence.isEmpty())
            .distinct()
            .collect(Collectors.joining(" "));
    return why.isEmpty() ? "An error with this symptom says itself what is wrong." : why;
  }

  /** A symptom stands in a list or as a name; of a list its place tells where. */
  private Source source(String symptom, KnownProblem problem) {
    int index = List.copyOf(problem.symptoms().keySet()).indexOf(symptom);
    String name =
        symptom.startsWith(topic.name() + "/")
            ? symptom.substring(topic.name().length() + 1)
            : symptom;
    return Stream.of(name, symptom, String.valueOf(index))
        .map(at -> topic.line("problems", problem.id(), "symptoms", at))
        .max((a, b) -> a.line() - b.line())
        .orElseThrow();
  }
}
