package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * The proxy that a server's SYSTEM account uses.
 *
 * @param server the server it was observed on
 * @param enabled whether a proxy is set; null where unknown
 * @param address host and port of the proxy; null where unknown
 * @param required whether the site lets nothing out but through a proxy; null where unknown
 */
public record SystemProxy(
    String server,
    @Nullable Boolean enabled,
    @Reveals(Reveals.What.SERVER) @Nullable String address,
    @Nullable Boolean required)
    implements Fact {

  /** Returns the fact with nothing known yet. */
  public static SystemProxy of(String server) {
    return new SystemProxy(server, null, null, null);
  }

  /** Returns this fact with {@code enabled} known. */
  public SystemProxy withEnabled(boolean enabled) {
    return new SystemProxy(server, enabled, address, required);
  }

  /** Returns this fact with {@code address} known. */
  public SystemProxy withAddress(String address) {
    return new SystemProxy(server, enabled, address, required);
  }

  /** Returns this fact with {@code required} known. */
  public SystemProxy withRequired(boolean required) {
    return new SystemProxy(server, enabled, address, required);
  }
}
