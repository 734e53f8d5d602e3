package dev.mabsplan.facts.windows.network;

import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.RowFormat;
import dev.mabsplan.facts.reading.RowNotes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the port on which servers find each other's services answers. */
final class TestNetConnection implements RowFormat {

  private static final String TO = "ComputerName";
  private static final String PORT = "RemotePort";
  private static final String SUCCEEDED = "TcpTestSucceeded";
  private static final String RESOLVED = "NameResolutionSucceeded";

  /** The endpoint mapper of RPC, which the agent of a protected server is reached by. */
  private static final String ENDPOINT_MAPPER = "135";

  /** The share for a push, and what the agent and its coordinator listen on. */
  private static final Set<String> OF_PROTECTION = Set.of("445", "5718", "5719");

  @Override
  public String name() {
    return "Test-NetConnection | ConvertTo-Json";
  }

  @Override
  public List<List<String>> properties() {
    return List.of(List.of(TO, PORT, SUCCEEDED));
  }

  @Override
  public void note(Row row, RowNotes rows) {
    Optional<String> to = rows.name(row, TO);
    Optional<Boolean> succeeded = row.truth(SUCCEEDED);
    if (to.isEmpty()) {
      return;
    }
    // without an address no port is tried, and 0 is written in its place
    if (row.truth(RESOLVED).filter(resolved -> !resolved).isPresent()) {
      reach(row, RESOLVED, to.get(), false, rows);
    } else if (!says(row, succeeded.orElse(false))) {
      rows.unused(row, PORT, "a port that says nothing of protection");
    } else if (succeeded.isEmpty()) {
      rows.unread(row, SUCCEEDED, SUCCEEDED + " is neither true nor false");
    } else {
      reach(row, SUCCEEDED, to.get(), succeeded.get(), rows);
    }
  }

  /** The way is closed where any port of protection is; that it is open the first of them tells. */
  private static boolean says(Row row, boolean succeeded) {
    String port = row.text(PORT).orElse("");
    return port.equals(ENDPOINT_MAPPER) || (!succeeded && OF_PROTECTION.contains(port));
  }

  private static void reach(Row row, String property, String to, boolean reachable, RowNotes rows) {
    rows.fact(row, property, server -> NetworkReach.of(server, to).withReachable(reachable));
  }
}
