package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.reading.JsonRows;
import dev.mabsplan.facts.reading.NativeFormat;
import dev.mabsplan.facts.reading.Notes;
import dev.mabsplan.facts.reading.RowNotes;
import dev.mabsplan.facts.reading.TextFile;
import java.util.Set;

/** Volumes as Windows Server Backup lists them: all, or those that are critical. */
final class GetWbVolume implements NativeFormat {

  private static final VolumeRows ROWS = new VolumeRows("MountPath", "TotalSpace", "FreeSpace");

  @Override
  public String name() {
    return "Get-WBVolume | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    return JsonRows.have(file, ROWS.name(), ROWS.size(), ROWS.free());
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes);
    rows.rows()
        .forEach(
            row ->
                ROWS.volume(row, rows).ifPresent(volume -> ROWS.note(row, volume, Set.of(), rows)));
    rows.finish();
  }
}
