package dev.mabsplan.facts.windows.event;

import dev.mabsplan.facts.format.AnyCase;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Windows and SQL Server write of services and programs, among them those of backup: that one
 * did not start, stopped by itself or crashed. Whose it is stands in the message alone.
 */
final class Watched {

  /** Providers of Windows that watch services and programs. */
  private static final Set<String> WATCHERS =
      AnyCase.of(
          "Service Control Manager",
          "Microsoft-Windows-Service Control Manager",
          "Application Error",
          "Application Hang",
          "Windows Error Reporting",
          ".NET Runtime",
          ".NET Runtime Optimization Service",
          "Application Popup",
          "DCOM",
          "Microsoft-Windows-DistributedCOM",
          "MsiInstaller",
          "SQLSERVERAGENT",
          "MSSQLSERVER");

  private static final String CRASHES = "Windows Error Reporting";

  private static final Pattern OF_SQL_SERVER = Pattern.compile("(?i)(?:SQLAgent|MSSQL)\\$.{1,100}");

  /** An instance of SQL Server that backup set up for itself. */
  private static final Pattern OWN_INSTANCE =
      Pattern.compile("(?i)(?:SQLAgent|MSSQL)\\$\\w{0,50}(?:DPM|MABS)\\w{0,50}");

  /** The backup server calls its scheduled jobs by nothing but an id. */
  private static final Pattern OWN_JOB =
      Pattern.compile(
          "'\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}'");

  private static final Pattern OF_BACKUP_SERVER =
      named(
          "MSDPM\\w{0,50}|DPM(?:LA|AMService|AC|Writer|CPWrapper\\w{0,20}|Backup\\w{0,20}"
              + "|DB\\w{0,50}|Core\\w{0,20}|Mgmt\\w{0,20})"
              + "|DPM (?:AccessManager|CPWrapper|Library Agent|Writer)\\w{0,20}"
              // the service that Windows shows by the name of the whole product
              + "|DPM(?= service)|tjänsten DPM"
              + "|Data Protection Manager|AMSvcHost"
              + "|(?:Microsoft |Windows )?Azure (?:Backup|Recovery Services)\\w{0,20}"
              + "|cbengine|obengine|CloudBackup|OBRecoveryServicesManagementAgent"
              + "|Microsoft\\.Internal\\.(?:EnterpriseStorage|CloudBackup)");

  private static final Pattern OF_ANY_SERVER =
      named(
          "DPMRA|DPM (?:Protection|Replication) Agent|DPMAgentInstaller\\w{0,20}|DPMAC"
              + "|VSS|vssvc|Volume Shadow Copy|swprv|(?:Microsoft )?Software Shadow Copy Provider"
              + "|wbengine|Block Level Backup Engine|Windows Server Backup"
              + "|SQLWriter|SQL Server VSS Writer");

  private Watched() {}

  private static Pattern named(String names) {
    return Pattern.compile(
        "(?<![\\p{L}\\d])(?:" + names.replace(" ", "\\s{1,3}") + ")(?![\\p{L}\\d])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Returns whether a provider writes of services and programs of others. */
  static boolean isWatcher(String provider) {
    return WATCHERS.contains(provider.strip()) || OF_SQL_SERVER.matcher(provider.strip()).matches();
  }

  /** Returns whether an event tells of a crash, whatever its level: Windows only informs of it. */
  static boolean isCrash(WindowsEvent event) {
    return event
        .provider()
        .filter(provider -> provider.strip().equalsIgnoreCase(CRASHES))
        .isPresent();
  }

  /** Returns whether an event names a service or program of the backup server. */
  static boolean ofBackupServer(WindowsEvent event) {
    String provider = event.provider().orElse("").strip();
    return isWatcher(provider)
        && (OWN_INSTANCE.matcher(provider).matches()
            || names(OF_BACKUP_SERVER, event.message())
            || (isSqlAgent(provider) && names(OWN_JOB, event.message())));
  }

  /** Returns whether an event names a service or program that runs on every server backed up. */
  static boolean ofAnyServer(WindowsEvent event) {
    return !ofBackupServer(event)
        && event.provider().filter(Watched::isWatcher).isPresent()
        && names(OF_ANY_SERVER, event.message());
  }

  private static boolean isSqlAgent(String provider) {
    return provider.toLowerCase(Locale.ROOT).startsWith("sql");
  }

  private static boolean names(Pattern names, Optional<String> message) {
    return message.filter(said -> names.matcher(said).find()).isPresent();
  }
}
