package dev.mabsplan.facts;

/**
 * Anything else, for rules of a user's own.
 *
 * @param server the server it was observed on
 * @param name name the rules know it by
 * @param value what was observed
 */
public record Observation(
    String server, @Reveals(Reveals.What.NOBODY) @Key @Name String name, String value)
    implements Fact {

  /** Returns the fact. */
  public static Observation of(String server, String name, String value) {
    return new Observation(server, name, value);
  }
}
