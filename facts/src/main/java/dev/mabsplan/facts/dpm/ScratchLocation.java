package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.FolderPurpose;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.reading.JsonRows;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.NativeFormat;
import dev.mabsplan.facts.reading.Notes;
import dev.mabsplan.facts.reading.RowNotes;
import dev.mabsplan.facts.reading.TextFile;
import dev.mabsplan.facts.windows.registry.RegistryNotes;
import dev.mabsplan.facts.windows.storage.DriveLetter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scratch location of the Azure agent: what the registry says, whether the folder is there, and
 * how much room its volume has.
 */
final class ScratchLocation implements NativeFormat {

  private static final String PATH = "PSPath";
  private static final String VALUE = "ScratchLocation";
  private static final String EXISTS = "Exists";
  private static final String VOLUME = "Volume";

  @Override
  public String name() {
    return "scratch location | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    return JsonRows.have(file, PATH, VALUE, EXISTS);
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes);
    RegistryNotes values = new RegistryNotes(notes);
    rows.rows().forEach(row -> note(row, rows, values));
    rows.finish();
    values.finish();
  }

  private static void note(Row row, RowNotes rows, RegistryNotes values) {
    Optional<String> key = row.text(PATH).flatMap(RegistryNotes::keyInFull);
    if (key.isEmpty() || !rows.ofOneServer()) {
      rows.unread(row, PATH, "PSPath names no key of the registry of one server");
      return;
    }
    Optional<String> location = row.text(VALUE).map(String::strip).filter(RowNotes::isName);
    if (location.isEmpty()) {
      values.absent(row.source(VALUE), key.get(), VALUE);
      return;
    }
    values.value(row.source(VALUE), key.get(), VALUE, location.get());
    folder(row, location.get(), rows);
    volume(row, rows);
  }

  private static void folder(Row row, String location, RowNotes rows) {
    Optional<Boolean> exists = row.truth(EXISTS);
    if (exists.isEmpty()) {
      rows.unread(row, EXISTS, EXISTS + " is neither true nor false");
      return;
    }
    rows.fact(
        row,
        EXISTS,
        server -> {
          Folder folder = Folder.of(server, location);
          return (exists.get() ? folder : folder.absent()).withPurpose(FolderPurpose.SCRATCH);
        });
  }

  /** A volume that nobody could look at, such as that of a missing drive, is null. */
  private static void volume(Row row, RowNotes rows) {
    List<Row> volumes = row.rows(VOLUME);
    if (volumes.size() != 1) {
      return;
    }
    Row found = volumes.get(0);
    Optional<String> name = found.text("DriveLetter").flatMap(DriveLetter::volume);
    if (name.isEmpty()) {
      rows.unused(found, "DriveLetter", "a volume that has no drive letter");
      return;
    }
    Optional<Long> size = rows.bytes(found, "Size");
    Optional<Long> free = rows.bytes(found, "SizeRemaining");
    rows.fact(
        found,
        "DriveLetter",
        server -> {
          Volume volume = Volume.of(server, name.get()).withPurposes(Set.of(VolumePurpose.SCRATCH));
          volume = size.isPresent() ? volume.withSizeBytes(size.get()) : volume;
          return free.isPresent() ? volume.withFreeBytes(free.get()) : volume;
        });
  }
}
