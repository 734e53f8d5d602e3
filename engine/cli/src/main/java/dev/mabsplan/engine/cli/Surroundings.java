package dev.mabsplan.engine.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

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
