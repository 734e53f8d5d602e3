package dev.mabsplan.facts;

/** What an antivirus exclusion names. */
public enum ExclusionType {
  /** A folder and everything below it, or a drive. */
  FOLDER,

  /** A process, by its bare name or its full path. */
  PROCESS
}
