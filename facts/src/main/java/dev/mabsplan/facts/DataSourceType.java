package dev.mabsplan.facts;

/** What kind of data a data source is. */
public enum DataSourceType {
  /** A volume. */
  VOLUME,

  /** A file share. */
  SHARE,

  /** The system state. */
  SYSTEM_STATE,

  /** A whole computer for bare-metal recovery (BMR). */
  BARE_METAL,

  /** An SQL Server database. */
  SQL_DATABASE,

  /** An Exchange database. */
  EXCHANGE,

  /** A SharePoint farm. */
  SHAREPOINT,

  /** A Hyper-V virtual machine. */
  HYPERV_VM,

  /** A VMware virtual machine. */
  VMWARE_VM,

  /** A client computer. */
  CLIENT
}
