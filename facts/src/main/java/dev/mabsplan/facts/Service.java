package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * A Windows service of a server.
 *
 * @param server the server it was observed on
 * @param name the short name, such as {@code VSS}; the display name is translated, this one is not
 * @param present whether it is installed
 * @param state what it is doing; null where unknown
 * @param startType how it is started; null where unknown
 */
public record Service(
    String server,
    @Reveals(Reveals.What.NOBODY) @Key @Name String name,
    boolean present,
    @Nullable ServiceState state,
    @Nullable StartType startType)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static Service of(String server, String name) {
    return new Service(server, name, true, null, null);
  }

  /** Returns the fact that this is known not to be there. */
  public Service absent() {
    return new Service(server, name, false, null, null);
  }

  /** Returns this fact with {@code state} known. */
  public Service withState(ServiceState state) {
    return new Service(server, name, present, state, startType);
  }

  /** Returns this fact with {@code startType} known. */
  public Service withStartType(StartType startType) {
    return new Service(server, name, present, state, startType);
  }

  /**
   * Tells whether the service has the given name, without regard to case.
   *
   * @param pattern a name; {@code *} at its end stands for any ending, as in {@code SQLAgent$*}
   */
  @OfKeys
  public boolean named(String pattern) {
    return pattern.endsWith("*")
        ? name.regionMatches(true, 0, pattern, 0, pattern.length() - 1)
        : name.equalsIgnoreCase(pattern);
  }

  /**
   * Tells whether the service is the SQL Server Agent of an instance, without regard to case.
   *
   * @param instance name of the instance; the default one is {@code MSSQLSERVER}
   */
  @OfKeys
  public boolean agentOf(String instance) {
    return name.equalsIgnoreCase(
        instance.equalsIgnoreCase("MSSQLSERVER") ? "SQLSERVERAGENT" : "SQLAgent$" + instance);
  }
}
