/**
 * A fleet on Apache Flink: keyed by server, with facts and what is known of them in state. What a
 * plan is, what changes and how steps rank is not decided here but in {@code engine.fleet}.
 */
@NullMarked
package dev.mabsplan.engine.flink;

import org.jspecify.annotations.NullMarked;
