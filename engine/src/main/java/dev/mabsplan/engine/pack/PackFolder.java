package dev.mabsplan.engine.pack;

import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * Where the files of a rule pack lie, and what tells whether they are the same as before. Of a jar
 * that stands in its index: nothing need be unpacked.
 *
 * @param origin where they lie, for messages
 * @param sums the CRC-32 of each file by its path in the pack
 * @param files reads them
 */
public record PackFolder(String origin, SortedMap<String, Long> sums, Supplier<PackFiles> files) {

  /** Returns what two packs have in common whose files are the same, in hexadecimal. */
  public String fingerprint() {
    StringBuilder all = new StringBuilder();
    sums.forEach(
        (path, sum) -> all.append(path).append('\n').append(Long.toHexString(sum)).append('\n'));
    return Sha256.hex(all.toString(), 32);
  }
}
