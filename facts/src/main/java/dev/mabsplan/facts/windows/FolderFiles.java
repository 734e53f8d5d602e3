package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.windows.JsonRows.Row;
import java.util.Optional;

/** How many files lie in folders. */
final class FolderFiles implements NativeFormat {

  private static final String PATH = "FullName";
  private static final String COUNT = "FileCount";

  @Override
  public String name() {
    return "Get-Item with a count of files | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    return JsonRows.have(file, PATH, COUNT);
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes);
    rows.rows().forEach(row -> note(row, rows));
    rows.finish();
  }

  private static void note(Row row, RowNotes rows) {
    Optional<String> path = rows.name(row, PATH);
    if (path.isEmpty()) {
      return;
    }
    Optional<Long> count = row.number(COUNT).filter(number -> number >= 0);
    if (count.isEmpty()) {
      rows.unread(row, COUNT, "the files of a folder could not be counted");
    }
    rows.fact(
        row,
        PATH,
        server -> {
          Folder folder = Folder.of(server, path.get());
          return count.isPresent() ? folder.withFileCount(count.get()) : folder;
        });
  }
}
