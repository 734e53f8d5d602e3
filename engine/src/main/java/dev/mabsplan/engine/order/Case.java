package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.pack.KnownProblem;
import java.util.List;

/**
 * A problem that is there, what is known about problems of its kind, and why it is thought to be
 * there.
 *
 * @param problem the problem
 * @param known what is known about such problems
 * @param backupServer the backup server of the affected server
 * @param because what it was derived from, sorted by rule
 */
public record Case(
    Problem problem, KnownProblem known, String backupServer, List<Derivation> because) {}
