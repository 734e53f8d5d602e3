package dev.mabsplan.facts.bundle;

import dev.mabsplan.facts.windows.NativeOutput;
import java.util.Optional;

/** What a file of native output says, or one of several things in it. */
record Piece(FoundFile file, NativeOutput output) {

  /** Returns the server that it says it is of as a whole. */
  Optional<NativeOutput.Host> host() {
    return output.hosts().stream().findFirst();
  }

  /** Returns the one server that it says it is of, as a whole or fact by fact. */
  Optional<NativeOutput.Host> said() {
    if (host().isPresent() || output.facts().isEmpty()) {
      return host();
    }
    NativeOutput.Unowned first = output.facts().get(0);
    return first
        .server()
        .filter(
            server ->
                output.facts().stream()
                    .allMatch(fact -> fact.server().filter(server::equalsIgnoreCase).isPresent()))
        .map(server -> new NativeOutput.Host(server, Optional.empty(), first.source()));
  }
}
