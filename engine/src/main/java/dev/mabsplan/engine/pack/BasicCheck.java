package dev.mabsplan.engine.pack;

import java.util.Collection;
import java.util.Set;

/**
 * Something that should be so whatever the problem is.
 *
 * @param remedy id of the remedy where it is not so
 * @param operations the operations it bears on; at least one
 * @param routine whether it is worth a look on a backup server of which nothing wrong is known
 * @param unexplained whether it is worth a look only where nobody knows what an error is
 */
public record BasicCheck(
    String remedy, Set<Operation> operations, boolean routine, boolean unexplained) {

  /** Tells whether the check bears on one of the operations that a problem stands in the way of. */
  public boolean bearsOn(Collection<Operation> hindered) {
    return hindered.stream().anyMatch(operations::contains);
  }
}
