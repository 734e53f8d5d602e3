package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what a shell needs to complete commands and options. */
@Command(
    name = "completion",
    description =
        "Prints what a shell needs to complete commands and options. It knows what this version"
            + " knows; make it anew after an update.",
    footer = {
      "  source <(mabsplan completion bash)",
      "  mabsplan completion powershell | Out-String | Invoke-Expression"
    },
    exitCodeList = {
      "0:done",
      "1:a fault of mabsplan itself",
      "2:arguments are not as they must be"
    })
final class CompletionCommand extends Subcommand implements Callable<Integer> {

  /** What it is written for. */
  enum ForShell {
    BASH,
    ZSH,
    FISH,
    POWERSHELL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
  private ForShell shell = ForShell.BASH;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Surroundings around) {
    super(around);
  }

  @Override
  public Integer call() {
    CommandLine whole = spec.root().commandLine();
    around
        .out()
        .print(
            switch (shell) {
              case BASH, ZSH -> AutoComplete.bash("mabsplan", whole).replace("\r\n", "\n");
              case FISH -> fish(whole);
              case POWERSHELL -> powershell(whole);
            });
    return ExitCode.OK;
  }

  /** Returns the commands below the whole by how they are called, such as {@code rules show}. */
  static Map<String, CommandLine> commands(CommandLine whole) {
    Map<String, CommandLine> all = new LinkedHashMap<>();
    whole
        .getSubcommands()
        .forEach(
            (name, command) -> {
              all.put(name, command);
              command.getSubcommands().forEach((own, below) -> all.put(name + " " + own, below));
            });
    return all;
  }

  private static List<OptionSpec> options(CommandLine command) {
    return command.getCommandSpec().options().stream().filter(one -> !one.hidden()).toList();
  }

  /** Returns the first sentence of what is said of something. */
  private static String inShort(String... description) {
    String text =
        String.join(" ", description).replaceAll("%n|\\s+", " ").replace("%%", "%").strip();
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static String fish(CommandLine whole) {
    List<String> lines = new ArrayList<>();
    commands(whole)
        .forEach(
            (path, command) -> {
              String[] words = path.split(" ", -1);
              String name = words[words.length - 1];
              lines.add(
                  "complete -c mabsplan -n '"
                      + (words.length == 1
                          ? "__fish_use_subcommand"
                          : "__fish_seen_subcommand_from " + words[0])
                      + "' -a "
                      + name
                      + " -d "
                      + inFish(inShort(command.getCommandSpec().usageMessage().description())));
              for (OptionSpec option : options(command)) {
                lines.add(
                    "complete -c mabsplan -n '__fish_seen_subcommand_from "
                        + name
                        + "'"
                        + Arrays.stream(option.names())
                            .map(
                                one ->
                                    one.startsWith("--")
                                        ? " -l " + one.substring(2)
                                        : " -s " + one.substring(1))
                            .collect(Collectors.joining())
                        + (option.arity().max() > 0 ? " -r" : "")
                        + " -d "
                        + inFish(inShort(option.description())));
              }
            });
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String inFish(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String powershell(CommandLine whole) {
    StringBuilder script = new StringBuilder("$mabsplanWords = @{\n");
    script.append(entry("", List.copyOf(whole.getSubcommands().keySet())));
    commands(whole)
        .forEach(
            (path, command) -> {
              List<String> words = new ArrayList<>(command.getSubcommands().keySet());
              options(command).forEach(option -> words.add(option.longestName()));
              script.append(entry(path, words));
            });
    return script
        .append(
            """
            }
            Register-ArgumentCompleter -Native -CommandName mabsplan -ScriptBlock {
              param($word, $typed, $cursor)
              $said = @($typed.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() } | Where-Object { $_ -notlike '-*' -and $_ -ne $word })
              $path = ($said | Select-Object -First 2) -join ' '
              if (-not $mabsplanWords.ContainsKey($path)) { $path = [string]($said | Select-Object -First 1) }
              $mabsplanWords[$path] | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """)
        .toString();
  }

  private static String entry(String path, List<String> words) {
    return words.stream()
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(", ", "  '" + path + "' = @(", ")\n"));
  }
}
