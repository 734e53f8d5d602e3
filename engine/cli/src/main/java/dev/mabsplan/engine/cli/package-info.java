/**
 * The {@code mabsplan} command: reads arguments and files, asks the planner, writes what it says
 * and ends with an exit code. The only place that prints, and the only one that ends the program;
 * it decides nothing about a plan. Here it starts, and what speaks of all commands is here; the
 * commands are in packages beside those that they are like, on what they share: {@code terminal},
 * {@code intake} and {@code option}.
 */
@NullMarked
package dev.mabsplan.engine.cli;

import org.jspecify.annotations.NullMarked;
