package dev.mabsplan.engine.cli;

import picocli.CommandLine.Option;

/** Whether a command writes for people or for programs. */
final class FormatOption {

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "text or json (default: ${DEFAULT-VALUE}).",
      defaultValue = "text")
  private String format = "text";

  /** Returns whether JSON is wanted. */
  boolean json() {
    return switch (format) {
      case "json" -> true;
      case "text" -> false;
      default -> throw new InputException("--format takes text or json; found \"" + format + "\"");
    };
  }
}
