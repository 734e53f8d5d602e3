package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;

/** What is wrong with a text that is no YAML, and where. */
public final class NotYaml extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Source source;

  NotYaml(String message, Source source) {
    super(message);
    this.source = source;
  }

  /** Returns it as the fault of a document. */
  public Fault fault() {
    return new Fault("YAML", String.valueOf(getMessage()), source, null);
  }
}
