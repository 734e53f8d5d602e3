package dev.mabsplan.engine.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What came of a run of the command in a pipe of 80 columns. */
record Ran(int code, String out, String err) {

  static Ran with(String... args) {
    return in(new Terminal(false, 80, StandardCharsets.UTF_8), Map.of(), args);
  }

  static Ran in(Terminal terminal, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Mabsplan.run(
            new Mabsplan.Streams(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            terminal,
            environment,
            args);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
