package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.ServerRole;
import java.util.List;
import java.util.Map;

/**
 * What people say of a server in plain words that is a fact, such as that a service is stopped.
 *
 * @param id topic and name, such as {@code basics/agent-service-stopped}
 * @param on whose fact it is: of the server named in the report, or of the backup server itself
 * @param problem the problem that it hints at where the words do not decide
 * @param tellings the decisive words
 * @param facts what is so then, by the place of the fact; a value may be a number that was said, as
 *     in <code>{version}</code>
 */
public record KnownStatement(
    String id, ServerRole on, String problem, List<Telling> tellings, Map<String, String> facts) {

  /** Makes the parts unmodifiable. */
  public KnownStatement {
    tellings = List.copyOf(tellings);
    facts = Map.copyOf(facts);
  }
}
