package dev.mabsplan.facts.windows.storage;

import static dev.mabsplan.facts.format.RowFormat.bytes;
import static dev.mabsplan.facts.format.RowFormat.key;
import static dev.mabsplan.facts.format.RowFormat.text;

import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.format.Column;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFact;
import dev.mabsplan.facts.format.RowNotes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What rows that each are a volume have in common. */
final class VolumeRows {

  private static final Pattern LETTER_OR_FOLDER = Pattern.compile("[A-Za-z]:(?:\\\\.*)?");

  private VolumeRows() {}

  /** A volume by its name, with the columns that hold its size and what is free, in bytes. */
  static RowFact<Volume> volume(Column<String> name, String size, String free) {
    return key(name, Volume::of)
        .set(bytes(size), Volume::withSizeBytes)
        .set(new Column<>(free, (row, rows) -> free(row, size, free, rows)), Volume::withFreeBytes);
  }

  private static Optional<Long> free(Row row, String size, String free, RowNotes rows) {
    Optional<Long> left = rows.bytes(row, free);
    if (left.isPresent() && row.number(size).filter(s -> s >= 0 && s < left.get()).isPresent()) {
      rows.unread(row, free, "more is free than the volume holds");
      return Optional.empty();
    }
    return left;
  }

  /** The drive letter or mount path of a volume. */
  static Column<String> path(String column) {
    return text(column)
        .as(VolumeRows::letterOrFolder)
        .orUnused("a volume without a drive letter or a folder to reach it by");
  }

  private static Optional<String> letterOrFolder(String written) {
    String path = written.strip();
    String bare = path.endsWith("\\") ? path.substring(0, path.length() - 1) : path;
    return LETTER_OR_FOLDER.matcher(bare).matches() && RowNotes.isName(bare)
        ? Optional.of(bare.length() == 2 ? bare.toUpperCase(Locale.ROOT) : bare)
        : Optional.empty();
  }
}
