package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * How a backup server sends notifications.
 *
 * @param server the server it was observed on
 * @param smtpServer the SMTP server; null where unknown
 * @param port its TCP port, 1 to 65535; null where unknown
 * @param fromAddress the address that notifications come from; null where unknown
 * @param userName the user name, as entered; null where unknown
 * @param account what kind of account it is; null where unknown
 */
public record MailSettings(
    String server,
    @Reveals(Reveals.What.SERVER) @Name(Name.Of.SERVER) @Nullable String smtpServer,
    @Range(min = 1, max = 65_535) @Nullable Integer port,
    @Nullable String fromAddress,
    @Reveals(Reveals.What.USER) @Nullable String userName,
    @Nullable MailAccount account)
    implements Fact {

  /** Returns the fact with nothing known yet. */
  public static MailSettings of(String server) {
    return new MailSettings(server, null, null, null, null, null);
  }

  /** Returns this fact with {@code smtpServer} known. */
  public MailSettings withSmtpServer(String smtpServer) {
    return new MailSettings(server, smtpServer, port, fromAddress, userName, account);
  }

  /** Returns this fact with {@code port} known. */
  public MailSettings withPort(int port) {
    return new MailSettings(server, smtpServer, port, fromAddress, userName, account);
  }

  /** Returns this fact with {@code fromAddress} known. */
  public MailSettings withFromAddress(String fromAddress) {
    return new MailSettings(server, smtpServer, port, fromAddress, userName, account);
  }

  /** Returns this fact with {@code userName} known. */
  public MailSettings withUserName(String userName) {
    return new MailSettings(server, smtpServer, port, fromAddress, userName, account);
  }

  /** Returns this fact with {@code account} known. */
  public MailSettings withAccount(MailAccount account) {
    return new MailSettings(server, smtpServer, port, fromAddress, userName, account);
  }
}
