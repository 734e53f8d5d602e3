package dev.mabsplan.engine.finding;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something is wrong.
 *
 * @param id topic and name, such as {@code replica/inconsistent}
 * @param server the affected server
 * @param dataSource the affected data source; null where unknown or where the server as a whole is
 *     affected
 */
public record Problem(String id, String server, @Nullable String dataSource) implements Finding {

  /**
   * Problems are keys of much, and what Java makes for records takes longer. A rule that was
   * changed for a test may derive one of no server.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Problem it
            && id.equals(it.id)
            && Objects.equals(server, it.server)
            && Objects.equals(dataSource, it.dataSource));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * id.hashCode() + Objects.hashCode(server)) + Objects.hashCode(dataSource);
  }
}
