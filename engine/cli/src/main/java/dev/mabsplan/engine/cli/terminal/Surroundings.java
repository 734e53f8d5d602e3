package dev.mabsplan.engine.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * What a command runs in.
 *
 * @param streams the streams it works with
 * @param terminal what standard output leads to
 * @param environment the environment variables
 */
public record Surroundings(Streams streams, Terminal terminal, Map<String, String> environment) {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  public InputStream in() {
    return streams.in();
  }

  public PrintStream out() {
    return streams.out();
  }

  public PrintStream err() {
    return streams.err();
  }

  /** Writes to a file, or to standard output where none is given. */
  public void write(Optional<Path> file, String text) {
    if (file.isEmpty()) {
      out().print(text);
      return;
    }
    if (file.get().toString().isBlank()) {
      throw new InputException("a file to write to needs a name; found \"\"");
    }
    try {
      Path target = file.get().toAbsolutePath();
      Path folder = target.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        Files.writeString(target, text);
      } else {
        replace(Files.exists(target) ? target.toRealPath() : target, text);
      }
    } catch (IOException e) {
      throw new InputException("can't write " + file.get() + ": " + FileTrouble.why(e));
    }
  }

  /** Whoever looks finds the old file or the new one, whole, whatever happens in between. */
  private static void replace(Path target, String text) throws IOException {
    Path part =
        target.resolveSibling(
            "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      if (Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
        // of a run that was killed: in a container each has the same number
        Files.delete(part);
      }
      Files.writeString(part, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (Files.exists(target) && POSIX) {
        Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(target));
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  /**
   * Writes a PowerShell script. Windows PowerShell 5.1 takes a file for UTF-8 only where a mark at
   * its beginning says so.
   */
  public void writeScript(Optional<Path> file, String script) {
    boolean marked = file.isPresent() && script.chars().anyMatch(c -> c > 0x7F);
    write(file, marked ? "\uFEFF" + script : script);
  }

  public int columns() {
    return terminal.columns();
  }

  /** Returns whether titles may be set bold. */
  public boolean bold() {
    return terminal.bold(environment);
  }

  /** Returns whether a build server runs the command, and nobody looks on. */
  public boolean unattended() {
    return environment.getOrDefault("CI", "").equalsIgnoreCase("true");
  }
}
