package dev.mabsplan.facts.windows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as {@code ConvertTo-Json} writes them: {@code /Date(1768251600123)/} in Windows PowerShell
 * 5.1, ISO 8601 in PowerShell 7.
 */
final class PowerShellTime {

  private static final Pattern EPOCH = Pattern.compile("/Date\\((-?\\d{1,15})(?:[+-]\\d{4})?\\)/");

  private PowerShellTime() {}

  /** Returns a time; nothing where it is none or does not say its time zone. */
  static Optional<Instant> of(String written) {
    String time = written.strip().replace("\\/", "/");
    Matcher epoch = EPOCH.matcher(time);
    if (epoch.matches()) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(epoch.group(1))));
    }
    try {
      return Optional.of(OffsetDateTime.parse(time).toInstant());
    } catch (DateTimeException e) {
      // without a zone it is unknown
      return Optional.empty();
    }
  }
}
