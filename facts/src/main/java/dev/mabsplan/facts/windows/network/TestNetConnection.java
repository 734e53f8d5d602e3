package dev.mabsplan.facts.windows.network;

import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.RowFormat;
import dev.mabsplan.facts.reading.RowNotes;
import java.util.List;
import java.util.Optional;

/** Whether the port on which servers find each other's services answers. */
final class TestNetConnection implements RowFormat {

  private static final String TO = "ComputerName";
  private static final String PORT = "RemotePort";
  private static final String SUCCEEDED = "TcpTestSucceeded";
  private static final String RESOLVED = "NameResolutionSucceeded";

  /** The endpoint mapper of RPC, which the agent of a protected server is reached by. */
  private static final String ENDPOINT_MAPPER = "135";

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
    } else if (!row.text(PORT).orElse("").equals(ENDPOINT_MAPPER)) {
      rows.unused(row, PORT, "a port that says nothing of protection");
    } else if (succeeded.isEmpty()) {
      rows.unread(row, SUCCEEDED, SUCCEEDED + " is neither true nor false");
    } else {
      reach(row, SUCCEEDED, to.get(), succeeded.get(), rows);
    }
  }

  private static void reach(Row row, String property, String to, boolean reachable, RowNotes rows) {
    rows.fact(row, property, server -> NetworkReach.of(server, to).withReachable(reachable));
  }
}
