package dev.mabsplan.facts.input;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How old something may be: since a point in time, or for a time before the newest that is known.
 *
 * @param point the point in time; nothing where an age is given
 * @param age the age, counted from the newest time in the input; nothing where a point is given
 */
public record Since(Optional<Instant> point, Optional<Duration> age) {

  private static final Pattern AGE = Pattern.compile("(\\d{1,4})([dh])");

  /**
   * Reads {@code 7d}, {@code 12h}, {@code 2026-01-14} (midnight UTC) or {@code
   * 2026-01-14T03:00:00Z}.
   *
   * @throws IllegalArgumentException where it is none of these
   */
  public static Since parse(String text) {
    Matcher age = AGE.matcher(text);
    if (age.matches()) {
      long number = Long.parseLong(age.group(1));
      return new Since(
          Optional.empty(),
          Optional.of(
              age.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number)));
    }
    try {
      return new Since(
          Optional.of(
              text.contains("T")
                  ? Instant.parse(text)
                  : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()),
          Optional.empty());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "expected an age such as 7d or 12h, or a time such as 2026-01-14 or"
              + " 2026-01-14T03:00:00Z; found \""
              + text
              + "\"",
          e);
    }
  }

  /** Returns the point in time, if there is a now to count from where that is needed. */
  Optional<Instant> before(Optional<Instant> now) {
    return point.or(() -> now.flatMap(time -> age.map(time::minus)));
  }
}
