package dev.mabsplan.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The security PIN that Azure asks for before a critical operation. Never the PIN itself.
 *
 * @param server the server it was observed on
 * @param generatedAt when it was generated; null where unknown
 * @param ageMinutes minutes since it was generated; computed from {@code generatedAt} where the
 *     document says {@code observedAt}; null where unknown
 */
public record SecurityPin(
    String server, @Nullable Instant generatedAt, @Range @Nullable Long ageMinutes)
    implements Fact {

  /** Returns the fact with nothing known yet. */
  public static SecurityPin of(String server) {
    return new SecurityPin(server, null, null);
  }

  /** Returns this fact with {@code generatedAt} known. */
  public SecurityPin withGeneratedAt(Instant generatedAt) {
    return new SecurityPin(server, generatedAt, ageMinutes);
  }

  /** Returns this fact with {@code ageMinutes} known. */
  public SecurityPin withAgeMinutes(long ageMinutes) {
    return new SecurityPin(server, generatedAt, ageMinutes);
  }

  /** Returns this fact with {@code ageMinutes} unknown. */
  public SecurityPin withoutAge() {
    return new SecurityPin(server, generatedAt, null);
  }
}
