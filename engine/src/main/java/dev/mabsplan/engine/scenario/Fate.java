package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.session.Mutant;

/**
 * What became of a mutant.
 *
 * @param mutant the mutant
 * @param end how it ended
 * @param by the scenario that noticed it, or the reason why none can; empty where there is neither
 */
public record Fate(Mutant mutant, End end, String by) {

  /** How a mutant ends. */
  public enum End {
    /** A scenario fails with it. */
    NOTICED,
    /** No scenario fails with it. */
    SURVIVED,
    /** No scenario can fail with it, as a person has shown. */
    EQUIVALENT,
    /** It is listed as equivalent, and a scenario fails with it all the same. */
    NOT_EQUIVALENT,
    /** It does not compile. */
    NOT_COMPILING
  }
}
