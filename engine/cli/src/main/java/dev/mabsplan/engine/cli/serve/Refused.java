package dev.mabsplan.engine.cli.serve;

import java.util.List;

/** A request that is not answered, and why. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final transient List<String> faults;

  Refused(int status, String title, String detail) {
    this(status, title, detail, List.of());
  }

  /**
   * Makes a refusal.
   *
   * @param status the HTTP status
   * @param title what it is, the same for all of the kind
   * @param detail what it is this time, and what to do
   * @param faults what is wrong with the facts, one by one
   */
  Refused(int status, String title, String detail, List<String> faults) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.faults = List.copyOf(faults);
  }

  Answer answer() {
    return Answer.problem(status, title, String.valueOf(getMessage()), faults);
  }
}
