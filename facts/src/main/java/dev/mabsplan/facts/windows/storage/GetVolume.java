package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.RowFormat;
import dev.mabsplan.facts.reading.RowNotes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sizes and free space of volumes, by their drive letters. */
final class GetVolume implements RowFormat {

  private static final VolumeRows ROWS = new VolumeRows("DriveLetter", "Size", "SizeRemaining");

  @Override
  public String name() {
    return "Get-Volume | ConvertTo-Json";
  }

  @Override
  public List<List<String>> properties() {
    return List.of(List.of("DriveLetter", "SizeRemaining"));
  }

  @Override
  public void note(Row row, RowNotes rows) {
    if (!rows.has(row, "DriveLetter")) {
      rows.unread(row, "DriveLetter", "a volume without DriveLetter");
      return;
    }
    Optional<String> name = row.text("DriveLetter").flatMap(DriveLetter::volume);
    if (name.isEmpty()) {
      rows.unused(row, "DriveLetter", "a volume that has no drive letter");
      return;
    }
    // 5 is what a CIM instance has in place of the word
    if (row.text("DriveType")
        .filter(type -> type.equals("5") || type.equals("CD-ROM"))
        .isPresent()) {
      rows.unused(row, "DriveType", "a CD-ROM drive");
      return;
    }
    if (row.number("Size").filter(size -> size == 0).isPresent()) {
      rows.unused(row, "Size", "a drive with nothing in it");
      return;
    }
    ROWS.note(row, name.get(), Set.of(), rows);
  }
}
