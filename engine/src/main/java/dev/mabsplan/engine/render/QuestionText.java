package dev.mabsplan.engine.render;

import dev.mabsplan.engine.plan.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what is worth finding out on a page. */
final class QuestionText {

  private static final int COMMAND_INDENT = 6;

  private final Page page;
  private final Terms terms;
  private final Phrases phrases;
  private final boolean longCommandsToo;
  private final Set<String> folded = new HashSet<>();

  QuestionText(Page page, Terms terms, Phrases phrases, boolean longCommandsToo) {
    this.page = page;
    this.terms = terms;
    this.phrases = phrases;
    this.longCommandsToo = longCommandsToo;
  }

  /** Returns how many commands were left away. */
  int foldedCommands() {
    return folded.size();
  }

  /** Writes the questions that are open. */
  void all(List<Question> open) {
    if (open.isEmpty()) {
      return;
    }
    page.blank();
    page.heading(terms.word("questions"));
    open.forEach(this::question);
  }

  private void question(Question question) {
    List<String> beside = new ArrayList<>(phrases.beside(question));
    shell(question, COMMAND_INDENT).ifPresent(shell -> beside.add(2, shell));
    page.paragraph(2, Terms.capital(question.label()) + " (" + String.join(", ", beside) + ")");
    command(question, COMMAND_INDENT);
  }

  /** Returns in which shells the commands of a basic check run, unless they are left away. */
  List<String> shells(List<Question> questions, int indent) {
    return questions.stream()
        .flatMap(question -> shell(question, indent).stream())
        .distinct()
        .toList();
  }

  /** Writes the commands of a basic check. */
  void commands(List<Question> questions, int indent) {
    questions.forEach(question -> command(question, indent));
  }

  private Optional<String> shell(Question question, int indent) {
    return question
        .command()
        .filter(line -> isShown(line, indent))
        .flatMap(line -> question.shell())
        .map(shell -> terms.shell(shell, question.elevated()));
  }

  private void command(Question question, int indent) {
    question
        .command()
        .ifPresent(
            line -> {
              if (isShown(line, indent)) {
                page.line(indent, line);
              } else {
                folded.add(question.server() + " " + line);
              }
            });
  }

  private boolean isShown(String line, int indent) {
    return longCommandsToo || page.isOneRow(indent, line);
  }
}
