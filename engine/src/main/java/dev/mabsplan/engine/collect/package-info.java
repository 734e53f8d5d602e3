/**
 * The script that asks a server what plans want to know. It runs the commands of the questions as
 * they stand in the packs, and writes what they print in the form that {@code facts.input} reads.
 * Nothing here runs a command, and no command is written here.
 */
@NullMarked
package dev.mabsplan.engine.collect;

import org.jspecify.annotations.NullMarked;
