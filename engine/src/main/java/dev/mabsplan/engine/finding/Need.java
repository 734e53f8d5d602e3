package dev.mabsplan.engine.finding;

import org.jspecify.annotations.Nullable;

/**
 * One thing that must be so for a remedy to be done, such as one antivirus exclusion or one version
 * floor.
 *
 * @param state whether it is so
 * @param item what must be so
 * @param remedy topic and name of the remedy
 * @param problem the problem that needs it; null where it holds for whoever asks for the remedy on
 *     the server
 * @param server the server it must be so on; null where the problem tells
 */
public record Need(
    State state, String item, String remedy, @Nullable Problem problem, @Nullable String server)
    implements Finding {

  /** Whether something that must be so is so. */
  public enum State {
    /** It is so. */
    MET,
    /** It is not so. */
    MISSING,
    /** Nobody looked. */
    UNKNOWN
  }
}
