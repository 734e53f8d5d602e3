package dev.mabsplan.engine.render;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes steps and questions as items of lists. */
final class StepMarkdown {

  private final Plan plan;
  private final Terms terms;
  private final Phrases phrases;
  private final Fold fold;
  private final Detail detail;

  StepMarkdown(Plan plan, Terms terms, Phrases phrases, Fold fold, Detail detail) {
    this.plan = plan;
    this.terms = terms;
    this.phrases = phrases;
    this.fold = fold;
    this.detail = detail;
  }

  /**
   * Returns a step as an item. Alternatives are items of a list in the item that has their number.
   */
  String write(Step step) {
    String number = step.number().replaceAll("\\D+$", "");
    String letter = step.number().substring(number.length());
    String box = "[ ] **" + step.number() + "** ";
    String outer = number + ". ";
    if (letter.isEmpty()) {
      return Markdown.item(outer, blocks("[ ] ", step));
    }
    String item = Markdown.item("- ", blocks(box, step));
    return Markdown.item(letter.equals("a") ? outer : " ".repeat(outer.length()), List.of(item));
  }

  private List<String> blocks(String box, Step step) {
    List<String> blocks = new ArrayList<>();
    blocks.add(
        box
            + "**"
            + say(step.title())
            + "** ("
            + say(String.join(", ", glance(step)))
            + ")"
            + (step.remedy().isEmpty() || step.kind() == Step.Kind.UNDO
                ? ""
                : " " + Markdown.code(step.remedy())));
    step.loses().ifPresent(loses -> blocks.add("**" + labelled("loses", loses) + "**"));
    if (!fold.titlesOnly().contains(step.number())) {
      whole(step, blocks);
    }
    return blocks;
  }

  private List<String> glance(Step step) {
    List<String> glance = new ArrayList<>();
    phrases.askers(step).ifPresent(glance::add);
    phrases.status(step).ifPresent(glance::add);
    glance.add(phrases.where(step));
    glance.add(terms.minutes(step.effortMinutes()));
    glance.add(terms.word("risk", step.risk()));
    return glance;
  }

  private void whole(Step step, List<String> blocks) {
    labelled("because", step.reasons().stream().map(Reason::text).distinct().toList())
        .ifPresent(blocks::add);
    step.looks().forEach(look -> blocks.add(look(look, step.server())));
    labelled("items", phrases.items(step)).ifPresent(blocks::add);
    labelled("do", step.instructions()).ifPresent(blocks::add);
    Shell shell = step.commands().map(commands -> commands.shell()).orElse(Shell.POWERSHELL);
    step.commands()
        .ifPresent(
            commands -> {
              blocks.add(labelled("run", terms.shell(commands.shell(), commands.elevated())));
              blocks.add(Markdown.commands(commands.shell(), commands.lines()));
            });
    if (step.kind() != Step.Kind.LOOK_FIRST) {
      blocks.add(labelled("verify", step.verification().text()));
      step.verification()
          .command()
          .ifPresent(command -> blocks.add(Markdown.commands(shell, List.of(command))));
      step.verification()
          .says()
          .ifPresent(
              says -> blocks.add(say(terms.word("says", "text", "")) + " " + Markdown.code(says)));
      undo(step, shell, blocks);
      labelled("then", phrases.then(step)).ifPresent(blocks::add);
    }
    if (detail == Detail.LEDGER) {
      ledger(step, blocks);
    }
  }

  private void undo(Step step, Shell shell, List<String> blocks) {
    Optional<String> words = phrases.undo(step);
    List<String> commands = step.undo().possible() ? step.undo().commands() : List.of();
    if (words.isPresent() || !commands.isEmpty()) {
      blocks.add(labelled("undo", words.orElse("")));
    }
    if (!commands.isEmpty()) {
      blocks.add(Markdown.commands(shell, commands));
    }
  }

  private String look(Step.LookFirst look, String where) {
    List<String> parts = new ArrayList<>();
    String server =
        look.server().equals(where) ? "" : " (" + terms.shortServer(look.server()) + ")";
    parts.add(say(Phrases.wanted(look) + server));
    look.questions().forEach(question -> command(question).ifPresent(parts::add));
    if (!fold.remediesOfChecks()) {
      parts.add(say(terms.word("ifNotSo", "title", look.title())));
    }
    return Markdown.item("- ", parts);
  }

  /** Returns a question as an item. */
  String write(Question question) {
    List<String> parts = new ArrayList<>();
    List<String> beside = new ArrayList<>(phrases.beside(question));
    question.shell().ifPresent(shell -> beside.add(2, terms.shell(shell, question.elevated())));
    parts.add(say(Terms.capital(question.label()) + " (" + String.join(", ", beside) + ")"));
    command(question).ifPresent(parts::add);
    return Markdown.item("- ", parts);
  }

  /** Returns the command of a question, unless long commands are left away. */
  Optional<String> command(Question question) {
    return question
        .command()
        .filter(command -> !fold.longCommands())
        .map(
            command ->
                Markdown.commands(question.shell().orElse(Shell.POWERSHELL), List.of(command)));
  }

  private void ledger(Step step, List<String> blocks) {
    labelled("ledger", step.ledger()).ifPresent(blocks::add);
    labelled(
            "fact",
            step.reasons().stream()
                .flatMap(reason -> reason.facts().stream())
                .distinct()
                .map(this::fact)
                .toList())
        .ifPresent(blocks::add);
    if (!step.entries().isEmpty()) {
      blocks.add(labelled("entries", String.join(", ", step.entries())));
    }
  }

  private String fact(FactCited fact) {
    String source = plan.source(fact.address()).map(read -> " (" + read + ")").orElse("");
    return fact.address() + " = " + fact.value() + source;
  }

  private String labelled(String label, String text) {
    String said = say(text);
    return said.isEmpty() ? label(label) : label(label) + " " + said;
  }

  /** One sentence stands behind its label, several below it. */
  private Optional<String> labelled(String label, List<String> texts) {
    if (texts.size() < 2) {
      return texts.stream().findFirst().map(text -> labelled(label, text));
    }
    StringBuilder list = new StringBuilder(label(label));
    texts.forEach(text -> list.append("\n- ").append(say(text)));
    return Optional.of(list.toString());
  }

  private String label(String label) {
    return "*" + say(Terms.capital(terms.word("labels/" + label))) + ":*";
  }

  private String say(String text) {
    return PlanMarkdown.said(text, detail);
  }
}
