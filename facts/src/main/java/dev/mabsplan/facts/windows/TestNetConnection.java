package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.windows.JsonRows.Row;
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
    Optional<String> succeeded = row.text(SUCCEEDED);
    if (to.isEmpty()) {
      return;
    }
    // without an address no port is tried, and 0 is written in its place
    if (row.text(RESOLVED).filter("false"::equals).isPresent()) {
      reach(row, RESOLVED, to.get(), false, rows);
    } else if (!row.text(PORT).orElse("").equals(ENDPOINT_MAPPER)) {
      rows.unused(row, PORT, "a port that says nothing of protection");
    } else if (succeeded.filter(word -> word.equals("true") || word.equals("false")).isEmpty()) {
      rows.unread(row, SUCCEEDED, SUCCEEDED + " is neither true nor false");
    } else {
      reach(row, SUCCEEDED, to.get(), succeeded.get().equals("true"), rows);
    }
  }

  private static void reach(Row row, String property, String to, boolean reachable, RowNotes rows) {
    rows.fact(row, property, server -> NetworkReach.of(server, to).withReachable(reachable));
  }
}
