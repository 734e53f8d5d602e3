package dev.mabsplan.facts.input;

import dev.mabsplan.facts.fault.Remark;
import java.util.List;

/**
 * What was found at paths.
 *
 * @param files the files, read
 * @param unread the files of folders and archives that could not be read, and why
 */
record FoundFiles(List<FoundFile> files, List<Remark> unread) {

  FoundFiles {
    files = List.copyOf(files);
    unread = List.copyOf(unread);
  }
}
