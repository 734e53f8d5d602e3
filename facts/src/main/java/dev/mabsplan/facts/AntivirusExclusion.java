package dev.mabsplan.facts;

/**
 * Something antivirus is told to leave alone.
 *
 * @param server the server it was observed on
 * @param type what the exclusion names
 * @param path folder, drive or process, as written in the exclusion list
 * @param present whether the exclusion is set
 */
public record AntivirusExclusion(
    String server, @Key ExclusionType type, @Key String path, boolean present) implements Fact {

  /** Returns the fact. */
  public static AntivirusExclusion of(String server, ExclusionType type, String path) {
    return new AntivirusExclusion(server, type, path, true);
  }

  /** Returns the fact that this is known not to be there. */
  public AntivirusExclusion absent() {
    return new AntivirusExclusion(server, type, path, false);
  }
}
