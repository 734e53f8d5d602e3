package dev.mabsplan.facts;

/** What a folder is used for, where its path does not tell. */
public enum FolderPurpose {
  /** The scratch location (cache) of the Azure agent. */
  SCRATCH,

  /** A folder for temporary files. */
  TEMP
}
