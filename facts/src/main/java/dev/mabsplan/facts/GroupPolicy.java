package dev.mabsplan.facts;

/**
 * A group policy that applies to a server.
 *
 * @param server the server it was observed on
 * @param name name of the policy object
 * @param present whether it applies
 */
public record GroupPolicy(
    String server, @Reveals(Reveals.What.NOBODY) @Key @Name String name, boolean present)
    implements Fact {

  /** Returns the fact. */
  public static GroupPolicy of(String server, String name) {
    return new GroupPolicy(server, name, true);
  }

  /** Returns the fact that this is known not to be there. */
  public GroupPolicy absent() {
    return new GroupPolicy(server, name, false);
  }
}
