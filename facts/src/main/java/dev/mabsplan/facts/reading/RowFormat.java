package dev.mabsplan.facts.reading;

import dev.mabsplan.facts.reading.JsonRows.Row;
import java.util.List;
import java.util.function.Predicate;

/** A format of objects as {@code ConvertTo-Json} writes them, each read by itself. */
public interface RowFormat extends NativeFormat {

  /** Returns the properties that some object must have, one list for each way to select them. */
  List<List<String>> properties();

  /** Returns the properties that name an object's server, besides those that PowerShell adds. */
  default List<String> naming() {
    return List.of();
  }

  /** Notes what an object says. */
  void note(Row row, RowNotes rows);

  @Override
  default boolean fits(TextFile file) {
    return haveProperties(file);
  }

  private boolean haveProperties(TextFile file) {
    return properties().stream()
        .anyMatch(wanted -> JsonRows.have(file, wanted.toArray(String[]::new)));
  }

  /**
   * Returns whether some object is what is looked for, for formats whose properties others have
   * too; where no object could be read, whether the text has the properties.
   */
  default boolean fits(TextFile file, Predicate<Row> sought) {
    if (!JsonRows.mayBe(file)) {
      return false;
    }
    JsonRows json = file.rows();
    return json.rows().isEmpty()
        ? json.damage().isPresent() && haveProperties(file)
        : json.rows().stream().anyMatch(sought);
  }

  @Override
  default void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes, naming());
    rows.rows().forEach(row -> note(row, rows));
    rows.finish();
  }
}
