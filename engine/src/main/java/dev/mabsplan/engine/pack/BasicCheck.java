package dev.mabsplan.engine.pack;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that should be so whatever the problem is.
 *
 * @param remedy id of the remedy where it is not so
 * @param operations the operations it bears on; empty for all
 * @param problem id of the problem that it is by itself where it is not so, or null where it
 *     matters only beside another problem
 */
public record BasicCheck(String remedy, Set<String> operations, @Nullable String problem) {

  /** Tells whether the check bears on problems that stand in the way of an operation. */
  public boolean bearsOn(String operation) {
    return operations.isEmpty() || operations.contains(operation);
  }
}
