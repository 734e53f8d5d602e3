package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.pack.Remedy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A remedy that a case does not ask for, and why.
 *
 * @param asker the case; null for a basic check that is ruled out where no problem is known
 * @param remedy the remedy
 * @param key the step it would be
 * @param why why not
 * @param because the evidence; empty where an attempt or another remedy tells
 * @param follows the remedy it would have followed; empty where that is not the reason
 */
public record Dropped(
    @Nullable Case asker,
    Remedy remedy,
    StepKey key,
    Why why,
    List<Derivation> because,
    String follows) {

  /** Why a remedy is left out. */
  public enum Why {
    /** What it brings about is so already. */
    SATISFIED,
    /** It does not apply here. */
    INAPPLICABLE,
    /** It was done and did not help. */
    FAILED,
    /** It can't be done here. */
    IMPOSSIBLE,
    /** It was done, and nothing tells yet whether it helped. */
    DONE
  }

  /** Returns whether an attempt tells why, be it at another remedy that it belongs to. */
  public boolean inVain() {
    return why == Why.FAILED || why == Why.IMPOSSIBLE || why == Why.DONE;
  }
}
