package dev.mabsplan.engine.plan;

import dev.mabsplan.engine.order.Standing;
import dev.mabsplan.engine.pack.Severity;
import dev.mabsplan.engine.pack.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that is wrong.
 *
 * @param id id of the problem, such as {@code replica/inconsistent}
 * @param title what is wrong, in a clause
 * @param server the affected server; empty for a backup server without a name, {@code ?} for an
 *     unnamed protected one, {@code -} for an unnamed one with the agent alone
 * @param backupServer the backup server that protects it
 * @param dataSource the affected data source, where it is known
 * @param severity how bad it is to leave it alone
 * @param entries ids of the catalogue entries it comes from
 * @param recognizedBy the errors it was recognised by
 * @param reasons why it is thought to be there
 * @param lastRecoveryPoint the newest recovery point of the data source, where it is known
 * @param standing how it stands to what was reported
 */
public record PlannedProblem(
    String id,
    String title,
    String server,
    String backupServer,
    Optional<String> dataSource,
    Severity severity,
    List<String> entries,
    List<Recognized> recognizedBy,
    List<Reason> reasons,
    Optional<Instant> lastRecoveryPoint,
    Standing standing) {

  private static final int BYTES = 6;

  /**
   * Returns a short hash of what is wrong where, by which a ticket system knows the same problem
   * again. Names compare without case; rules, language and what was reported don't change it.
   */
  public String fingerprint() {
    String what = String.join("\n", id, server, dataSource.orElse("")).toLowerCase(Locale.ROOT);
    return Sha256.hex(what, BYTES);
  }
}
