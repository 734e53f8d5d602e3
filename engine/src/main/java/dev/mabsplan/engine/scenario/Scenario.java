package dev.mabsplan.engine.scenario;

import java.util.List;
import java.util.Optional;

/**
 * One case of a scenario file: given facts, and the plan that is expected of them. What is expected
 * of the steps is the whole of them, in their order; the basic checks and the escalation are not
 * counted among them.
 *
 * @param name the file's name for it and, after {@code #}, the case's
 * @param file the file it was read from
 * @param covers rules that must fire
 * @param silent rules that must not fire
 * @param given the facts document
 * @param problems ids of the problems, in their order; nothing where that is not said
 * @param steps the steps, in their order
 * @param excluded remedies that must be left out
 * @param questions addresses of facts that must be asked for
 * @param looks remedies of the basic checks to be made; nothing where that is not said
 * @param unexplained how many errors stay unexplained
 */
public record Scenario(
    String name,
    String file,
    List<String> covers,
    List<String> silent,
    String given,
    Optional<List<String>> problems,
    List<ExpectedStep> steps,
    List<ExpectedExclusion> excluded,
    List<String> questions,
    Optional<List<String>> looks,
    int unexplained) {

  /**
   * A step that is expected; what is not said is not compared.
   *
   * @param remedy id of its remedy
   * @param number its number in the plan
   * @param on the server it is done on
   * @param dataSource the data source it is done for
   * @param status {@code confirmed}, {@code required}, {@code check} or {@code try}
   * @param because rules among its reasons
   * @param items the items, all of them
   */
  public record ExpectedStep(
      String remedy,
      Optional<String> number,
      Optional<String> on,
      Optional<String> dataSource,
      Optional<String> status,
      List<String> because,
      Optional<List<String>> items) {}

  /**
   * A remedy that is expected to be left out.
   *
   * @param remedy its id
   * @param verdict why
   * @param because rules among the reasons
   */
  public record ExpectedExclusion(String remedy, Optional<String> verdict, List<String> because) {}
}
