package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.WindowsFeature;
import dev.mabsplan.facts.reading.JsonRows;
import dev.mabsplan.facts.reading.RowNotes;
import java.util.Optional;
import java.util.regex.Pattern;

/** What rows that each are a feature of Windows have in common. */
final class FeatureRows {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private FeatureRows() {}

  /**
   * Returns the name of the feature; nothing where a property holds none that a feature can have.
   */
  static Optional<String> name(JsonRows.Row row, String property) {
    return row.text(property).map(String::strip).filter(name -> NAME.matcher(name).matches());
  }

  /** Notes whether a feature is installed. */
  static void note(JsonRows.Row row, String property, String name, boolean there, RowNotes rows) {
    rows.fact(row, property, server -> new WindowsFeature(server, name, there));
  }
}
