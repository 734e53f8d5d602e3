package dev.mabsplan.engine.symptom;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose trouble a part of a report is: as its fields say, else as its words do. */
final class Owners {

  private final ReportedError error;
  private final Map<Piece, Map<ServerRole, Optional<String>>> servers = new HashMap<>();

  Owners(ReportedError error) {
    this.error = error;
  }

  /** Returns the server that a part names, whatever the error's fields say, or null. */
  @Nullable String namedBy(Piece piece, ServerRole affects) {
    return servers
        .computeIfAbsent(piece, unread -> new EnumMap<>(ServerRole.class))
        .computeIfAbsent(affects, role -> Optional.ofNullable(Whose.server(piece.text(), role)))
        .orElse(null);
  }

  /** Returns the server that the sentence of some words names, or else their part, or null. */
  @Nullable String namedBy(Piece piece, Tellings.Match match, ServerRole affects) {
    String named = Whose.server(piece.sentences(match.from(), match.to()), affects);
    return named != null ? named : namedBy(piece, affects);
  }

  /** Returns the server that an error's field names, or else that a part of it does, or null. */
  @Nullable String server(Piece piece, ServerRole affects) {
    return error.server() != null ? error.server() : namedBy(piece, affects);
  }

  /** Returns the data source that an error's field names, or else some words of it, or null. */
  @Nullable String dataSource(String words, ServerRole affects) {
    return error.dataSource() != null
        ? error.dataSource()
        : affects.sendsToAzure() ? null : Whose.dataSource(words);
  }
}
