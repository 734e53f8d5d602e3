package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.FileTrouble;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Streams;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.cli.terminal.Terminal;
import dev.mabsplan.engine.cli.terminal.Versions;
import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.engine.scenario.InvalidScenarioException;
import dev.mabsplan.engine.session.RuleFailedException;
import dev.mabsplan.engine.site.InvalidSiteException;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The {@code mabsplan} command. */
@Command(
    name = "mabsplan",
    description =
        "Derives an ordered remediation plan, with a reason for every step, from what was observed"
            + " about a failing Microsoft Azure Backup Server.",
    versionProvider = Versions.class,
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:a plan was made, empty or not",
      "1:a fault of mabsplan itself",
      "2:arguments, facts or a rule pack are not as they must be",
      "4:standard output can't be written whole: a full disk, a closed pipe",
      "10, 11, 12:with plan --detailed-exitcode; see there",
      "10:with diff and what-if: something differs",
      "10, 12:with guide; see there",
      "3:with fleet: a document is not as it must be; all others have their plan",
      "1, 2, 3:with test and lint have meanings of their own; see there"
    })
public final class Mabsplan {

  private Mabsplan() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String[] args) {
    SecondCompiler.doWithout();
    // JDK 25 would make classes for calls that are made once; the launcher says the same
    System.setProperty("jdk.reflect.useNativeAccessorOnly", "true");
    Terminal terminal = Terminal.current();
    StandardOutput written = new StandardOutput();
    PrintStream out = new PrintStream(written, false, terminal.charset());
    PrintStream err = new PrintStream(System.err, true, terminal.charset());
    int code;
    try {
      code = run(new Streams(System.in, out, err), terminal, System.getenv(), args);
    } catch (OutOfMemoryError e) {
      err.println(
          "mabsplan: this takes more memory than Java was given; hand over less, or give it more:"
              + " JAVA_OPTS=-Xmx2g");
      code = ExitCode.INPUT;
    }
    out.flush();
    Optional<String> lost = written.lost();
    if (lost.isPresent()) {
      err.println(Printable.of("mabsplan: standard output can't be written: " + lost.get()));
      code = ExitCode.NOT_WRITTEN;
    }
    System.exit(code);
  }

  static int run(
      Streams streams, Terminal terminal, Map<String, String> environment, String... args) {
    Surroundings around = new Surroundings(streams, terminal, environment);
    CommandLine command = new CommandLine(new Mabsplan());
    Commands.wanted(around, args).forEach(command::addSubcommand);
    // what others wrote is handed over as an argument: it chooses no options
    command.setExpandAtFiles(false);
    command.setOut(writer(streams.out(), terminal));
    command.setErr(writer(streams.err(), terminal));
    command.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.bold(environment) ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    command.setExecutionExceptionHandler(new Faults(streams));
    command.setParameterExceptionHandler((e, line) -> Misuse.said(e));
    return command.execute(args);
  }

  /** Before Java 18 a writer does not ask the stream for its charset. */
  private static PrintWriter writer(PrintStream stream, Terminal terminal) {
    return new PrintWriter(new OutputStreamWriter(stream, terminal.charset()), true);
  }

  /** Bad input is said in lines, one a fault; anything else is ours and comes with its trace. */
  private record Faults(Streams streams) implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
        Exception exception, CommandLine commandLine, ParseResult parseResult) {
      if (exception instanceof InvalidFactsException invalid) {
        return input("the facts", invalid.faults());
      }
      if (exception instanceof InvalidPackException invalid) {
        return input("a rule pack", invalid.faults());
      }
      if (exception instanceof InvalidSiteException invalid) {
        return input("the site file", invalid.faults());
      }
      if (exception instanceof RuleFailedException failed) {
        return input("a rule pack", failed.faults());
      }
      if (exception instanceof InvalidScenarioException invalid) {
        return input("a scenario", invalid.faults());
      }
      if (exception instanceof InputException invalid) {
        streams.err().println(Printable.of("mabsplan: " + invalid.getMessage()));
        return ExitCode.INPUT;
      }
      if (exception instanceof UncheckedIOException unread
          && unread.getCause() instanceof FileSystemException file) {
        streams
            .err()
            .println(
                Printable.of(
                    "mabsplan: can't read " + file.getFile() + ": " + FileTrouble.why(file)));
        return ExitCode.INPUT;
      }
      streams
          .err()
          .println("mabsplan: a fault of mabsplan itself; please report it with what follows");
      exception.printStackTrace(streams.err());
      return ExitCode.INTERNAL;
    }

    private int input(String what, List<Fault> faults) {
      faults.forEach(fault -> streams.err().println(Printable.of(fault.message())));
      streams
          .err()
          .println(
              "mabsplan: "
                  + what
                  + " can't be used: "
                  + (faults.size() == 1 ? "1 fault" : faults.size() + " faults"));
      return ExitCode.INPUT;
    }
  }
}
