package dev.mabsplan.engine.plan;

import java.util.List;
import java.util.Optional;

/**
 * A remedy that was left out.
 *
 * @param remedy id of the remedy
 * @param title the remedy, in a phrase
 * @param server the server it would be done on
 * @param dataSource the data source it would be done for, where it is about one and known
 * @param verdict why it was left out
 * @param reasons why; at least one
 * @param entries ids of the catalogue entries it comes from
 */
public record Excluded(
    String remedy,
    String title,
    String server,
    Optional<String> dataSource,
    Verdict verdict,
    List<Reason> reasons,
    List<String> entries) {

  /** Why a remedy is left out. */
  public enum Verdict {
    /** What it brings about is so already. */
    SATISFIED,
    /** It does not apply here. */
    INAPPLICABLE,
    /** It was done and did not help. */
    FAILED,
    /** It can't be done here. */
    IMPOSSIBLE,
    /** An attempt ended the problem. */
    HELPED,
    /** It was done, and nothing tells yet whether it helped. */
    DONE
  }
}
