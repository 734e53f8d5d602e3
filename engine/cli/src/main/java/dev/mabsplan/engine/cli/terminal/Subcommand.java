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
public abstract class Subcommand {}
