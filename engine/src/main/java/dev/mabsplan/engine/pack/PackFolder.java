package dev.mabsplan.engine.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
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
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, Long> sum : sums.entrySet()) {
        digest.update(
            (sum.getKey() + '\n' + Long.toHexString(sum.getValue()) + '\n')
                .getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
