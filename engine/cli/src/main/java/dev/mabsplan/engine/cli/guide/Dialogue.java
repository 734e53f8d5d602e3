package dev.mabsplan.engine.cli.guide;

import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.render.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions to whoever sits before the terminal, or to the file that answers for them. */
final class Dialogue {

  /** As many lines as any command prints that somebody pastes; the rest is not read. */
  private static final int MOST_LINES = 100_000;

  private final BufferedReader in;
  private final PrintStream out;
  private final Surroundings around;

  Dialogue(Surroundings around) {
    this.in = new BufferedReader(new InputStreamReader(around.in(), around.terminal().charset()));
    this.out = around.out();
    this.around = around;
  }

  int columns() {
    return around.columns();
  }

  boolean bold() {
    return around.bold();
  }

  /** Shows what is fit to print already, behind an empty line. */
  void show(String text) {
    out.print("\n" + text);
  }

  /** Says a sentence. */
  void say(String sentence) {
    Printable.lines(sentence, columns()).forEach(out::println);
  }

  /** Asks, and returns the line that answers; nothing at the end of input. */
  Optional<String> ask(String question) {
    out.print("\n" + Printable.of(question));
    out.flush();
    Optional<String> answer = line();
    out.println(around.terminal().interactive() ? "" : answer.map(Printable::of).orElse(""));
    return answer;
  }

  private Optional<String> line() {
    try {
      return Optional.ofNullable(in.readLine()).map(String::strip);
    } catch (IOException e) {
      throw new InputException("standard input can't be read: " + e.getMessage());
    }
  }

  /**
   * Returns what somebody pastes, up to an empty line or a line with a single dot. Empty lines
   * before it, and the one below the line with which {@code sc} begins, do not end it.
   */
  String pasted() {
    out.flush();
    List<String> lines = new ArrayList<>();
    try {
      for (String line = in.readLine();
          line != null && lines.size() < MOST_LINES && !ends(line, lines);
          line = in.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      throw new InputException("standard input can't be read: " + e.getMessage());
    }
    return String.join("\n", lines) + "\n";
  }

  private static boolean ends(String line, List<String> before) {
    if (line.strip().equals(".")) {
      return true;
    }
    boolean begun = before.stream().anyMatch(one -> !one.isBlank());
    return line.isBlank() && begun && !before.get(before.size() - 1).startsWith("[SC] ");
  }
}
