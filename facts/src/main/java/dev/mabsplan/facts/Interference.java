package dev.mabsplan.facts;

/**
 * A program seen to hold or change files of the backup: another backup product, antivirus, an
 * indexer.
 *
 * @param server the server it was observed on
 * @param by name of the program or process
 * @param present whether it interferes
 */
public record Interference(
    String server, @Reveals(Reveals.What.NOBODY) @Key @Name String by, boolean present)
    implements Fact {

  /** Returns the fact. */
  public static Interference of(String server, String by) {
    return new Interference(server, by, true);
  }

  /** Returns the fact that this is known not to be there. */
  public Interference absent() {
    return new Interference(server, by, false);
  }
}
