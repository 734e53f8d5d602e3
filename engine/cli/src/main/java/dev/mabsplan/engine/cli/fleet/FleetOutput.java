package dev.mabsplan.engine.cli.fleet;

import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.fleet.FleetLine;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Where the lines of a fleet go. */
sealed interface FleetOutput extends Closeable {

  /** Writes a line. */
  void write(String line) throws IOException;

  /** Lets others see what was written; returns false where nothing more can be written. */
  boolean flush() throws IOException;

  /** Standard output. */
  record Printed(PrintStream out) implements FleetOutput {
    @Override
    public void write(String line) {
      out.print(line);
      out.print('\n');
    }

    @Override
    public boolean flush() {
      return !out.checkError();
    }

    @Override
    public void close() {
      out.flush();
    }
  }

  /** Nowhere: only the summary is wanted. */
  record Dropped() implements FleetOutput {
    @Override
    public void write(String line) {
      // nobody asked for it
    }

    @Override
    public boolean flush() {
      return true;
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  /** A file, which may hold the first lines from a run before. */
  record Filed(OutputStream out) implements FleetOutput {

    private static final int BUFFER = 1 << 16;

    /** Opens a file anew. */
    static Filed anew(Path file) throws IOException {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return new Filed(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    /** Cuts a file off behind its last whole line and opens it to go on there. */
    static Filed behind(Path file, long end) throws IOException {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(end);
      }
      return new Filed(
          new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND), BUFFER));
    }

    @Override
    public void write(String line) throws IOException {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }

    @Override
    public boolean flush() throws IOException {
      out.flush();
      return true;
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** Takes a line that is there already. */
  interface Kept {
    /** Takes it with its beginning. */
    void accept(byte[] line, FleetLine.Head head);
  }

  /**
   * Compares the whole lines of a file with the documents that they must be for, one by one, and
   * leaves the input at the first document without a line.
   *
   * @param run digest of what else decides what a line says
   * @return where the last whole line ends
   */
  static long resume(Path file, FleetInput input, String run, Kept kept) throws IOException {
    try (LineScan lines = new LineScan(file)) {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        FleetLine.Head head =
            FleetLine.head(line.get())
                .orElseThrow(() -> unfit(lines, file, "is none that mabsplan fleet wrote"));
        if (!head.run().equals(run)) {
          throw unfit(lines, file, "was made with other options, rule packs or --previous");
        }
        FleetDocument document =
            input.next().orElseThrow(() -> unfit(lines, file, "has no document in the input"));
        if (!head.digest().equals(document.digest())) {
          throw unfit(lines, file, "is for another document than number " + document.line());
        }
        kept.accept(line.get(), head);
      }
      return lines.end();
    }
  }

  private static InputException unfit(LineScan lines, Path file, String why) {
    return new InputException(
        "--continue: line "
            + lines.number()
            + " of "
            + file
            + " "
            + why
            + "; without --continue it is written anew");
  }
}
