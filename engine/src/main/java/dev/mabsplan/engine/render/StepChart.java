package dev.mabsplan.engine.render;

import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The way through the steps of a plan as a flow chart in Mermaid. Of several reported problems one
 * may be over and another not, so that no one way is right; then there is no chart.
 */
final class StepChart {

  private static final String SOLVED = "solved";
  private static final int MOST_OF_A_TITLE = 80;

  private final Plan plan;
  private final Terms terms;
  private final List<String> lines = new ArrayList<>();

  private StepChart(Plan plan, Terms terms) {
    this.plan = plan;
    this.terms = terms;
  }

  /** Returns the lines of the chart, where there is one way through at least two steps. */
  static Optional<List<String>> of(Plan plan, Terms terms, Phrases phrases) {
    boolean apart = false;
    for (int i = 0; i < plan.problems().size(); i++) {
      apart = apart || phrases.isApart(i);
    }
    return apart || phrases.several() || plan.steps().size() < 2 || plan.escalation().isEmpty()
        ? Optional.empty()
        : Optional.of(new StepChart(plan, terms).lines());
  }

  private List<String> lines() {
    lines.add("flowchart TD");
    for (int i = 0; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      String title = step.number() + " " + shortened(step.title());
      String then = step.then().map(retry -> " → " + retry).orElse("");
      lines.add("  s" + i + "[" + quoted(title + then) + "]");
    }
    plan.escalation()
        .ifPresent(
            last ->
                lines.add(
                    "  s"
                        + plan.steps().size()
                        + "["
                        + quoted(last.number() + " " + last.title())
                        + "]"));
    lines.add("  " + SOLVED + "([" + quoted(terms.word("flow/solved")) + "])");
    for (int i = 0; i < plan.steps().size(); i++) {
      from(i);
    }
    return lines;
  }

  private void from(int i) {
    if (goesOnAnyway(i)) {
      lines.add("  s" + i + " --> s" + (i + 1));
    } else {
      lines.add("  s" + i + " -- " + quoted(terms.word("flow/helped")) + " --> " + SOLVED);
      lines.add("  s" + i + " -- " + quoted(terms.word("flow/notHelped")) + " --> s" + (i + 1));
    }
  }

  /**
   * What is certain is done to its end before it tells; what was for a test is undone whatever came
   * of it; and what is tried together tells with the last of it.
   */
  private boolean goesOnAnyway(int i) {
    if (i + 1 == plan.steps().size()) {
      return false;
    }
    Step step = plan.steps().get(i);
    Step next = plan.steps().get(i + 1);
    boolean together =
        step.together()
            .map(Step.Together::steps)
            .filter(all -> !all.get(all.size() - 1).equals(step.number()))
            .isPresent();
    return together
        || next.kind() == Step.Kind.UNDO
        || (step.status().certain() && next.status().certain());
  }

  private static String shortened(String title) {
    return title.length() <= MOST_OF_A_TITLE ? title : title.substring(0, MOST_OF_A_TITLE) + "…";
  }

  /** Whatever could be markup to Mermaid or to HTML is written by its number. */
  private static String quoted(String text) {
    return Printable.of(text)
        .codePoints()
        .mapToObj(
            c ->
                Character.isLetterOrDigit(c) || " .,()→…-".indexOf(c) >= 0
                    ? Character.toString(c)
                    : "#" + c + ";")
        .collect(Collectors.joining("", "\"", "\""));
  }
}
