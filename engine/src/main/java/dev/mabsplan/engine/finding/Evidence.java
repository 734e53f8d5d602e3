package dev.mabsplan.engine.finding;

import org.jspecify.annotations.Nullable;

/**
 * Facts say something about a remedy.
 *
 * @param verdict what they say
 * @param remedy topic and name of the remedy
 * @param problem the problem it is said for; null where it holds for whoever asks for the remedy on
 *     the server
 * @param server the server it is said of; null where the problem tells
 */
public record Evidence(
    Verdict verdict, String remedy, @Nullable Problem problem, @Nullable String server)
    implements Finding {

  /** What facts can say about a remedy. */
  public enum Verdict {
    /** It is needed. */
    CONFIRMED,
    /** It is so already; what follows it in a sequence stays. */
    SATISFIED,
    /** It does not apply here; what follows it in a sequence goes too. */
    INAPPLICABLE,
    /** What is known settles nothing: a person has to judge. */
    OPEN
  }
}
