package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.ServerRole;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Something that should be so whatever the problem is.
 *
 * @param remedy id of the remedy where it is not so
 * @param operations the operations it bears on; at least one
 * @param routine whether it is worth a look on a backup server of which nothing wrong is known
 * @param unexplained whether it is worth a look only where nobody knows what an error is
 * @param roles what the server that sends to Azure, or the backup server, has to be
 */
public record BasicCheck(
    String remedy,
    Set<Operation> operations,
    boolean routine,
    boolean unexplained,
    Set<ServerRole> roles) {

  /** Makes a check for backup servers and for servers with the agent alone. */
  public BasicCheck(
      String remedy, Set<Operation> operations, boolean routine, boolean unexplained) {
    this(remedy, operations, routine, unexplained, EnumSet.allOf(ServerRole.class));
  }

  /** Tells whether the check bears on one of the operations that a problem stands in the way of. */
  public boolean bearsOn(Collection<Operation> hindered) {
    for (Operation operation : hindered) {
      if (operations.contains(operation)) {
        return true;
      }
    }
    return false;
  }
}
