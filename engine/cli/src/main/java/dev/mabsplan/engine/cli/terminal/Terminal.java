package dev.mabsplan.engine.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What standard output leads to.
 *
 * @param interactive whether a person sees it at once
 * @param columns how wide it is
 * @param charset what it is written in
 * @param watched whether a person sees at once what goes to standard error
 */
public record Terminal(boolean interactive, int columns, Charset charset, boolean watched) {

  private static final int USUAL = 80;
  private static final int WIDEST = 100;

  /** Describes one where nobody watches standard error. */
  public Terminal(boolean interactive, int columns, Charset charset) {
    this(interactive, columns, charset, false);
  }

  /** Returns the terminal this program runs in. */
  @SuppressWarnings("SystemConsoleNull") // from Java 22 on the console itself is asked, see below
  public static Terminal current() {
    @Nullable Console console = System.console();
    boolean interactive = console != null && leadsToTerminal(console);
    return new Terminal(
        interactive,
        columns(System.getenv()),
        console != null && interactive ? console.charset() : StandardCharsets.UTF_8,
        isWatched(interactive));
  }

  /** Java tells of standard error nothing; Linux does, and elsewhere both mostly go one way. */
  private static boolean isWatched(boolean interactive) {
    try {
      String errors = Path.of("/proc/self/fd/2").toRealPath().toString();
      return errors.startsWith("/dev/pts/") || errors.startsWith("/dev/tty");
    } catch (IOException e) {
      return interactive && !Files.exists(Path.of("/proc/self/fd"));
    }
  }

  /** Lines longer than {@value #WIDEST} are hard to read, however wide the window. */
  public static int columns(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("\\d{1,5}") && Integer.parseInt(columns) > 0
        ? Math.min(WIDEST, Integer.parseInt(columns))
        : USUAL;
  }

  /** From Java 22 on there is a console even in a pipe, and it says whether it is one. */
  private static boolean leadsToTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Returns whether titles may be set bold. */
  public boolean bold(Map<String, String> environment) {
    return interactive
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }
}
