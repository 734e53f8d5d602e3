/**
 * Measures mabsplan: starts of the whole process, plans by JMH, and the matching of rules beside
 * other engines. Each writes JSON; {@code Tables} makes of it what stands in {@code
 * engine/BENCHMARKS.md}. Nothing that is published knows of this package.
 */
@NullMarked
package dev.mabsplan.engine.bench;

import org.jspecify.annotations.NullMarked;
