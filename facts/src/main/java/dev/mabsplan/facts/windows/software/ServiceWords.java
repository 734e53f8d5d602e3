package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.format.Words;

/**
 * The numbers and words in which Windows writes what a service is doing and how it is started: of
 * {@code sc.exe}, of WMI and of PowerShell. Every Windows has them in English.
 */
final class ServiceWords {

  static final Words<ServiceState> STATES =
      Words.<ServiceState>noneOfParts()
          .and(ServiceState.STOPPED, "1", "stopped")
          .and(ServiceState.START_PENDING, "2", "startpending")
          .and(ServiceState.STOP_PENDING, "3", "stoppending")
          .and(ServiceState.RUNNING, "4", "running")
          .and(ServiceState.PAUSED, "7", "paused")
          .andOther("5", "continuepending", "6", "pausepending")
          // what WMI says where it could not ask
          .andOther("unknown");

  static final Words<StartType> START_TYPES =
      Words.<StartType>noneOfParts()
          .and(StartType.AUTOMATIC, "2", "auto", "autostart", "automatic")
          .and(StartType.MANUAL, "3", "manual", "demandstart")
          .and(StartType.DISABLED, "4", "disabled")
          // StartupType of PowerShell 7, which counts the delayed start apart
          .and(StartType.AUTOMATIC, "10", "automaticdelayedstart")
          .andOther("0", "boot", "bootstart", "1", "system", "systemstart");

  private ServiceWords() {}
}
