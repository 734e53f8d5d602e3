package dev.mabsplan.engine.plan;

import java.util.List;

/**
 * What to do where no step helped.
 *
 * @param number its place, after the last step
 * @param title in a phrase
 * @param send what to send along
 * @param problems a section for each problem
 */
public record Escalation(String number, String title, List<String> send, List<Section> problems) {

  /**
   * What to say about one problem.
   *
   * @param problem number of the problem in the plan, from 1
   * @param headlines what was reported
   * @param tried ids of remedies that were tried and did not help
   */
  public record Section(int problem, List<String> headlines, List<String> tried) {}
}
