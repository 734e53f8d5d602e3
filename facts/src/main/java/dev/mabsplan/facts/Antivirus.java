package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * An antivirus product on a server.
 *
 * @param server the server it was observed on
 * @param product name of the product, such as {@code Microsoft Defender}
 * @param present whether it is installed
 * @param realTimeMonitoring whether it watches files as they are used; null where unknown
 * @param infectedFiles what it does with an infected file; null where unknown
 */
public record Antivirus(
    String server,
    @Reveals(Reveals.What.NOBODY) @Key @Name String product,
    boolean present,
    @Nullable Boolean realTimeMonitoring,
    @Nullable InfectedFileAction infectedFiles)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static Antivirus of(String server, String product) {
    return new Antivirus(server, product, true, null, null);
  }

  /** Returns the fact that this is known not to be there. */
  public Antivirus absent() {
    return new Antivirus(server, product, false, null, null);
  }

  /** Returns this fact with {@code realTimeMonitoring} known. */
  public Antivirus withRealTimeMonitoring(boolean realTimeMonitoring) {
    return new Antivirus(server, product, present, realTimeMonitoring, infectedFiles);
  }

  /** Returns this fact with {@code infectedFiles} known. */
  public Antivirus withInfectedFiles(InfectedFileAction infectedFiles) {
    return new Antivirus(server, product, present, realTimeMonitoring, infectedFiles);
  }
}
