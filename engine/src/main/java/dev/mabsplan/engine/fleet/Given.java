package dev.mabsplan.engine.fleet;

import static java.util.stream.Collectors.joining;

import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.gathered.Facts;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A facts document of a fleet.
 *
 * @param key what is later known to be about the same: the names of the servers that it speaks of,
 *     in small letters and sorted; of a document that names none, its digest
 * @param digest tells these facts from others
 * @param facts what it says
 */
public record Given(String key, String digest, Facts facts) {

  private static final Set<String> UNNAMED =
      Set.of(
          Server.UNNAMED_BACKUP_SERVER,
          Server.UNNAMED_AGENT_SERVER,
          Server.UNNAMED_PROTECTED_SERVER);

  /** Returns the document with its key. */
  public static Given of(String digest, Facts facts) {
    String names =
        Stream.concat(
                facts.servers().stream().map(Server::name),
                facts.errors().stream()
                    .flatMap(error -> Stream.of(error.server(), error.reportedBy()))
                    .filter(Objects::nonNull))
            .filter(Given::isNamed)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .distinct()
            .sorted()
            .collect(joining(","));
    return new Given(names.isEmpty() ? "#" + digest : names, digest, facts);
  }

  static boolean isNamed(String server) {
    return !UNNAMED.contains(server);
  }
}
