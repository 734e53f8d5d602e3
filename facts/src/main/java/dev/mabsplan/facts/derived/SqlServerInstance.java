package dev.mabsplan.facts.derived;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.Software;
import java.util.Optional;
import java.util.regex.Pattern;

/** A service of an instance of SQL Server says that SQL Server is installed. */
final class SqlServerInstance implements Conclusion {

  /** An instance, but for the one that is a part of Windows: {@code MSSQL$MICROSOFT##WID}. */
  private static final Pattern INSTANCE =
      Pattern.compile("MSSQLSERVER|MSSQL\\$(?!MICROSOFT##).+", Pattern.CASE_INSENSITIVE);

  @Override
  public Optional<Software> from(Fact fact, Given given) {
    return fact instanceof Service service
            && service.present()
            && INSTANCE.matcher(service.name()).matches()
        ? Optional.of(Software.of(service.server(), "sqlServer"))
        : Optional.empty();
  }
}
