package dev.mabsplan.facts;

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
    @Key @Name String role,
    boolean present)
    implements Fact {

  /** Returns the fact. */
  public static SqlRole of(String server, String instance, String account, String role) {
    return new SqlRole(server, instance, account, role, true);
  }

  /** Returns the fact that this is known not to be there. */
  public SqlRole absent() {
    return new SqlRole(server, instance, account, role, false);
  }
}
