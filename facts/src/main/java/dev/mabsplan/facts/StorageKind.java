package dev.mabsplan.facts;

/** How a backup server stores a data source. */
public enum StorageKind {
  /** Modern Backup Storage: replicas and recovery points share ReFS volumes of the storage pool. */
  MODERN,

  /** A replica volume and a recovery point volume for each data source. */
  VOLUMES
}
