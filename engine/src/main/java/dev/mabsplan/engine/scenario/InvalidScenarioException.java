package dev.mabsplan.engine.scenario;

import dev.mabsplan.facts.fault.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** A scenario file is not as it must be; everything that is wrong with it is listed. */
public final class InvalidScenarioException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /** Makes the exception from at least one fault. */
  public InvalidScenarioException(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** Returns what is wrong. */
  public List<Fault> faults() {
    return faults;
  }
}
