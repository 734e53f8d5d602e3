package dev.mabsplan.facts.windows.event;

import dev.mabsplan.facts.windows.event.WindowsEvent.Severity;
import java.util.Locale;
import java.util.Set;

/** The levels of events, as numbers and as English and Swedish Windows call them. */
final class Levels {

  private static final Set<String> TROUBLE =
      Set.of(
          "1", "2", "3", "critical", "error", "warning", "kritisk", "kritiskt", "fel", "varning");
  private static final Set<String> ORDINARY =
      Set.of(
          "0",
          "4",
          "5",
          "information",
          "informational",
          "verbose",
          "audit success",
          "successaudit",
          "utförlig",
          "utförligt");

  private Levels() {}

  /** Returns how bad a level is. */
  static Severity severity(String level) {
    String folded = level.strip().toLowerCase(Locale.ROOT);
    return TROUBLE.contains(folded)
        ? Severity.TROUBLE
        : ORDINARY.contains(folded) ? Severity.ORDINARY : Severity.UNKNOWN;
  }
}
