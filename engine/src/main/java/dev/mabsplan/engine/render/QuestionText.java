package dev.mabsplan.engine.render;

import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.facts.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what is worth finding out on a page. */
final class QuestionText {

  private static final int COMMAND_INDENT = 6;

  private final Page page;
  private final Terms terms;
  private final boolean longCommandsToo;
  private final Set<String> written = new HashSet<>();
  private final Set<String> folded = new HashSet<>();

  QuestionText(Page page, Terms terms, boolean longCommandsToo) {
    this.page = page;
    this.terms = terms;
    this.longCommandsToo = longCommandsToo;
  }

  /** Returns how many commands were left away. */
  int foldedCommands() {
    return folded.size();
  }

  /** Writes the questions of a plan that none of its basic checks asks already. */
  void all(Plan plan) {
    Set<Address> looks =
        plan.steps().stream()
            .flatMap(step -> step.looks().stream())
            .flatMap(look -> look.questions().stream())
            .map(Question::fact)
            .collect(Collectors.toSet());
    List<Question> open =
        plan.questions().stream().filter(question -> !looks.contains(question.fact())).toList();
    if (open.isEmpty()) {
      return;
    }
    page.blank();
    page.heading(terms.word("questions"));
    AskedTogether.of(open).forEach(this::together);
  }

  private void together(AskedTogether question) {
    List<String> beside = new ArrayList<>();
    beside.add(terms.shortServer(question.server()));
    beside.add(terms.minutes(question.minutes()));
    shells(question.asks(), COMMAND_INDENT).ifPresent(beside::add);
    if (!question.decides().isEmpty()) {
      beside.add(terms.word("decides", "steps", String.join(", ", question.decides())));
    }
    String labels = String.join("; ", question.labels());
    page.paragraph(2, Terms.capital(labels) + " (" + String.join(", ", beside) + ")");
    commands(question.asks(), COMMAND_INDENT);
  }

  /** Returns where the commands of questions are run, unless they are left away. */
  Optional<String> shells(List<Question> questions, int indent) {
    return questions.stream()
        .filter(question -> question.command().filter(line -> isShown(line, indent)).isPresent())
        .flatMap(question -> question.shell().stream())
        .distinct()
        .map(shell -> terms.shell(shell, false))
        .reduce((a, b) -> a + ", " + b);
  }

  /** Writes the commands of questions. */
  void commands(List<Question> questions, int indent) {
    for (Question question : questions) {
      question.command().ifPresent(line -> command(question.server(), line, indent));
    }
  }

  private void command(String server, String line, int indent) {
    String whole = server + " " + line;
    if (!isShown(line, indent)) {
      folded.add(whole);
    } else if (written.add(whole)) {
      page.line(indent, line);
    }
  }

  private boolean isShown(String line, int indent) {
    return longCommandsToo || page.isOneRow(indent, line);
  }
}
