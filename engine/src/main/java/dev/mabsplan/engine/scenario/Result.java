package dev.mabsplan.engine.scenario;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import java.util.List;
import java.util.Set;

/**
 * How a scenario came out.
 *
 * @param name the scenario's name; the file's where it can't be read
 * @param topic its topic; empty where it has none
 * @param source where it is written
 * @param outcome how it came out
 * @param differences in what the plan is not the one expected
 * @param faults what is wrong with the scenario itself
 * @param covers the rules it says must fire
 * @param silent the rules it says must not
 * @param fired the rules that fired for the facts given
 * @param asked the facts that the plan asks for
 * @param closed the remedies whose steps, once done, left nothing to do
 */
public record Result(
    String name,
    String topic,
    Source source,
    Outcome outcome,
    List<Difference> differences,
    List<Fault> faults,
    Set<String> covers,
    Set<String> silent,
    Set<String> fired,
    List<Address> asked,
    Set<String> closed) {

  /** How a scenario comes out. */
  public enum Outcome {
    /** The plan is the one expected. */
    PASSED,
    /** It is another. */
    FAILED,
    /** There is none, since the scenario or a rule is not as it must be. */
    BROKEN
  }

  static Result broken(String name, String topic, Source source, List<Fault> faults) {
    return new Result(
        name,
        topic,
        source,
        Outcome.BROKEN,
        List.of(),
        List.copyOf(faults),
        Set.of(),
        Set.of(),
        Set.of(),
        List.of(),
        Set.of());
  }
}
