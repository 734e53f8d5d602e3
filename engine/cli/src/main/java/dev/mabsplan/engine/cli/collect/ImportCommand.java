package dev.mabsplan.engine.cli.collect;

import dev.mabsplan.engine.cli.option.InputOptions;
import dev.mabsplan.engine.cli.option.PackOptions;
import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.facts.document.FactsDocument;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns what Windows and DPM print into a facts document. */
@Command(
    name = "import",
    description =
        "Turns what Windows and DPM print into a facts document. What could not be read, and what"
            + " says nothing that is a fact, is listed on standard error.",
    exitCodeList = {
      "0:a facts document was made",
      "1:a fault of mabsplan itself",
      "2:arguments are not as they must be, nothing could be read, or facts contradict each other"
    },
    footer = {
      "  mabsplan import DPM_DATA.zip -o facts.json",
      "  mabsplan import logs --server MABS01:backupServer --redact"
    })
public final class ImportCommand extends Subcommand implements Callable<Integer> {

  @Mixin private final InputOptions input = new InputOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Writes to a file, in UTF-8, instead of standard output.")
  private @Nullable Path output;

  public ImportCommand(Surroundings around) {
    super(around);
  }

  @Override
  public Integer call() {
    if (input.isEmpty()) {
      throw new InputException(
          "what should be read? Give files, folders or ZIP archives, or - for standard input");
    }
    input.keepFrom(output);
    around.write(
        Optional.ofNullable(output),
        FactsDocument.write(input.read(around, new PackOptions(around.environment()))));
    return ExitCode.OK;
  }
}
