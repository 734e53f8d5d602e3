package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.windows.JsonRows.Row;
import java.util.Optional;

/** Whether the port on which servers find each other's services answers. */
final class TestNetConnection implements NativeFormat {

  private static final String TO = "ComputerName";
  private static final String PORT = "RemotePort";
  private static final String SUCCEEDED = "TcpTestSucceeded";

  /** The endpoint mapper of RPC, which the agent of a protected server is reached by. */
  private static final String ENDPOINT_MAPPER = "135";

  @Override
  public String name() {
    return "Test-NetConnection | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    return JsonRows.have(file, TO, PORT, SUCCEEDED);
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes);
    rows.rows().forEach(row -> note(row, rows));
    rows.finish();
  }

  private static void note(Row row, RowNotes rows) {
    Optional<String> to = rows.name(row, TO);
    Optional<String> succeeded = row.text(SUCCEEDED);
    if (to.isEmpty()) {
      return;
    }
    if (!row.text(PORT).orElse("").equals(ENDPOINT_MAPPER)) {
      rows.unused(row, PORT, "a port that says nothing of protection");
    } else if (succeeded.filter(word -> word.equals("true") || word.equals("false")).isEmpty()) {
      rows.unread(row, SUCCEEDED, SUCCEEDED + " is neither true nor false");
    } else {
      boolean reachable = succeeded.get().equals("true");
      rows.fact(
          row, SUCCEEDED, server -> NetworkReach.of(server, to.get()).withReachable(reachable));
    }
  }
}
