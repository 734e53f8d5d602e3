package dev.mabsplan.facts;

/** Whose file a mounted disk image is. */
public enum ImageUse {
  /** Holds a replica of the backup server. */
  REPLICA,

  /** Belongs to the Azure agent, which mounts it while it works and when it restores. */
  AGENT,

  /** Is neither, such as a setup disc or the disk of a virtual machine. */
  OTHER
}
