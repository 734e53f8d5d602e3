package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.fault.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** A rule pack is not as it must be; everything that is wrong with it is listed. */
public final class InvalidPackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /** Makes the exception from at least one fault. */
  public InvalidPackException(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** Returns what is wrong. */
  public List<Fault> faults() {
    return faults;
  }
}
