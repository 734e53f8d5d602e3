package dev.mabsplan.facts;

/**
 * A Windows feature of a server.
 *
 * @param server the server it was observed on
 * @param name name, as {@code Get-WindowsFeature} prints it, such as {@code Windows-Server-Backup}
 * @param present whether it is installed
 */
public record WindowsFeature(
    String server, @Reveals(Reveals.What.NOBODY) @Key @Name String name, boolean present)
    implements Fact {

  /** Returns the fact. */
  public static WindowsFeature of(String server, String name) {
    return new WindowsFeature(server, name, true);
  }

  /** Returns the fact that this is known not to be there. */
  public WindowsFeature absent() {
    return new WindowsFeature(server, name, false);
  }
}
