package dev.mabsplan.engine.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Standard output that remembers why something could not be written, which Java's forgets. */
final class StandardOutput extends FilterOutputStream {

  private Optional<String> lost = Optional.empty();

  StandardOutput() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  StandardOutput(OutputStream out) {
    super(new BufferedOutputStream(out));
  }

  /** Returns why not all was written, or nothing where it was. */
  Optional<String> lost() {
    return lost;
  }

  @Override
  public void write(int one) {
    attempt(() -> out.write(one));
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    attempt(() -> out.write(bytes, from, length));
  }

  /** Says so where something is lost, so that a long work can end early. */
  @Override
  public void flush() throws IOException {
    attempt(out::flush);
    if (lost.isPresent()) {
      throw new IOException(lost.get());
    }
  }

  private interface Writing {
    void write() throws IOException;
  }

  private void attempt(Writing writing) {
    try {
      if (lost.isEmpty()) {
        writing.write();
      }
    } catch (IOException e) {
      lost = Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
