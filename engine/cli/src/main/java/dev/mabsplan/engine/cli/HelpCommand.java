package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the help of a command, and of one that stands below another. */
@Command(
    name = "help",
    description = "Prints the help of a command, such as plan or rules list.",
    footer = {"  mabsplan help plan", "  mabsplan help rules list"},
    exitCodeList = {
      "0:it was printed",
      "1:a fault of mabsplan itself",
      "2:there is no such command"
    })
final class HelpCommand extends Subcommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "The command; without one, all.")
  private List<String> names = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  HelpCommand(Surroundings around) {
    super(around);
  }

  @Override
  public Integer call() {
    CommandLine command = spec.root().commandLine();
    for (String name : names) {
      CommandLine below = command.getSubcommands().get(name);
      if (below == null) {
        throw new InputException(Misuse.noCommand(command, name));
      }
      command = below;
    }
    command.usage(spec.root().commandLine().getOut());
    return ExitCode.OK;
  }
}
