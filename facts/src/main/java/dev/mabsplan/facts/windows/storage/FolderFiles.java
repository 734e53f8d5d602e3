package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.RowFormat;
import dev.mabsplan.facts.reading.RowNotes;
import java.util.List;
import java.util.Optional;

/** How many files lie in folders. */
final class FolderFiles implements RowFormat {

  private static final String PATH = "FullName";
  private static final String COUNT = "FileCount";

  @Override
  public String name() {
    return "Get-Item with a count of files | ConvertTo-Json";
  }

  @Override
  public List<List<String>> properties() {
    return List.of(List.of(PATH, COUNT));
  }

  @Override
  public void note(Row row, RowNotes rows) {
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
