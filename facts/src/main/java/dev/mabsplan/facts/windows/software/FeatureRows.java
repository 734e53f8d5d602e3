package dev.mabsplan.facts.windows.software;

import static dev.mabsplan.facts.format.RowFormat.key;

import dev.mabsplan.facts.WindowsFeature;
import dev.mabsplan.facts.format.Column;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFact;
import java.util.Optional;
import java.util.regex.Pattern;

/** What rows that each are a feature of Windows have in common. */
final class FeatureRows {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private FeatureRows() {}

  /** Returns the name of the feature; nothing where a column holds none that a feature can have. */
  static Optional<String> name(Row row, String column) {
    return row.text(column).map(String::strip).filter(name -> NAME.matcher(name).matches());
  }

  /** The name of the feature. */
  static Column<String> name(String column) {
    return Column.of(column, row -> name(row, column)).orUnread("a feature without its name");
  }

  /** A feature by its name, and whether it is installed. */
  static RowFact<WindowsFeature> feature(Column<String> name, Column.Reader<Boolean> installed) {
    return key(name, WindowsFeature::of)
        .need(
            new Column<>(name.name(), installed),
            (feature, there) -> there ? feature : feature.absent());
  }
}
