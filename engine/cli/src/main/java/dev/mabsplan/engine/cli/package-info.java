/**
 * The {@code mabsplan} command: reads arguments and files, asks the planner, writes what it says
 * and ends with an exit code. The only place that prints, and the only one that ends the program;
 * it decides nothing about a plan.
 */
@NullMarked
package dev.mabsplan.engine.cli;

import org.jspecify.annotations.NullMarked;
