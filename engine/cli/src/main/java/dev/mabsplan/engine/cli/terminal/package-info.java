/**
 * What every command stands on: the streams, the terminal and the environment it runs in, how it
 * ends, and what it says of a file it can't read. Knows no command and no plan.
 */
@NullMarked
package dev.mabsplan.engine.cli.terminal;

import org.jspecify.annotations.NullMarked;
