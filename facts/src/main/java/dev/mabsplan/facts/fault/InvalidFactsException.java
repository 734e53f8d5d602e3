package dev.mabsplan.facts.fault;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says that facts cannot be used, with everything that is wrong with them. */
public final class InvalidFactsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Fault[] faults;

  /**
   * Creates the exception.
   *
   * @param faults what is wrong, at least one
   */
  public InvalidFactsException(Collection<Fault> faults) {
    super(faults.stream().map(Fault::message).collect(Collectors.joining("\n")));
    this.faults = faults.toArray(Fault[]::new);
  }

  /** Returns what is wrong, in the order of the input. */
  public List<Fault> faults() {
    return List.of(faults);
  }
}
