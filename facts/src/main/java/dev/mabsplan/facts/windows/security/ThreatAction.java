package dev.mabsplan.facts.windows.security;

import dev.mabsplan.facts.InfectedFileAction;
import java.util.Map;
import java.util.Optional;

/**
 * What Microsoft Defender does with a threat, by the numbers and words of MPTHREAT_ACTION. Those
 * that leave open what becomes of a file, such as "no action" and "block", stand for none.
 */
final class ThreatAction {

  private static final Map<String, InfectedFileAction> ACTIONS =
      Map.of(
          "1", InfectedFileAction.CLEAN,
          "Clean", InfectedFileAction.CLEAN,
          "2", InfectedFileAction.QUARANTINE,
          "Quarantine", InfectedFileAction.QUARANTINE,
          "3", InfectedFileAction.DELETE,
          "Remove", InfectedFileAction.DELETE,
          "6", InfectedFileAction.ALLOW,
          "Allow", InfectedFileAction.ALLOW);

  private ThreatAction() {}

  /** Returns what a number or word stands for; nothing where that is open. */
  static Optional<InfectedFileAction> of(String written) {
    return Optional.ofNullable(ACTIONS.get(written.strip()));
  }
}
