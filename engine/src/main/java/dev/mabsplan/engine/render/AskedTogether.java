package dev.mabsplan.engine.render;

import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Questions that one command answers.
 *
 * @param asks the questions; at least one
 */
record AskedTogether(List<Question> asks) {

  /** Returns the questions of a plan, those of its basic checks among them, each once. */
  static List<AskedTogether> in(Plan plan) {
    return of(
        Stream.concat(
                plan.questions().stream(),
                plan.steps().stream()
                    .flatMap(step -> step.looks().stream())
                    .flatMap(look -> look.questions().stream()))
            .toList());
  }

  /** Returns questions in their order, those of one command together, and each fact once. */
  static List<AskedTogether> of(List<Question> questions) {
    Map<String, Map<String, Question>> byCommand = new LinkedHashMap<>();
    for (Question question : questions) {
      String fact = question.fact().toString();
      String together =
          question.command().map(line -> question.server() + " " + line).orElse(fact);
      byCommand
          .computeIfAbsent(together, k -> new LinkedHashMap<>())
          .putIfAbsent(fact, question);
    }
    List<AskedTogether> all = new ArrayList<>();
    byCommand.values().forEach(asks -> all.add(new AskedTogether(List.copyOf(asks.values()))));
    return all;
  }

  String server() {
    return asks.get(0).server();
  }

  Optional<String> command() {
    return asks.get(0).command();
  }

  Optional<Shell> shell() {
    return asks.get(0).shell();
  }

  int minutes() {
    return asks.stream().mapToInt(Question::minutes).max().orElse(0);
  }

  List<String> decides() {
    return asks.stream().flatMap(question -> question.decides().stream()).distinct().toList();
  }

  List<String> labels() {
    return asks.stream().map(Question::label).distinct().toList();
  }

  BigDecimal gainPerMinute() {
    return asks.stream().map(Question::gainPerMinute).reduce(BigDecimal.ZERO, BigDecimal::max);
  }
}
