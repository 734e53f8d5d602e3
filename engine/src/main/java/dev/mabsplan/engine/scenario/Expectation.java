package dev.mabsplan.engine.scenario;

import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import java.util.List;
import java.util.Optional;

/**
 * The plan that is expected. What is said of the steps is the whole of them, in their order, unless
 * it says otherwise; the basic checks, the undoing of tests and the escalation are not counted
 * among them.
 *
 * @param source where it is written
 * @param problems ids of the problems, in their order; nothing where that is not said
 * @param steps the steps, in their order
 * @param open whether there may be other steps before, between and after them
 * @param excluded remedies that must be left out
 * @param questions addresses of facts that must be asked for
 * @param looks remedies of the basic checks to be made; nothing where that is not said
 * @param unexplained how many errors stay unexplained
 */
public record Expectation(
    Source source,
    Optional<List<String>> problems,
    List<ExpectedStep> steps,
    boolean open,
    List<ExpectedExclusion> excluded,
    List<Address> questions,
    Optional<List<String>> looks,
    int unexplained) {

  /**
   * A step that is expected; what is not said is not compared.
   *
   * @param source where it is written
   * @param remedy id of its remedy
   * @param number its number in the plan; alternatives share it, as in {@code 4a} and {@code 4b}
   * @param on the server it is done on
   * @param dataSource the data source it is done for
   * @param status {@code confirmed}, {@code required}, {@code check} or {@code try}
   * @param path where it stands in the treatment of a problem, such as {@code rivals 2 of 6}
   * @param because rules among its reasons
   * @param facts facts among those that its reasons rest on
   * @param items the items, all of them
   */
  public record ExpectedStep(
      Source source,
      String remedy,
      Optional<String> number,
      Optional<String> on,
      Optional<String> dataSource,
      Optional<String> status,
      Optional<String> path,
      List<String> because,
      List<Address> facts,
      Optional<List<String>> items) {}

  /**
   * A remedy that is expected to be left out.
   *
   * @param source where it is written
   * @param remedy its id
   * @param on the server it would be done on
   * @param verdict why
   * @param because rules among the reasons
   */
  public record ExpectedExclusion(
      Source source,
      String remedy,
      Optional<String> on,
      Optional<String> verdict,
      List<String> because) {}
}
