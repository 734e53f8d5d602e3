package dev.mabsplan.facts.windows.storage;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class FolderFilesTest {

  @Test
  void filesOfAFolderAreCounted() {
    Sample sample = read(StorageFormats.FOLDER_FILES, file("folder-files/temp-5.1.json"));

    assertEquals(
        List.of(Folder.of(SERVER, "C:\\Windows\\Temp").withFileCount(65_123)), sample.facts());
    assertEquals(List.of(2), sample.lines());
  }

  @Test
  void filesThatCouldNotBeCountedAreUnknownAndNotNone() {
    Sample sample = read(StorageFormats.FOLDER_FILES, file("folder-files/not-counted-7.json"));

    assertEquals(List.of(Folder.of(SERVER, "C:\\Windows\\Temp")), sample.facts());
    assertEquals(List.of("3: the files of a folder could not be counted"), sample.unread());
  }

  @Test
  void aFileThatIsCutOffInItsOnlyObjectSaysSo() {
    Sample sample = read(StorageFormats.FOLDER_FILES, file("folder-files/damaged.json"));

    assertEquals(List.of(), sample.facts());
    assertEquals(1, sample.unread().size());
  }
}
