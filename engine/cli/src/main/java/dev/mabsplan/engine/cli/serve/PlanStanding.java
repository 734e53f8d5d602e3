package dev.mabsplan.engine.cli.serve;

import dev.mabsplan.engine.plan.Plan;
import java.util.Arrays;
import java.util.Locale;

/** What is to be done by a plan, the most urgent alone. */
public enum PlanStanding {
  /** An error is unexplained. */
  UNEXPLAINED,
  /** There are steps. */
  STEPS,
  /** There are only questions. */
  QUESTIONS,
  /** Nothing. */
  NOTHING;

  /** Returns what is to be done by a plan. */
  public static PlanStanding of(Plan plan) {
    if (!plan.unexplained().isEmpty()) {
      return UNEXPLAINED;
    }
    if (!plan.steps().isEmpty()) {
      return STEPS;
    }
    return plan.questions().isEmpty() ? NOTHING : QUESTIONS;
  }

  /** Returns what an answer says; nothing where that is no word of ours. */
  public static PlanStanding named(String word) {
    return Arrays.stream(values())
        .filter(standing -> standing.word().equals(word))
        .findFirst()
        .orElse(NOTHING);
  }

  /** Returns it as an answer says it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
