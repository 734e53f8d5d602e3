package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.facts.ServerRole;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an error may be, where nothing in it decides.
 *
 * @param id the symptom or the statement that it may be
 * @param affects whose trouble it would be
 * @param roles what the server that sends to Azure, or the backup server, can be
 * @param server the affected server, where the error names it
 * @param dataSource the affected data source, where the error names it
 * @param because what speaks for it, as it stands in the error
 * @param missing what would decide and is not there
 * @param code what the product's public catalogue says of its number, where only that speaks for it
 * @param guessed whether only what the error speaks of says so, and not how it says it
 */
public record Hint(
    String id,
    ServerRole affects,
    Set<ServerRole> roles,
    @Nullable String server,
    @Nullable String dataSource,
    List<String> because,
    List<String> missing,
    Optional<ErrorCode> code,
    boolean guessed) {

  /** Makes the lists unmodifiable. */
  public Hint {
    because = List.copyOf(because);
    missing = List.copyOf(missing);
  }

  /** Returns the same, for which something else speaks as well. */
  Hint and(String reason, boolean guess) {
    Set<String> both = new LinkedHashSet<>(because);
    both.add(reason);
    return new Hint(
        id, affects, roles, server, dataSource, List.copyOf(both), missing, code, guess);
  }
}
