package dev.mabsplan.facts.input;

import dev.mabsplan.facts.format.TextFile;
import java.util.Optional;

/**
 * A file that was found.
 *
 * @param text its path, with the member of an archive after {@code !}, and what is in it
 * @param folder the folder or archive it lies in, for files that say of others whose they are
 * @param folderName that folder's own name where it may be the name of a server
 * @param named whether a person named it, not the folder or archive it lies in
 */
record FoundFile(TextFile text, String folder, Optional<String> folderName, boolean named) {

  String name() {
    return text.name();
  }
}
