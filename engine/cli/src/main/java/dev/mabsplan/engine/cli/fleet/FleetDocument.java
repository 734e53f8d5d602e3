package dev.mabsplan.engine.cli.fleet;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.fleet.FleetStep;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Facts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A facts document of a fleet, unread. */
sealed interface FleetDocument {

  /** Returns the line that it stands in, or its place among the files of a folder, from 1. */
  long line();

  /** Returns the name of its file in a folder. */
  Optional<String> name();

  /** Returns what tells its bytes from others. */
  String digest();

  /**
   * Reads it, as {@code plan} does.
   *
   * @throws InvalidFactsException where it is not as it must be; with the line in the whole input
   */
  Facts facts(Planner planner);

  /** A document that was read into memory: a line, or a file. */
  final class InMemory implements FleetDocument {

    private final long line;
    private final Optional<String> name;
    private final String file;
    private final byte[] bytes;

    /**
     * Takes the bytes of a document, which nobody changes any more.
     *
     * @param file what faults call the file
     */
    InMemory(long line, Optional<String> name, String file, byte[] bytes) {
      this.line = line;
      this.name = name;
      this.file = file;
      this.bytes = bytes;
    }

    @Override
    public long line() {
      return line;
    }

    @Override
    public Optional<String> name() {
      return name;
    }

    @Override
    public String digest() {
      return FleetStep.digest(bytes);
    }

    @Override
    public Facts facts(Planner planner) {
      return FactsDocument.reading(file, new ByteArrayInputStream(bytes), planner.messages())
          .facts();
    }

    /** A line of its own begins where the lines above it end. */
    List<Fault> inWhole(List<Fault> faults) {
      return name.isPresent() ? faults : faults.stream().map(this::inWhole).toList();
    }

    private Fault inWhole(Fault fault) {
      Source source = fault.source();
      if (source == null || source.line() == 0) {
        return new Fault(
            fault.expected(), fault.found(), Source.of(file, (int) line), fault.hint());
      }
      int below = (int) Math.min(Integer.MAX_VALUE, line + source.line() - 1);
      return new Fault(
          fault.expected(),
          fault.found(),
          new Source(source.file(), source.pointer(), below, source.column()),
          fault.hint());
    }
  }

  /** The native files of one server: a folder or a ZIP archive. */
  record Bundled(long line, Path path) implements FleetDocument {

    @Override
    public Optional<String> name() {
      return Optional.of(String.valueOf(path.getFileName()));
    }

    @Override
    public String digest() {
      MessageDigest sha256 = FleetStep.sha256();
      try (Stream<Path> all = Files.walk(path)) {
        for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
          sha256.update((path.relativize(file) + "\n").getBytes(StandardCharsets.UTF_8));
          feed(sha256, file);
        }
        return FleetStep.finish(sha256);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void feed(MessageDigest sha256, Path file) throws IOException {
      byte[] buffer = new byte[1 << 16];
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          sha256.update(buffer, 0, read);
        }
      }
    }

    @Override
    public Facts facts(Planner planner) {
      return planner.read(path).facts();
    }
  }

  /** Returns faults of the document, each where it is in the whole input. */
  static List<Fault> faults(FleetDocument document, InvalidFactsException invalid) {
    return document instanceof InMemory inMemory
        ? inMemory.inWhole(invalid.faults())
        : invalid.faults();
  }
}
