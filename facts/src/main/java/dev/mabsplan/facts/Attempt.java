package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * A remedy that was tried.
 *
 * @param remedy id of the remedy, such as {@code replica/let-vss-start}
 * @param outcome what came of it
 * @param server the server it was tried on; null for any
 * @param dataSource the data source it was tried for; null for any
 * @param problem id of the problem it was tried for; null for any
 */
public record Attempt(
    @Reveals(Reveals.What.NOBODY) String remedy,
    AttemptOutcome outcome,
    @Nullable String server,
    @Nullable String dataSource,
    @Reveals(Reveals.What.NOBODY) @Nullable String problem) {

  /** Returns the attempt at a remedy wherever and for whatever the plan offers it. */
  public static Attempt of(String remedy, AttemptOutcome outcome) {
    return new Attempt(remedy, outcome, null, null, null);
  }

  /** Returns the attempt on one server only. */
  public Attempt withServer(String name) {
    return new Attempt(remedy, outcome, name, dataSource, problem);
  }

  /** Returns the attempt for one data source only. */
  public Attempt withDataSource(String name) {
    return new Attempt(remedy, outcome, server, name, problem);
  }

  /** Returns the attempt for one problem only, by its id. */
  public Attempt withProblem(String id) {
    return new Attempt(remedy, outcome, server, dataSource, id);
  }
}
