package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.facts.fault.Source;
import java.util.List;
import java.util.Optional;

/**
 * One thing in which a plan is not the one expected.
 *
 * @param what what differs, such as {@code steps} or {@code step 2 replica/check: status}
 * @param source where it is expected
 * @param rows what was expected and what came, side by side
 * @param causes what brought about what should not be
 * @param misses what kept away what should be
 * @param notes what else there is to say, in sentences
 */
public record Difference(
    String what,
    Source source,
    List<Row> rows,
    List<Cause> causes,
    List<Miss> misses,
    List<String> notes) {

  /**
   * One line of what was expected and what came; where the two are not equal, one may be empty.
   *
   * @param expected what was expected
   * @param got what came
   */
  public record Row(String expected, String got) {

    /** Returns whether it came as expected. */
    public boolean same() {
      return expected.equals(got);
    }
  }

  /**
   * Why something is so.
   *
   * @param what what it is about: a remedy, a problem, a rule
   * @param how what is so, such as {@code is there}, {@code is left out} or {@code fired}
   * @param rule the rule that says so; empty where it follows from a problem
   * @param ruleSource where that rule stands
   * @param text its reason in a sentence
   * @param matched the facts that the rule matched
   */
  public record Cause(
      String what,
      String how,
      String rule,
      Optional<Source> ruleSource,
      String text,
      List<Matched> matched) {}

  /**
   * A fact that a rule matched.
   *
   * @param fact the fact
   * @param source where the scenario gives it; nothing where an error says it
   */
  public record Matched(FactCited fact, Optional<Source> source) {}

  /**
   * Why something is not there: the nearest rule that would have said it.
   *
   * @param what what is not there
   * @param rule the rule
   * @param ruleSource where it stands
   * @param met how many of its conditions are met
   * @param conditions how many it has
   * @param unmet the first that is not
   * @param found what was met in its place
   */
  public record Miss(
      String what,
      String rule,
      Source ruleSource,
      int met,
      int conditions,
      String unmet,
      List<Matched> found) {}
}
