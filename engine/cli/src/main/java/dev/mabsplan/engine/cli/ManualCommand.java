package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** Writes the manual page. */
@Command(
    name = "manual",
    description = "Prints the manual page, for man: every command with its options and exit codes.",
    footer = {
      "  mabsplan manual | man -l -",
      "  mabsplan manual > /usr/local/share/man/man1/mabsplan.1"
    },
    exitCodeList = {
      "0:done",
      "1:a fault of mabsplan itself",
      "2:arguments are not as they must be"
    })
final class ManualCommand extends Subcommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  ManualCommand(Surroundings around) {
    super(around);
  }

  @Override
  public Integer call() {
    around.out().print(page(spec.root().commandLine()));
    return ExitCode.OK;
  }

  private static String page(CommandLine whole) {
    List<String> lines = new ArrayList<>();
    lines.add(".TH MABSPLAN 1 \"\" \"mabsplan\" \"mabsplan\"");
    lines.add(".SH NAME");
    lines.add("mabsplan \\- ordered remediation plans for Microsoft Azure Backup Server");
    lines.add(".SH SYNOPSIS");
    lines.add(".B mabsplan");
    lines.add("COMMAND [OPTIONS]");
    lines.add(".SH DESCRIPTION");
    lines.add(said(whole.getCommandSpec().usageMessage().description()));
    lines.add(".SH COMMANDS");
    CompletionCommand.commands(whole)
        .forEach((path, command) -> command(path, command.getCommandSpec(), lines));
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static void command(String path, CommandSpec command, List<String> lines) {
    lines.add(".SS " + troff(path));
    lines.add(said(command.usageMessage().description()));
    lines.add(".PP");
    lines.add(troff(synopsis(command)));
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        lines.add(".TP");
        String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
        lines.add(".B " + troff(String.join(", ", option.names()) + value));
        lines.add(said(option.description()));
      }
    }
    command
        .usageMessage()
        .exitCodeList()
        .forEach(
            (code, what) -> {
              lines.add(".TP");
              lines.add(".B " + "exit " + code);
              lines.add(said(what));
            });
  }

  private static String synopsis(CommandSpec command) {
    return new Help(command, Help.defaultColorScheme(Help.Ansi.OFF))
        .synopsis(0)
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String said(String... description) {
    String text =
        String.format(Locale.ROOT, String.join(" ", description).replaceAll("%(?![n%])", "%%"))
            .replaceAll("\\s+", " ")
            .strip();
    return text.isEmpty() ? "." : troff(text);
  }

  /** A hyphen is one that can be copied, and no line is a request to the typesetter. */
  private static String troff(String text) {
    String plain = text.replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
