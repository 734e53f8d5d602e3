package dev.mabsplan.facts.derived;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.MailAccount;
import dev.mabsplan.facts.MailSettings;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.gathered.ServerNames;
import java.util.Locale;
import java.util.Optional;

/**
 * The user in the registry is whom MABS logs in as for mail, and often tells what account it is.
 */
final class RegisteredMailAccount implements Conclusion {

  private static final String NOTIFICATION =
      "HKLM\\SOFTWARE\\Microsoft\\Microsoft Data Protection Manager\\Notification";

  @Override
  public Optional<MailSettings> from(Fact fact, Given given) {
    return fact instanceof RegistryValue value
            && value.data() != null
            && !value.data().isBlank()
            && value.name().equalsIgnoreCase("SMTPUserName")
            && value.key().equalsIgnoreCase(NOTIFICATION)
        ? Optional.of(mail(value.server(), value.data().strip()))
        : Optional.empty();
  }

  /** What {@code name@contoso.com} is, its domain's administrators alone know. */
  private static MailSettings mail(String server, String user) {
    MailSettings mail = MailSettings.of(server).withUserName(user);
    if (user.toLowerCase(Locale.ROOT).endsWith(".onmicrosoft.com")) {
      return mail.withAccount(MailAccount.WORK_OR_SCHOOL);
    }
    int domainEnd = user.indexOf('\\');
    return domainEnd > 0 && !isServer(user.substring(0, domainEnd), server)
        ? mail.withAccount(MailAccount.DOMAIN)
        : mail;
  }

  private static boolean isServer(String name, String server) {
    return name.equals(".") || name.equalsIgnoreCase(ServerNames.shortName(server));
  }
}
