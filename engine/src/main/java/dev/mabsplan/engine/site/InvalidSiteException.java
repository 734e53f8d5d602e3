package dev.mabsplan.engine.site;

import dev.mabsplan.facts.fault.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** A site file is not as it must be. */
public final class InvalidSiteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /** Creates an exception with everything that is wrong. */
  public InvalidSiteException(List<Fault> faults) {
    super(faults.stream().map(Fault::message).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** Returns everything that is wrong. */
  public List<Fault> faults() {
    return faults;
  }
}
