package dev.mabsplan.facts.windows.network;

import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFormat;
import dev.mabsplan.facts.format.RowNotes;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a page of Azure answered, and with what: a row with the address and the status of HTTP,
 * which is null where there was no answer. That is no proof of a closed way where TLS ended the
 * connection: Windows PowerShell may offer older protocols than Azure takes.
 */
final class WebAnswer extends RowFormat {

  private static final String ADDRESS = "Uri";
  private static final String STATUS = "StatusCode";
  private static final String FAILURE = "Status";
  private static final String CAUSE = "Cause";
  private static final String SYSTEM = "System";

  /** What a proxy answers that wants a login; nothing else that can fail is known to be its own. */
  private static final int PROXY_WANTS_LOGIN = 407;

  /**
   * Failures by their numbers in WebExceptionStatus where nothing was reached: no address of the
   * page, no connection, no answer in time, no address of the proxy.
   */
  private static final Set<Long> NOTHING_REACHED = Set.of(1L, 2L, 14L, 15L);

  /** What PowerShell 7, which has no such number, has below the failure in these cases. */
  private static final Set<String> CAUSES_WITHOUT_CONNECTION =
      Set.of("SocketException", "TimeoutException");

  WebAnswer() {
    super("Invoke-WebRequest | ConvertTo-Json", having(ADDRESS, STATUS), WebAnswer::note);
  }

  private static void note(Row row, RowNotes rows) {
    Optional<String> endpoint =
        row.text(ADDRESS).flatMap(WebAnswer::host).flatMap(rows.names()::endpoint);
    if (endpoint.isEmpty()) {
      rows.unused(row, ADDRESS, "a page that is no endpoint of Azure Backup");
      return;
    }
    Optional<Long> status = row.number(STATUS).filter(code -> code >= 100 && code <= 599);
    if (status.isEmpty() && row.value(STATUS).isPresent()) {
      rows.unread(row, STATUS, STATUS + " is no status of HTTP");
      return;
    }
    if (status.isPresent()) {
      int code = status.get().intValue();
      rows.fact(
          row,
          STATUS,
          server -> asked(row, answered(NetworkReach.of(server, endpoint.get()), code)));
    } else if (reachedNothing(row)) {
      rows.fact(
          row,
          STATUS,
          server -> asked(row, NetworkReach.of(server, endpoint.get()).withReachable(false)));
    } else {
      rows.unused(row, FAILURE, "a connection that ended before there was an answer");
    }
  }

  /** The account SYSTEM can have another proxy, and other rights, than the one who looks. */
  private static NetworkReach asked(Row row, NetworkReach reach) {
    return row.truth(SYSTEM).map(reach::withAsSystem).orElse(reach);
  }

  private static boolean reachedNothing(Row row) {
    return row.number(FAILURE)
        .map(NOTHING_REACHED::contains)
        .orElseGet(() -> row.text(CAUSE).filter(CAUSES_WITHOUT_CONNECTION::contains).isPresent());
  }

  /** A refusal may come from Azure as from something on the way to it. */
  private static NetworkReach answered(NetworkReach asked, int status) {
    NetworkReach reach = asked.withHttpStatus(status);
    if (status >= 200 && status < 400) {
      return reach.withReachable(true);
    }
    return status == PROXY_WANTS_LOGIN ? reach.withReachable(false) : reach;
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(URI.create(address.strip()).getHost());
    } catch (IllegalArgumentException e) {
      // what is no address is no endpoint either
      return Optional.empty();
    }
  }
}
