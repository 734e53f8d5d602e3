package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * How far a server's clock is from the right time.
 *
 * @param server the server it was observed on
 * @param offsetSeconds seconds the clock is ahead; negative where it is behind; null where unknown
 * @param timeZoneCorrect whether the time zone is the right one; null where unknown
 */
public record Clock(String server, @Nullable Long offsetSeconds, @Nullable Boolean timeZoneCorrect)
    implements Fact {

  /** Returns the fact with nothing known yet. */
  public static Clock of(String server) {
    return new Clock(server, null, null);
  }

  /** Returns this fact with {@code offsetSeconds} known. */
  public Clock withOffsetSeconds(long offsetSeconds) {
    return new Clock(server, offsetSeconds, timeZoneCorrect);
  }

  /** Returns this fact with {@code timeZoneCorrect} known. */
  public Clock withTimeZoneCorrect(boolean timeZoneCorrect) {
    return new Clock(server, offsetSeconds, timeZoneCorrect);
  }
}
