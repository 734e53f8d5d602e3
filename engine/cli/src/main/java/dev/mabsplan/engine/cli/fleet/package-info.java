/**
 * The command fleet: many documents in, a line or a plan each out, in their order and within a
 * bounded window, taken up again where a run before was stopped.
 */
@NullMarked
package dev.mabsplan.engine.cli.fleet;

import org.jspecify.annotations.NullMarked;
