package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.pack.KnownProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem that is there, what is known about problems of its kind, and why it is thought to be
 * there.
 *
 * @param problem the problem
 * @param known what is known about such problems
 * @param backupServer the backup server of the affected server
 * @param because what it was derived from, sorted by rule
 * @param standing how it stands to what was reported
 */
public record Case(
    Problem problem,
    KnownProblem known,
    String backupServer,
    List<Derivation> because,
    Standing standing) {

  Case withStanding(Standing other) {
    return new Case(problem, known, backupServer, because, other);
  }

  boolean isReported() {
    return standing == Standing.REPORTED;
  }

  /** Cases of one problem are seldom two, and what each was derived from is much: it comes last. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Case it
            && problem.equals(it.problem)
            && standing == it.standing
            && backupServer.equals(it.backupServer)
            && known.equals(it.known)
            && because.equals(it.because));
  }

  @Override
  public int hashCode() {
    return problem.hashCode();
  }

  /** Returns whether it can be why another is there: on the same ground, in the same way. */
  boolean mayBeWhy(Case other) {
    String here = problem.server();
    String dataSource = problem.dataSource();
    return known.sharesOperationWith(other.known)
        && (here.equals(other.problem.server()) || here.equals(other.backupServer))
        && (dataSource == null
            || other.problem.dataSource() == null
            || dataSource.equalsIgnoreCase(other.problem.dataSource()));
  }
}
