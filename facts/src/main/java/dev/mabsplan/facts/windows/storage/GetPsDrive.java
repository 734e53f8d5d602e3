package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.RowFormat;
import dev.mabsplan.facts.reading.RowNotes;
import java.util.List;
import java.util.Optional;

/** Used and free space of the drives of a PowerShell session, of which volumes are some. */
final class GetPsDrive implements RowFormat {

  @Override
  public String name() {
    return "Get-PSDrive | ConvertTo-Json";
  }

  @Override
  public List<List<String>> properties() {
    return List.of(List.of("Name", "Used", "Free"));
  }

  @Override
  public void note(Row row, RowNotes rows) {
    Optional<String> name = row.text("Name").flatMap(DriveLetter::volume);
    if (name.isEmpty()) {
      rows.unused(row, "Name", "a drive of PowerShell that is no volume");
      return;
    }
    if (isShare(row, "DisplayRoot") || isShare(row, "Root")) {
      rows.unused(row, "Name", "a drive that is a share of another server");
      return;
    }
    Optional<Long> used = rows.bytes(row, "Used");
    Optional<Long> free = rows.bytes(row, "Free");
    Optional<Long> size = used.flatMap(bytes -> free.map(more -> bytes + more));
    if (used.orElse(0L) == 0 && free.orElse(0L) == 0) {
      rows.unused(row, "Name", "a drive with nothing in it");
      return;
    }
    rows.fact(
        row,
        "Name",
        server -> {
          Volume volume = Volume.of(server, name.get());
          volume = size.isPresent() ? volume.withSizeBytes(size.get()) : volume;
          return free.isPresent() ? volume.withFreeBytes(free.get()) : volume;
        });
  }

  private static boolean isShare(Row row, String property) {
    return row.text(property).filter(root -> root.startsWith("\\\\")).isPresent();
  }
}
