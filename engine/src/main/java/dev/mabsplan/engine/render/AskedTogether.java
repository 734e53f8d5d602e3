package dev.mabsplan.engine.render;

import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.facts.Address;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one command answers, as one question.
 *
 * @param facts where they would stand in the facts document; at least one
 * @param label what they are, in a phrase
 * @param server the server to look at
 * @param command what prints it, where there is something
 * @param shell the shell of the command
 * @param minutes minutes of finding out
 * @param decides numbers of the steps that are decided
 * @param gainPerMinute expected minutes saved for each minute of finding out
 */
record AskedTogether(
    List<Address> facts,
    String label,
    String server,
    Optional<String> command,
    Optional<Shell> shell,
    int minutes,
    List<String> decides,
    BigDecimal gainPerMinute) {

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
    Map<String, Map<Address, Question>> byCommand = new LinkedHashMap<>();
    for (Question question : questions) {
      String together =
          question
              .command()
              .map(line -> question.server() + " " + line)
              .orElse(question.fact().toString());
      byCommand
          .computeIfAbsent(together, command -> new LinkedHashMap<>())
          .putIfAbsent(question.fact(), question);
    }
    return byCommand.values().stream().map(AskedTogether::together).toList();
  }

  private static AskedTogether together(Map<Address, Question> asked) {
    List<Question> all = List.copyOf(asked.values());
    Question first = all.get(0);
    return new AskedTogether(
        List.copyOf(asked.keySet()),
        all.stream().map(Question::label).distinct().collect(Collectors.joining("; ")),
        first.server(),
        first.command(),
        first.shell(),
        all.stream().mapToInt(Question::minutes).max().orElse(0),
        all.stream().flatMap(question -> question.decides().stream()).distinct().toList(),
        all.stream().map(Question::gainPerMinute).reduce(BigDecimal.ZERO, BigDecimal::max));
  }
}
