package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.StartType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What it says that a service is there: the service, and the product that it is of. */
public final class ServiceFacts {

  /** An instance, but for the one that is a part of Windows: {@code MSSQL$MICROSOFT##WID}. */
  private static final Pattern SQL_SERVER =
      Pattern.compile("MSSQLSERVER|MSSQL\\$(?!MICROSOFT##).+", Pattern.CASE_INSENSITIVE);

  private ServiceFacts() {}

  /** Returns what makes the facts, once the server is known. */
  public static List<Function<String, Fact>> of(
      String name, Optional<ServiceState> state, Optional<StartType> startType) {
    Function<String, Fact> service =
        server -> new Service(server, name, true, state.orElse(null), startType.orElse(null));
    return SQL_SERVER.matcher(name).matches()
        ? List.of(service, server -> Software.of(server, "sqlServer"))
        : List.of(service);
  }
}
