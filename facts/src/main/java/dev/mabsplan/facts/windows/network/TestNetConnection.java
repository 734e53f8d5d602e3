package dev.mabsplan.facts.windows.network;

import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.format.Column;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFormat;
import java.util.Optional;
import java.util.Set;

/** Whether the port on which servers find each other's services answers. */
final class TestNetConnection extends RowFormat {

  /** The endpoint mapper of RPC, which the agent of a protected server is reached by. */
  private static final String ENDPOINT_MAPPER = "135";

  /** The share for a push, and what the agent and its coordinator listen on. */
  private static final Set<String> OF_PROTECTION = Set.of("445", "5718", "5719");

  TestNetConnection() {
    super(
        "Test-NetConnection | ConvertTo-Json",
        having("ComputerName", "RemotePort", "TcpTestSucceeded"),
        key(name("ComputerName"), NetworkReach::of)
            // without an address no port is tried, and 0 is written in its place
            .settle(truth("NameResolutionSucceeded").where(so -> !so), NetworkReach::withReachable)
            .need(
                Column.of("RemotePort", TestNetConnection::says)
                    .orUnused("a port that says nothing of protection"))
            .need(
                truth("TcpTestSucceeded").orUnread("TcpTestSucceeded is neither true nor false"),
                NetworkReach::withReachable));
  }

  /** The way is closed where any port of protection is; that it is open the first of them tells. */
  private static Optional<String> says(Row row) {
    boolean open = row.truth("TcpTestSucceeded").orElse(false);
    return row.text("RemotePort")
        .filter(port -> port.equals(ENDPOINT_MAPPER) || (!open && OF_PROTECTION.contains(port)));
  }
}
