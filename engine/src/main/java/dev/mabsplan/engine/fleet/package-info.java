/**
 * Plans for many: what is known of each document's servers from one plan to the next, what changed
 * in between, and what to mend first across all of them. Pure steps and records that a command on
 * one machine and a job on many work with alike; files, threads and clocks are not known here.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.engine.fleet;

import org.jspecify.annotations.NullMarked;
