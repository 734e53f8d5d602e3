package dev.mabsplan.engine.cli.terminal;

import picocli.CommandLine.Command;

/**
 * What every command below {@code mabsplan} has: its help and version, and how these are headed.
 */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    exitCodeListHeading = "%nExit codes:%n",
    footerHeading = "%nExamples:%n")
public abstract class Subcommand {

  /** What it runs in. */
  protected final Surroundings around;

  /** Makes a command that runs in these surroundings. */
  protected Subcommand(Surroundings around) {
    this.around = around;
  }
}
