package dev.mabsplan.facts.input;

import dev.mabsplan.facts.format.Notes;
import java.util.Optional;

/** What a file of native output says, or one of several things in it. */
record Piece(FoundFile file, NativeOutput output) {

  /** Returns the server that it says it is of as a whole. */
  Optional<Notes.NotedHost> host() {
    return output.hosts().stream().findFirst();
  }

  /**
   * Returns the one server that it says it is of, as a whole or fact by fact. An alert names the
   * server that it is about, and lies with the one that tells of it.
   */
  Optional<Notes.NotedHost> said() {
    if (host().isPresent() || output.facts().isEmpty() || !output.errors().isEmpty()) {
      return host();
    }
    Notes.NotedFact first = output.facts().get(0);
    return first
        .server()
        .filter(
            server ->
                output.facts().stream()
                    .allMatch(fact -> fact.server().filter(server::equalsIgnoreCase).isPresent()))
        .map(server -> new Notes.NotedHost(server, Optional.empty(), first.source()));
  }
}
