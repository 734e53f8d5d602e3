package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * A protection group on a backup server.
 *
 * @param server the server it was observed on
 * @param name name of the group
 * @param automaticConsistencyCheck whether a replica that becomes inconsistent is checked by
 *     itself; null where unknown
 */
public record ProtectionGroup(
    String server,
    @Key @Name(Name.Of.PROTECTION_GROUP) String name,
    @Nullable Boolean automaticConsistencyCheck)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static ProtectionGroup of(String server, String name) {
    return new ProtectionGroup(server, name, null);
  }

  /** Returns this fact with {@code automaticConsistencyCheck} known. */
  public ProtectionGroup withAutomaticConsistencyCheck(boolean automaticConsistencyCheck) {
    return new ProtectionGroup(server, name, automaticConsistencyCheck);
  }
}
