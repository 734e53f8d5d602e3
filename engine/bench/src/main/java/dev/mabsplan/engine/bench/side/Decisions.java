package dev.mabsplan.engine.bench.side;

/** Takes what rules decide. */
@FunctionalInterface
public interface Decisions {

  /** Says that a rule holds for a server. */
  void decide(String rule, String server);
}
