/**
 * Documents as trees that know where every piece was read, whether they are JSON or YAML; JSON in,
 * with limits and with faults in the words of somebody who writes it by hand, and JSON out. Knows
 * nothing of what the values mean.
 */
@NullMarked
package dev.mabsplan.facts.tree;

import org.jspecify.annotations.NullMarked;
