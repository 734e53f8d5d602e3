package dev.mabsplan.facts.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as PowerShell writes them in JSON: 5.1 as milliseconds, 7 with the offset of the zone. */
public final class PowerShellTime {

  private static final Pattern EPOCH = Pattern.compile("/Date\\((-?\\d{1,15})(?:[+-]\\d{4})?\\)/");

  private PowerShellTime() {}

  /** Returns the time that a property holds; nothing where it holds none, or one without a zone. */
  public static Optional<Instant> of(JsonRows.Row row, String property) {
    // Windows PowerShell 5.1 writes some dates as an object
    return row.text(property)
        .or(() -> row.rows(property).stream().findFirst().flatMap(date -> date.text("value")))
        .flatMap(PowerShellTime::parse);
  }

  /** Returns a time; nothing where it is none, or has no zone. */
  public static Optional<Instant> parse(String written) {
    Matcher epoch = EPOCH.matcher(written);
    if (epoch.matches()) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(epoch.group(1))));
    }
    try {
      return Optional.of(OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeException e) {
      // without a zone it is unknown
      return Optional.empty();
    }
  }
}
