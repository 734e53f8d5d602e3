package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.StartType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers and words in which Windows writes what a service is doing and how it is started: of
 * {@code sc.exe}, of WMI and of PowerShell. Every Windows has them in English.
 */
final class ServiceWords {

  private static final Optional<ServiceState> NO_STATE_OF_OURS = Optional.empty();
  private static final Optional<StartType> NO_START_TYPE_OF_OURS = Optional.empty();

  private static final Map<String, Optional<ServiceState>> STATES =
      Map.ofEntries(
          Map.entry("1", Optional.of(ServiceState.STOPPED)),
          Map.entry("stopped", Optional.of(ServiceState.STOPPED)),
          Map.entry("2", Optional.of(ServiceState.START_PENDING)),
          Map.entry("startpending", Optional.of(ServiceState.START_PENDING)),
          Map.entry("3", Optional.of(ServiceState.STOP_PENDING)),
          Map.entry("stoppending", Optional.of(ServiceState.STOP_PENDING)),
          Map.entry("4", Optional.of(ServiceState.RUNNING)),
          Map.entry("running", Optional.of(ServiceState.RUNNING)),
          Map.entry("5", NO_STATE_OF_OURS),
          Map.entry("continuepending", NO_STATE_OF_OURS),
          Map.entry("6", NO_STATE_OF_OURS),
          Map.entry("pausepending", NO_STATE_OF_OURS),
          Map.entry("7", Optional.of(ServiceState.PAUSED)),
          Map.entry("paused", Optional.of(ServiceState.PAUSED)),
          // what WMI says where it could not ask
          Map.entry("unknown", NO_STATE_OF_OURS));

  private static final Map<String, Optional<StartType>> START_TYPES =
      Map.ofEntries(
          Map.entry("0", NO_START_TYPE_OF_OURS),
          Map.entry("boot", NO_START_TYPE_OF_OURS),
          Map.entry("bootstart", NO_START_TYPE_OF_OURS),
          Map.entry("1", NO_START_TYPE_OF_OURS),
          Map.entry("system", NO_START_TYPE_OF_OURS),
          Map.entry("systemstart", NO_START_TYPE_OF_OURS),
          Map.entry("2", Optional.of(StartType.AUTOMATIC)),
          Map.entry("auto", Optional.of(StartType.AUTOMATIC)),
          Map.entry("autostart", Optional.of(StartType.AUTOMATIC)),
          Map.entry("automatic", Optional.of(StartType.AUTOMATIC)),
          Map.entry("3", Optional.of(StartType.MANUAL)),
          Map.entry("manual", Optional.of(StartType.MANUAL)),
          Map.entry("demandstart", Optional.of(StartType.MANUAL)),
          Map.entry("4", Optional.of(StartType.DISABLED)),
          Map.entry("disabled", Optional.of(StartType.DISABLED)),
          // StartupType of PowerShell 7, which counts the delayed start apart
          Map.entry("10", Optional.of(StartType.AUTOMATIC)),
          Map.entry("automaticdelayedstart", Optional.of(StartType.AUTOMATIC)));

  private ServiceWords() {}

  /**
   * Returns whether a number or word is a state of a service, of those that a fact holds or not.
   */
  static boolean isState(String written) {
    return STATES.containsKey(folded(written));
  }

  /** Returns the state that a number or word stands for; nothing where no fact holds it. */
  static Optional<ServiceState> state(String written) {
    return STATES.getOrDefault(folded(written), Optional.empty());
  }

  /** Returns whether a number or word is a start type, of those that a fact holds or not. */
  static boolean isStartType(String written) {
    return START_TYPES.containsKey(folded(written));
  }

  /** Returns the start type that a number or word stands for; nothing where no fact holds it. */
  static Optional<StartType> startType(String written) {
    return START_TYPES.getOrDefault(folded(written), Optional.empty());
  }

  private static String folded(String written) {
    return written.strip().replace(" ", "").replace("_", "").toLowerCase(Locale.ROOT);
  }
}
