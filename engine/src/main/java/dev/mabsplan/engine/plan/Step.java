package dev.mabsplan.engine.plan;

import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Likelihood;
import dev.mabsplan.engine.pack.Place;
import dev.mabsplan.engine.pack.Risk;
import java.util.List;
import java.util.Optional;

/**
 * One step of a plan.
 *
 * @param number its place, such as {@code 2}; among alternatives {@code 2b}
 * @param id what it is: remedy, server and, where it is about one, data source; unique in the plan
 * @param kind a remedy, a retry, the undoing of a test, or the basic checks that nobody made
 * @param remedy id of the remedy, such as {@code replica/let-vss-start}; empty for the basic checks
 * @param title what to do, in a phrase
 * @param place where it is carried out
 * @param server the server it is done on or about
 * @param dataSource the data source it is done for, where it is about one and known
 * @param status how sure it is that it is needed
 * @param problems what asks for it, each with the place in that problem's treatment
 * @param items what is missing, one by one, where the remedy is a list
 * @param reasons why it is there; at least one
 * @param instructions what to do, in sentences
 * @param commands what to run, where there is something
 * @param verification how to see that it worked
 * @param undo how to undo it, or why that can't be done
 * @param loses what is lost, for a destructive step
 * @param effortMinutes minutes it takes
 * @param likelihood how often it is what helps
 * @param risk what it can break
 * @param entries ids of the catalogue entries it comes from: the remedy's own, then those of the
 *     problems that ask for it
 * @param then number of the retry that comes after it; where a look tells of it, only if it was
 *     needed
 * @param together what is done with it before the retry tells whether it helped, where that is more
 * @param looks the basic checks, for the step that is those
 * @param ledger why it stands where it stands, in sentences
 */
public record Step(
    String number,
    String id,
    Kind kind,
    String remedy,
    String title,
    Place place,
    String server,
    Optional<String> dataSource,
    Status status,
    List<Asker> problems,
    List<String> items,
    List<Reason> reasons,
    List<String> instructions,
    Optional<Commands> commands,
    Verification verification,
    Undo undo,
    Optional<String> loses,
    int effortMinutes,
    Likelihood likelihood,
    Risk risk,
    List<String> entries,
    Optional<String> then,
    Optional<Together> together,
    List<LookFirst> looks,
    List<String> ledger) {

  /** What a step is. */
  public enum Kind {
    /** A remedy. */
    REMEDY,
    /** The remedy that closes every attempt at a problem. */
    RETRY,
    /** The undoing of a remedy that was only for a test. */
    UNDO,
    /** The basic checks that nobody made. */
    LOOK_FIRST
  }

  /**
   * Returns whether it is a remedy or retry of a problem, and none of the steps that go with them:
   * the basic checks and the undoing of what was for a test.
   */
  public boolean treats() {
    return kind == Kind.REMEDY || kind == Kind.RETRY;
  }

  /**
   * A problem that asks for a step.
   *
   * @param problem number of the problem in the plan, from 1
   * @param path where the step stands in its treatment, such as {@code rivals 2 of 6}; empty for
   *     the only remedy
   */
  public record Asker(int problem, String path) {}

  /**
   * Steps that are done before the retry tells whether one of them helped.
   *
   * @param steps their numbers, in order, its own among them
   * @param retry number of the retry
   * @param why why the retry does not come after each of them, and what that costs
   */
  public record Together(List<String> steps, String retry, String why) {}

  /**
   * One basic check.
   *
   * @param remedy id of the remedy where it turns out not to be so
   * @param title that remedy, in a phrase
   * @param wanted how it should be, in a sentence; empty where the pack does not say
   * @param server the server to look at
   * @param questions the facts to look at
   * @param entries ids of the catalogue entries it comes from
   */
  public record LookFirst(
      String remedy,
      String title,
      Optional<String> wanted,
      String server,
      List<Question> questions,
      List<String> entries) {}
}
