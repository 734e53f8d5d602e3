package dev.mabsplan.engine.pack;

/** Where a remedy is carried out. */
public enum Place {
  /** In a shell or a Windows tool on a server. */
  SERVER,
  /** In the administrator console of the backup server. */
  CONSOLE,
  /** In the Azure portal. */
  AZURE_PORTAL,
  /** In vCenter. */
  VCENTER,
  /** In Exchange. */
  EXCHANGE,
  /** On the network: firewall, proxy, routing. */
  NETWORK
}
