package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.RowNotes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads rows that each are a volume.
 *
 * @param name the property that holds the drive letter or mount path
 * @param size the property that holds the size in bytes
 * @param free the property that holds the free space in bytes
 */
record VolumeRows(String name, String size, String free) {

  private static final Pattern LETTER_OR_FOLDER = Pattern.compile("[A-Za-z]:(?:\\\\.*)?");

  /** Returns the drive letter or mount path; nothing, and a remark, where the volume has none. */
  Optional<String> volume(Row row, RowNotes rows) {
    String path = row.text(name).orElse("").strip();
    String bare = path.endsWith("\\") ? path.substring(0, path.length() - 1) : path;
    if (LETTER_OR_FOLDER.matcher(bare).matches() && RowNotes.isName(bare)) {
      return Optional.of(bare.length() == 2 ? bare.toUpperCase(Locale.ROOT) : bare);
    }
    rows.unused(row, name, "a volume without a drive letter or a folder to reach it by");
    return Optional.empty();
  }

  /** Notes a volume, with its size and free space where they are known. */
  void note(Row row, String volume, Set<VolumePurpose> purposes, RowNotes rows) {
    Optional<Long> bytes = rows.bytes(row, size);
    Optional<Long> left = rows.bytes(row, free);
    boolean tooMuch = bytes.isPresent() && left.isPresent() && left.get() > bytes.get();
    if (tooMuch) {
      rows.unread(row, free, "more is free than the volume holds");
    }
    Optional<Long> credible = tooMuch ? Optional.empty() : left;
    rows.fact(
        row,
        name,
        server -> {
          Volume fact = Volume.of(server, volume).withPurposes(purposes);
          fact = bytes.isPresent() ? fact.withSizeBytes(bytes.get()) : fact;
          return credible.isPresent() ? fact.withFreeBytes(credible.get()) : fact;
        });
  }
}
