package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.shape.Nearest;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says of arguments that no command takes what is wrong with them, in a line or two. */
final class Misuse {

  private Misuse() {}

  /** Says it on standard error, and returns how the command ends. */
  static int said(CommandLine.ParameterException e) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    if (isBare(e)) {
      command.usage(err);
    } else {
      // the whole usage would push the message out of sight
      err.println(Printable.of("mabsplan: " + what(e)));
      err.println("see " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return ExitCode.INPUT;
  }

  /** Whether nothing at all was given. */
  private static boolean isBare(CommandLine.ParameterException e) {
    CommandLine command = e.getCommandLine();
    return command.getParent() == null && command.getParseResult().originalArgs().isEmpty();
  }

  /** Returns that a command has no such one below it. */
  static String noCommand(CommandLine command, String name) {
    List<String> known = command.getSubcommands().keySet().stream().sorted().toList();
    if (command.getParent() == null) {
      return "there is no command "
          + Fault.quote(name)
          + meant(name, known).orElse("; mabsplan --help lists all");
    }
    return (known.isEmpty() ? name(command) + " has no commands below it" : oneOf(command))
        + "; found "
        + Fault.quote(name)
        + meant(name, known).orElse("");
  }

  private static Optional<String> meant(String found, List<String> known) {
    return Nearest.to(found, known).map(near -> "; did you mean " + near + "?");
  }

  private static String oneOf(CommandLine command) {
    return name(command) + " takes one of " + String.join(", ", command.getSubcommands().keySet());
  }

  private static String name(CommandLine command) {
    String whole = command.getCommandSpec().qualifiedName();
    return whole.substring(whole.indexOf(' ') + 1);
  }

  private static String what(CommandLine.ParameterException e) {
    CommandLine command = e.getCommandLine();
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      return unmatched(command, unmatched);
    }
    if (e instanceof CommandLine.OverwrittenOptionException twice
        && twice.getOverwritten() instanceof OptionSpec option) {
      return option.longestName() + " is given twice; leave one";
    }
    if (e instanceof CommandLine.MissingParameterException missing) {
      return missing(command, missing);
    }
    ArgSpec argument = e.getArgSpec();
    if (argument != null && e.getValue() != null) {
      return wrong(argument, e.getValue()).orElse(String.valueOf(e.getMessage()));
    }
    return command.getSubcommands().isEmpty() ? String.valueOf(e.getMessage()) : oneOf(command);
  }

  private static String unmatched(
      CommandLine command, CommandLine.UnmatchedArgumentException unmatched) {
    String first = unmatched.getUnmatched().get(0);
    if (unmatched.isUnknownOption()) {
      List<String> known =
          command.getCommandSpec().options().stream()
              .flatMap(option -> Arrays.stream(option.names()))
              .filter(name -> name.startsWith("--"))
              .sorted()
              .toList();
      return name(command)
          + " has no option "
          + Fault.quote(first)
          + meant(first, known).orElse("");
    }
    return command.getSubcommands().isEmpty()
        ? name(command) + " takes nothing more; found " + Fault.quote(first)
        : noCommand(command, first);
  }

  private static String missing(
      CommandLine command, CommandLine.MissingParameterException missing) {
    return name(command)
        + " needs "
        + missing.getMissing().stream().map(Misuse::written).collect(Collectors.joining(" and "));
  }

  private static String written(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }

  /** Returns what an argument takes, where it is a number or one of some words. */
  private static Optional<String> wrong(ArgSpec argument, @Nullable String found) {
    Class<?> type = argument.auxiliaryTypes()[0];
    String label =
        argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    String ending = "; found " + Fault.quote(String.valueOf(found));
    if (type.isEnum()) {
      return Optional.of(
          label
              + " takes one of "
              + Arrays.stream(type.getEnumConstants())
                  .map(Object::toString)
                  .collect(Collectors.joining(", "))
              + ending);
    }
    return type == int.class || type == Integer.class || type == long.class
        ? Optional.of(label + " takes a whole number" + ending)
        : Optional.empty();
  }
}
