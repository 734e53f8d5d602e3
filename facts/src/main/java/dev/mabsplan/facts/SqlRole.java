package dev.mabsplan.facts;

import java.util.Locale;

/**
 * Membership of an account in a server role of SQL Server.
 *
 * @param server the server it was observed on
 * @param instance the SQL Server instance
 * @param account the account, such as {@code NT AUTHORITY\SYSTEM}
 * @param role the role, such as {@code sysadmin}
 * @param present whether the account is a member
 */
public record SqlRole(
    String server,
    @Key @Name String instance,
    @Key @Name String account,
    @Reveals(Reveals.What.NOBODY) @Key @Name String role,
    boolean present)
    implements Fact {

  private static final String DEFAULT_INSTANCE = "MSSQLSERVER";

  /** Returns the fact. */
  public static SqlRole of(String server, String instance, String account, String role) {
    return new SqlRole(server, instance, account, role, true);
  }

  /**
   * Returns the name by which a client finds the instance: {@code SQL01} for the default instance,
   * {@code SQL01\INST1} for a named one. Of a cluster the instance names its own server.
   */
  public String connection() {
    int end = server.indexOf('.') < 0 ? server.length() : server.indexOf('.');
    boolean byServer =
        instance.equalsIgnoreCase(server) || instance.equalsIgnoreCase(server.substring(0, end));
    if (byServer || instance.equalsIgnoreCase(DEFAULT_INSTANCE)) {
      return server;
    }
    String suffix = "\\" + DEFAULT_INSTANCE;
    if (instance.toUpperCase(Locale.ROOT).endsWith(suffix)) {
      return instance.substring(0, instance.length() - suffix.length());
    }
    return instance.indexOf('\\') < 0 ? server + "\\" + instance : instance;
  }

  /** Returns the fact that this is known not to be there. */
  public SqlRole absent() {
    return new SqlRole(server, instance, account, role, false);
  }
}
