package dev.mabsplan.engine.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a command runs in.
 *
 * @param streams the streams it works with
 * @param terminal what standard output leads to
 * @param environment the environment variables
 */
record Surroundings(Mabsplan.Streams streams, Terminal terminal, Map<String, String> environment) {

  InputStream in() {
    return streams.in();
  }

  PrintStream out() {
    return streams.out();
  }

  PrintStream err() {
    return streams.err();
  }

  /** Writes to a file, or to standard output where none is given. */
  void write(Optional<Path> file, String text) {
    if (file.isEmpty()) {
      out().print(text);
      return;
    }
    try {
      Path folder = file.get().toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file.get(), text);
    } catch (IOException e) {
      throw new InputException("can't write " + file.get() + ": " + e.getMessage());
    }
  }

  /**
   * Writes a PowerShell script. Windows PowerShell 5.1 takes a file for UTF-8 only where a mark at
   * its beginning says so.
   */
  void writeScript(Optional<Path> file, String script) {
    boolean marked = file.isPresent() && script.chars().anyMatch(c -> c > 0x7F);
    write(file, marked ? "\uFEFF" + script : script);
  }

  int columns() {
    return terminal.columns();
  }

  /** Returns whether titles may be set bold. */
  boolean bold() {
    return terminal.bold(environment);
  }

  /** Returns whether a build server runs the command, and nobody looks on. */
  boolean unattended() {
    return environment.getOrDefault("CI", "").equalsIgnoreCase("true");
  }
}
