package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * Whether something can be reached from a server.
 *
 * @param server the server it was observed on
 * @param to what: {@code azure} for the endpoints of Azure Backup, or a host name
 * @param reachable whether it answered; null where unknown
 * @param httpStatus the HTTP status it answered with, such as 407 where a proxy wants a login; null
 *     where unknown
 * @param asSystem whether the account SYSTEM asked, as services do; null where unknown
 */
public record NetworkReach(
    String server,
    @Reveals(Reveals.What.SERVER) @Key(words = "azure") @Name(Name.Of.SERVER) String to,
    @Nullable Boolean reachable,
    @Range(min = 100, max = 599) @Nullable Integer httpStatus,
    @Nullable Boolean asSystem)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static NetworkReach of(String server, String to) {
    return new NetworkReach(server, to, null, null, null);
  }

  /** Returns this fact with {@code reachable} known. */
  public NetworkReach withReachable(boolean reachable) {
    return new NetworkReach(server, to, reachable, httpStatus, asSystem);
  }

  /** Returns this fact with {@code httpStatus} known. */
  public NetworkReach withHttpStatus(int httpStatus) {
    return new NetworkReach(server, to, reachable, httpStatus, asSystem);
  }

  /** Returns this fact with {@code asSystem} known. */
  public NetworkReach withAsSystem(boolean asSystem) {
    return new NetworkReach(server, to, reachable, httpStatus, asSystem);
  }
}
