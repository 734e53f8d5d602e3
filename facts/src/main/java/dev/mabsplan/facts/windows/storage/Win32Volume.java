package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.format.Column;
import dev.mabsplan.facts.format.JsonRows;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.RowFact;
import dev.mabsplan.facts.format.RowNotes;
import dev.mabsplan.facts.format.TextFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Volumes as WMI lists them, with what tells their use: the drive that Windows is on beside the
 * list of all, or the name of the column for those of the storage pool.
 */
final class Win32Volume implements NativeFormat {

  private static final String SYSTEM_DRIVE = "SystemDrive";
  private static final String ALL = "Volumes";
  private static final String LOCAL_DISK = "3";
  private static final String NAME = "Name";
  private static final String POOL = "StoragePoolVolume";
  private static final String SIZE = "Capacity";
  private static final String FREE = "FreeSpace";

  @Override
  public String name() {
    return "Get-CimInstance Win32_Volume | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    return JsonRows.have(file, SYSTEM_DRIVE, ALL)
        || JsonRows.have(file, POOL, SIZE)
        || JsonRows.have(file, NAME, SIZE, FREE);
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes);
    for (Row row : rows.rows()) {
      if (!rows.has(row, SYSTEM_DRIVE)) {
        note(row, Optional.empty(), rows);
      } else if (rows.ofOneServer()) {
        all(row, rows, notes);
      } else {
        rows.unused(row, ALL, "volumes of several servers in one file");
      }
    }
    rows.finish();
  }

  /** What has no name to reach it by holds nothing that a person put there. */
  private static void all(Row row, RowNotes rows, Notes notes) {
    Optional<String> system = row.text(SYSTEM_DRIVE).flatMap(DriveLetter::volume);
    List<Row> volumes = row.rows(ALL);
    volumes.forEach(volume -> note(volume, system, rows));
    boolean named = volumes.stream().allMatch(volume -> volume.text(NAME).isPresent());
    boolean whole = named && volumes.size() == row.items(ALL).size();
    if (whole && system.isPresent() && volumes.stream().anyMatch(v -> isSystem(v, system))) {
      notes.collected(FactKind.VOLUMES);
    } else {
      rows.unread(row, ALL, "the list of volumes is not whole, or lacks the system drive");
    }
  }

  private static void note(Row row, Optional<String> system, RowNotes rows) {
    if (row.text("DriveType").filter(type -> !type.equals(LOCAL_DISK)).isPresent()) {
      rows.unused(row, "DriveType", "a drive that is no local disk");
    } else if (rows.has(row, POOL)) {
      volume(POOL, VolumePurpose.STORAGE_POOL).note(row, rows);
    } else if (isSystem(row, system)) {
      volume(NAME, VolumePurpose.SYSTEM).note(row, rows);
    } else {
      volume(NAME).note(row, rows);
    }
  }

  private static RowFact<Volume> volume(String name, VolumePurpose... purposes) {
    return VolumeRows.volume(VolumeRows.path(name), SIZE, FREE)
        .set(Column.of(name, row -> Optional.of(Set.of(purposes))), Volume::withPurposes);
  }

  /** Windows itself calls the volume that holds it the boot volume. */
  private static boolean isSystem(Row row, Optional<String> system) {
    return row.truth("BootVolume").orElse(false)
        || system
            .filter(drive -> row.text(NAME).flatMap(DriveLetter::volume).equals(Optional.of(drive)))
            .isPresent();
  }
}
