package dev.mabsplan.facts.dpm;

import static dev.mabsplan.facts.format.RowFormat.bytes;
import static dev.mabsplan.facts.format.RowFormat.key;
import static dev.mabsplan.facts.format.RowFormat.text;
import static dev.mabsplan.facts.format.RowFormat.truth;

import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.FolderPurpose;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.format.JsonRows;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.RowFact;
import dev.mabsplan.facts.format.RowNotes;
import dev.mabsplan.facts.format.TextFile;
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

  private static final RowFact<Folder> FOLDER =
      key(text(VALUE), (server, path) -> Folder.of(server, path.strip()))
          .need(
              truth(EXISTS).orUnread(EXISTS + " is neither true nor false"),
              (folder, exists) ->
                  (exists ? folder : folder.absent()).withPurpose(FolderPurpose.SCRATCH));

  private static final RowFact<Volume> SCRATCH_VOLUME =
      key(
              text("DriveLetter")
                  .as(DriveLetter::volume)
                  .orUnused("a volume that has no drive letter"),
              (server, letter) ->
                  Volume.of(server, letter).withPurposes(Set.of(VolumePurpose.SCRATCH)))
          .set(bytes("Size"), Volume::withSizeBytes)
          .set(bytes("SizeRemaining"), Volume::withFreeBytes);

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
    FOLDER.note(row, rows);
    // a volume that nobody could look at, such as that of a missing drive, is null
    List<Row> volumes = row.rows(VOLUME);
    if (volumes.size() == 1) {
      SCRATCH_VOLUME.note(volumes.get(0), rows);
    }
  }
}
