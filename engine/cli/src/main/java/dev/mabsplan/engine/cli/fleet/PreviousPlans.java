package dev.mabsplan.engine.cli.fleet;

import dev.mabsplan.engine.cli.terminal.FileTrouble;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.fleet.FleetLine;
import dev.mabsplan.engine.fleet.FleetStep;
import dev.mabsplan.engine.fleet.Known;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of an earlier fleet, found by the servers that they are about. In memory is where each
 * line begins, at most 32 bytes for each; the lines themselves stay in their file. Safe to use from
 * many threads once made.
 */
final class PreviousPlans implements Closeable {

  private static final int CHUNK = 1 << 14;
  private static final int LEAST = 1 << 10;

  private final Path file;
  private final FileChannel channel;
  private final String digest;

  /** Open addressing: what a key hashes to, and where its line begins, plus one; 0 is free. */
  private long[] hashes = new long[LEAST];

  private long[] begins = new long[LEAST];
  private int size;

  private PreviousPlans(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    MessageDigest sha256 = FleetStep.sha256();
    try (LineScan lines = new LineScan(file)) {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        sha256.update(line.get());
        FleetLine.Head head = head(line.get(), lines);
        if (!head.key().isEmpty()) {
          put(hash(head.key()), lines.begin());
        }
      }
    }
    this.digest = FleetStep.finish(sha256);
  }

  /** Opens an earlier output of {@code fleet}. A last line that was cut off does not count. */
  static PreviousPlans open(Path file) {
    try {
      return new PreviousPlans(file, FileChannel.open(file));
    } catch (IOException e) {
      throw new InputException("--previous: can't read " + file + ": " + FileTrouble.why(e));
    }
  }

  private FleetLine.Head head(byte[] line, LineScan lines) {
    return FleetLine.head(line)
        .orElseThrow(
            () ->
                new InputException(
                    "--previous takes what mabsplan fleet wrote; line "
                        + lines.number()
                        + " of "
                        + file
                        + " is something else"));
  }

  /** Returns what tells its lines from others. */
  String digest() {
    return digest;
  }

  /** Returns what was known of the servers that a document is about; the last line decides. */
  Optional<Known> find(String key) {
    int slot = slot(hash(key));
    if (begins[slot] == 0) {
      return Optional.empty();
    }
    try {
      return Known.read(file.toString(), line(begins[slot] - 1))
          .filter(known -> known.key().equals(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line(long begin) throws IOException {
    byte[] line = new byte[0];
    for (int end = -1; end < 0; ) {
      int from = line.length;
      ByteBuffer chunk = ByteBuffer.allocate(Math.max(CHUNK, from));
      int read = Math.max(0, channel.read(chunk, begin + from));
      line = Arrays.copyOf(line, from + read);
      System.arraycopy(chunk.array(), 0, line, from, read);
      end = indexOfEnd(line, from);
      if (end >= 0) {
        return new String(line, 0, end, StandardCharsets.UTF_8);
      }
      if (read == 0) {
        throw new IOException(file + " was changed meanwhile");
      }
    }
    throw new IllegalStateException("a line ends");
  }

  private static int indexOfEnd(byte[] line, int from) {
    for (int i = from; i < line.length; i++) {
      if (line[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void put(long hash, long begin) {
    if (2 * (size + 1) > hashes.length) {
      grow();
    }
    int slot = slot(hash);
    size += begins[slot] == 0 ? 1 : 0;
    hashes[slot] = hash;
    begins[slot] = begin + 1;
  }

  private void grow() {
    long[] oldHashes = hashes;
    long[] oldBegins = begins;
    hashes = new long[2 * oldHashes.length];
    begins = new long[2 * oldBegins.length];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldBegins[i] != 0) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        begins[slot] = oldBegins[i];
      }
    }
  }

  private int slot(long hash) {
    int slot = (int) (hash >>> 33) & (hashes.length - 1);
    while (begins[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }

  /** FNV-1a with its bits mixed; that two keys of a million agree in it is one in 30 million. */
  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return hash ^ (hash >>> 29);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
