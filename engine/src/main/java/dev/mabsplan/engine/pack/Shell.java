package dev.mabsplan.engine.pack;

/** Which shell a command is written for. */
public enum Shell {
  /** The Windows command prompt. */
  CMD,
  /** Windows PowerShell 5.1 or PowerShell 7. */
  POWERSHELL,
  /** The management shell of the backup server, which has the DPM cmdlets. */
  DPM_SHELL
}
