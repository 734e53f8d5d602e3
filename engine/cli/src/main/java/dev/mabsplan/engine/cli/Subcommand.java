package dev.mabsplan.engine.cli;

import picocli.CommandLine.Command;

/**
 * What every command below {@code mabsplan} has: its help and version, and how these are headed.
 */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    exitCodeListHeading = "%nExit codes:%n",
    footerHeading = "%nExamples:%n")
abstract class Subcommand {}
