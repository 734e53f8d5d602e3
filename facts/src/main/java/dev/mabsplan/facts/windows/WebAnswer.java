package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.windows.JsonRows.Row;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a page of Azure answered, and with what: a row with the address and the status, which is
 * null where there was no answer.
 */
final class WebAnswer implements NativeFormat {

  private static final String ADDRESS = "Uri";
  private static final String STATUS = "StatusCode";

  /** What stands for the endpoints of Azure Backup as a whole. */
  private static final String AZURE = "azure";

  /** Where the agent signs in, which comes before every other endpoint. */
  private static final Set<String> ENDPOINTS =
      Set.of("login.microsoftonline.com", "login.windows.net");

  @Override
  public String name() {
    return "Invoke-WebRequest | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    return JsonRows.have(file, ADDRESS, STATUS);
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes);
    rows.rows().forEach(row -> note(row, rows));
    rows.finish();
  }

  private static void note(Row row, RowNotes rows) {
    if (row.text(ADDRESS).flatMap(WebAnswer::host).filter(ENDPOINTS::contains).isEmpty()) {
      rows.unused(row, ADDRESS, "a page that is no endpoint of Azure Backup");
      return;
    }
    Optional<Long> status = row.number(STATUS).filter(code -> code >= 100 && code <= 599);
    if (status.isEmpty() && row.value(STATUS).isPresent()) {
      rows.unread(row, STATUS, STATUS + " is no status of HTTP");
      return;
    }
    rows.fact(
        row,
        STATUS,
        server -> {
          NetworkReach reach = NetworkReach.of(server, AZURE).withReachable(status.isPresent());
          return status.isPresent() ? reach.withHttpStatus(status.get().intValue()) : reach;
        });
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(URI.create(address.strip()).getHost())
          .map(host -> host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      // what is no address is no endpoint either
      return Optional.empty();
    }
  }
}
