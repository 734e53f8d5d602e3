package dev.mabsplan.engine.cli.fleet;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a file that are whole: each ended by a line feed. */
final class LineScan implements Closeable {

  private final InputStream in;
  private long begin;
  private long end;
  private long number;

  LineScan(Path file) throws IOException {
    in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  /** Returns the next whole line without its line feed, or nothing. */
  Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);
    for (int one = in.read(); one >= 0; one = in.read()) {
      if (one == '\n') {
        begin = end;
        end += line.size() + 1;
        number++;
        return Optional.of(line.toByteArray());
      }
      line.write(one);
    }
    return Optional.empty();
  }

  /** Returns where the last line that was returned begins. */
  long begin() {
    return begin;
  }

  /** Returns where the last line that was returned ends, behind its line feed. */
  long end() {
    return end;
  }

  /** Returns the number of the last line that was returned, from 1. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
