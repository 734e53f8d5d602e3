package dev.mabsplan.engine.render;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.plan.Commands;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the steps of a plan on a page. */
final class StepText {

  private static final int BELOW_BULLET = Page.INDENT + 2;

  private final Plan plan;
  private final Page page;
  private final Terms terms;
  private final Phrases phrases;
  private final Fold fold;
  private final boolean ledger;
  private final QuestionText questions;

  StepText(
      Plan plan,
      Page page,
      Terms terms,
      Phrases phrases,
      Fold fold,
      QuestionText questions,
      boolean ledger) {
    this.plan = plan;
    this.page = page;
    this.terms = terms;
    this.phrases = phrases;
    this.fold = fold;
    this.questions = questions;
    this.ledger = ledger;
  }

  /** Writes a step of which the reader sees the whole plan. */
  void write(Step step) {
    page.title(step.number(), step.title(), glance(step, Risk.DISRUPTIVE));
    if (fold.titlesOnly().contains(step.number())) {
      step.loses().ifPresent(loses -> labelled("loses", loses));
    } else {
      whole(step);
    }
  }

  /** Writes a step that stands alone: whole, and with its risk in words, however small. */
  void alone(Step step) {
    page.title(step.number(), step.title(), glance(step, Risk.READ_ONLY));
    whole(step);
  }

  private void whole(Step step) {
    if (!step.remedy().isEmpty() && step.kind() != Step.Kind.UNDO) {
      page.line(Page.INDENT, step.remedy());
    }
    labelled("because", step.reasons().stream().map(Reason::text).distinct().toList());
    step.looks().forEach(look -> look(look, step.server()));
    page.labelledLines(terms.word("labels/items"), phrases.items(step));
    step.loses().ifPresent(loses -> labelled("loses", loses));
    labelled("do", step.instructions());
    step.commands().ifPresent(this::commands);
    if (step.kind() != Step.Kind.LOOK_FIRST) {
      labelled("verify", step.verification().text());
      step.verification().command().ifPresent(this::command);
      step.verification().says().ifPresent(says -> command(terms.word("says", "text", says)));
      undo(step);
      labelled("then", phrases.then(step));
    }
    if (ledger) {
      ledger(step);
    }
  }

  private List<String> glance(Step step, Risk leastTold) {
    List<String> glance = new ArrayList<>();
    phrases.askers(step).ifPresent(glance::add);
    phrases.status(step).ifPresent(glance::add);
    if (step.risk().compareTo(leastTold) >= 0) {
      glance.add(terms.word("risk", step.risk()));
    }
    glance.add(phrases.where(step));
    glance.add(terms.minutes(step.effortMinutes()));
    return glance;
  }

  private void look(Step.LookFirst look, String where) {
    List<String> beside = new ArrayList<>();
    if (!look.server().equals(where)) {
      beside.add(terms.shortServer(look.server()));
    }
    beside.addAll(questions.shells(look.questions(), BELOW_BULLET));
    page.bullet(
        Phrases.wanted(look) + (beside.isEmpty() ? "" : " (" + String.join(", ", beside) + ")"));
    questions.commands(look.questions(), BELOW_BULLET);
    if (!fold.remediesOfChecks()) {
      page.belowBullet(terms.word("ifNotSo", "title", look.title()));
    }
  }

  private void commands(Commands commands) {
    labelled("run", terms.shell(commands.shell(), commands.elevated()));
    commands.lines().forEach(this::command);
  }

  private void command(String command) {
    page.labelledLines("", List.of(command));
  }

  private void undo(Step step) {
    Optional<String> words = phrases.undo(step);
    words.ifPresent(text -> labelled("undo", text));
    if (words.isEmpty()) {
      page.labelledLines(terms.word("labels/undo"), step.undo().commands());
    } else if (step.undo().possible()) {
      step.undo().commands().forEach(this::command);
    }
  }

  private void ledger(Step step) {
    labelled("ledger", step.ledger());
    labelled(
        "fact",
        step.reasons().stream()
            .flatMap(reason -> reason.facts().stream())
            .distinct()
            .map(this::fact)
            .toList());
    if (!step.entries().isEmpty()) {
      labelled("entries", String.join(", ", step.entries()));
    }
  }

  private String fact(FactCited fact) {
    String source = plan.source(fact.address()).map(read -> " (" + read + ")").orElse("");
    return fact.address() + " = " + fact.value() + source;
  }

  private void labelled(String label, String text) {
    labelled(label, List.of(text));
  }

  private void labelled(String label, List<String> texts) {
    page.labelled(terms.word("labels/" + label), texts);
  }
}
