package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.cli.terminal.Streams;
import dev.mabsplan.engine.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What came of a run of the command.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Ran(int code, String out, String err) {

  /** Runs the command in a pipe of 80 columns. */
  public static Ran mabsplan(Map<String, String> environment, String... args) {
    return mabsplan(new Terminal(false, 80, StandardCharsets.UTF_8), environment, args);
  }

  public static Ran mabsplan(Terminal terminal, Map<String, String> environment, String... args) {
    return mabsplan(InputStream.nullInputStream(), terminal, environment, args);
  }

  /** Runs the command in a pipe that gives it lines to read. */
  public static Ran reading(String input, String... args) {
    return reading(input.getBytes(StandardCharsets.UTF_8), args);
  }

  /** Runs the command in a pipe that gives it bytes to read. */
  public static Ran reading(byte[] input, String... args) {
    return mabsplan(
        new ByteArrayInputStream(input),
        new Terminal(false, 80, StandardCharsets.UTF_8),
        Map.of(),
        args);
  }

  private static Ran mabsplan(
      InputStream in, Terminal terminal, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Mabsplan.run(
            new Streams(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            terminal,
            environment,
            args);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  public static Ran mabsplan(String... args) {
    return mabsplan(Map.of(), args);
  }

  /** Asserts how it ended and what it wrote to standard output. */
  void ended(int expectedCode, String expectedOut) {
    assertEquals(expectedOut, out, err);
    assertEquals(expectedCode, code, err);
  }

  /** Asserts how it ended, and that both streams together hold some parts. */
  public Ran ended(int expectedCode) {
    assertEquals(expectedCode, code, out + err);
    return this;
  }

  /** Asserts that parts of what it wrote are there. */
  public Ran says(String... parts) {
    for (String part : parts) {
      assertTrue((out + err).contains(part), () -> "\"" + part + "\" is not in\n" + out + err);
    }
    return this;
  }

  /** Asserts that the arguments or files were refused: nothing but the reason, and no trace. */
  public Ran refused(String... parts) {
    assertEquals(2, code, out + err);
    assertEquals("", out);
    assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
    return says(parts);
  }
}
