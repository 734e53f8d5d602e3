package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.windows.JsonRows.Row;
import java.util.List;

/** A format of objects as {@code ConvertTo-Json} writes them, each read by itself. */
interface RowFormat extends NativeFormat {

  /** Returns the properties that some object must have, one list for each way to select them. */
  List<List<String>> properties();

  /** Notes what an object says. */
  void note(Row row, RowNotes rows);

  @Override
  default boolean fits(TextFile file) {
    return properties().stream()
        .anyMatch(wanted -> JsonRows.have(file, wanted.toArray(String[]::new)));
  }

  @Override
  default void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes);
    rows.rows().forEach(row -> note(row, rows));
    rows.finish();
  }
}
