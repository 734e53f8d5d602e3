package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.format.RowFormat;

/** How many files lie in folders. */
final class FolderFiles extends RowFormat {

  FolderFiles() {
    super(
        "Get-Item with a count of files | ConvertTo-Json",
        having("FullName", "FileCount"),
        key(name("FullName"), Folder::of)
            .set(
                number("FileCount")
                    .where(count -> count >= 0)
                    .orUnread("the files of a folder could not be counted"),
                Folder::withFileCount));
  }
}
