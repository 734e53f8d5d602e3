/**
 * What rules say, as far as their form shows it: patterns, conditions, calls, and the names they
 * look at. It is what the lint checks, what a mutant changes, what a report shows and what the
 * session lets run. How DRL is parsed, compiled or run is no business of this package.
 */
@NullMarked
package dev.mabsplan.engine.rule;

import org.jspecify.annotations.NullMarked;
