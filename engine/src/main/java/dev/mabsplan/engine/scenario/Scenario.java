package dev.mabsplan.engine.scenario;

import dev.mabsplan.facts.fault.Source;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One case of a scenario file: given facts, and the plan that is expected of them.
 *
 * @param name topic, the file's name for it and, after {@code #}, the case's: {@code
 *     replica/vss#automatic}
 * @param topic the topic it belongs to; empty for a file that lies in none
 * @param source where it is written
 * @param covers rules that must fire
 * @param silent rules that must not fire
 * @param given the facts
 * @param expect the plan that is expected
 * @param after what is done then, one after the other, and the plans that are expected of it
 */
public record Scenario(
    String name,
    String topic,
    Source source,
    List<String> covers,
    List<String> silent,
    Given given,
    Expectation expect,
    List<Stage> after) {

  /** Returns the rules that fire where it passes, as far as it names them. */
  public Set<String> firing() {
    Set<String> firing = new TreeSet<>(covers);
    expect.steps().forEach(step -> firing.addAll(step.because()));
    expect.excluded().forEach(out -> firing.addAll(out.because()));
    return firing;
  }

  /**
   * Steps that are done, by the effects that their remedies declare, and what is expected then.
   *
   * @param source where it is written
   * @param apply ids of the remedies whose steps are done; none for all steps of the plan
   * @param expect the plan that is expected then
   */
  public record Stage(Source source, List<String> apply, Expectation expect) {}
}
