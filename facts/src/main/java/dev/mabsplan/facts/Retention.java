package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * How long a protection group keeps recovery points in Azure.
 *
 * @param server the server it was observed on
 * @param protectionGroup the protection group
 * @param schedule which recovery points, and so the unit of {@code kept}
 * @param kept days, weeks, months or years they are kept; null where unknown
 */
public record Retention(
    String server,
    @Key @Name(Name.Of.PROTECTION_GROUP) String protectionGroup,
    @Key RetentionSchedule schedule,
    @Range @Nullable Integer kept)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static Retention of(String server, String protectionGroup, RetentionSchedule schedule) {
    return new Retention(server, protectionGroup, schedule, null);
  }

  /** Returns this fact with {@code kept} known. */
  public Retention withKept(int kept) {
    return new Retention(server, protectionGroup, schedule, kept);
  }
}
