package dev.mabsplan.engine.cli.fleet;

import dev.mabsplan.engine.cli.terminal.FileTrouble;
import dev.mabsplan.engine.cli.terminal.InputException;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The documents of a fleet, one after the other. */
sealed interface FleetInput extends Closeable {

  /** A document longer than what is read is refused as too large; so no more of it is kept. */
  int LONGEST = (16 << 20) + 1;

  /** Returns the next document, or nothing where there is none. */
  Optional<FleetDocument> next() throws IOException;

  /** Returns how much of all was read, from 0 to 1; less than 0 where nobody knows. */
  double done();

  /** Opens what a path names; {@code -} is standard input. */
  static FleetInput open(String path, InputStream standardInput) {
    if (path.equals("-")) {
      return new Lines("standard input", standardInput, -1);
    }
    try {
      Path at = Path.of(path);
      return Files.isDirectory(at)
          ? Folder.of(at)
          : new Lines(path, Files.newInputStream(at), Files.size(at));
    } catch (InvalidPathException e) {
      throw new InputException("PATH needs the name of a file or folder; found " + path);
    } catch (UncheckedIOException e) {
      throw new InputException(
          "can't read " + path + ": " + FileTrouble.why(Objects.requireNonNull(e.getCause())));
    } catch (IOException e) {
      throw new InputException("can't read " + path + ": " + FileTrouble.why(e));
    }
  }

  /** A document a line; blank lines count, and are none. */
  final class Lines implements FleetInput {

    private final String name;
    private final InputStream in;
    private final long size;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private final AtomicLong read = new AtomicLong();
    private long line;

    Lines(String name, InputStream in, long size) {
      this.name = name;
      this.in = in;
      this.size = size;
    }

    @Override
    public Optional<FleetDocument> next() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
      while (line(bytes)) {
        line++;
        if (!isBlank(bytes)) {
          return Optional.of(
              new FleetDocument.InMemory(line, Optional.empty(), name, bytes.toByteArray()));
        }
        bytes.reset();
      }
      return Optional.empty();
    }

    /** Reads to the end of the line; returns false where there is none. */
    private boolean line(ByteArrayOutputStream bytes) throws IOException {
      boolean any = false;
      while (fill()) {
        any = true;
        int from = at;
        while (at < end && buffer[at] != '\n') {
          at++;
        }
        bytes.write(buffer, from, Math.min(at - from, LONGEST - bytes.size()));
        if (at < end) {
          at++;
          return true;
        }
      }
      return any;
    }

    private boolean fill() throws IOException {
      if (at == end) {
        at = 0;
        end = Math.max(0, in.read(buffer));
        read.addAndGet(end);
      }
      return end > 0;
    }

    private static boolean isBlank(ByteArrayOutputStream bytes) {
      return bytes.size() < 1024 && bytes.toString(StandardCharsets.UTF_8).isBlank();
    }

    @Override
    public double done() {
      return size <= 0 ? -1 : read.doubleValue() / size;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** A document a file, and the native files of a server a folder or ZIP archive, by name. */
  final class Folder implements FleetInput {

    private final List<Path> paths;
    private final AtomicInteger taken = new AtomicInteger();

    private Folder(List<Path> paths) {
      this.paths = paths;
    }

    static Folder of(Path folder) throws IOException {
      try (Stream<Path> paths = Files.list(folder)) {
        List<Path> all = paths.filter(Folder::isDocument).sorted().toList();
        if (all.isEmpty()) {
          throw new InputException(
              "a folder of facts documents holds .json files, or a folder or ZIP archive for each"
                  + " server; there is none in "
                  + folder);
        }
        return new Folder(all);
      }
    }

    private static boolean isDocument(Path path) {
      String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
      return !name.startsWith(".")
          && (Files.isDirectory(path) || name.endsWith(".json") || name.endsWith(".zip"));
    }

    @Override
    public Optional<FleetDocument> next() throws IOException {
      int next = taken.get();
      if (next == paths.size()) {
        return Optional.empty();
      }
      Path path = paths.get(next);
      int line = taken.incrementAndGet();
      if (!path.toString().toLowerCase(Locale.ROOT).endsWith(".json") || Files.isDirectory(path)) {
        return Optional.of(new FleetDocument.Bundled(line, path));
      }
      try (InputStream in = Files.newInputStream(path)) {
        return Optional.of(
            new FleetDocument.InMemory(
                line,
                Optional.of(String.valueOf(path.getFileName())),
                path.toString(),
                in.readNBytes(LONGEST)));
      }
    }

    @Override
    public double done() {
      return taken.doubleValue() / paths.size();
    }

    @Override
    public void close() {
      // each file was closed when it was read
    }
  }
}
