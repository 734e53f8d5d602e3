package dev.mabsplan.engine.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The streams a command works with.
 *
 * @param in what is read for {@code -}
 * @param out takes the document and nothing else
 * @param err takes what is said about it
 */
public record Streams(InputStream in, PrintStream out, PrintStream err) {}
