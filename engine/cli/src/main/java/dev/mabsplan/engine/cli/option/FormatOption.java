package dev.mabsplan.engine.cli.option;

import dev.mabsplan.engine.cli.terminal.InputException;
import picocli.CommandLine.Option;

/** Whether a command writes for people or for programs. */
public final class FormatOption {

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "text or json (default: ${DEFAULT-VALUE}).",
      defaultValue = "text")
  private String format = "text";

  /** Returns whether JSON is wanted. */
  public boolean json() {
    return switch (format) {
      case "json" -> true;
      case "text" -> false;
      default -> throw new InputException("--format takes text or json; found \"" + format + "\"");
    };
  }
}
