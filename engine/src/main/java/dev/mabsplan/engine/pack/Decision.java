package dev.mabsplan.engine.pack;

import java.util.List;

/** What tells whether a remedy is needed. */
public sealed interface Decision {

  /** It follows from the problem. */
  record Always() implements Decision {}

  /** Only trying tells. */
  record Trial() implements Decision {}

  /**
   * Facts tell; without evidence it is to be checked.
   *
   * @param by what tells them, at least one
   */
  record ByFacts(List<Deciding> by) implements Decision {}
}
