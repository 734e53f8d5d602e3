/**
 * The same dozen rules over the same facts in other engines and by hand, each in a process of its
 * own. What they decide is compared before any time counts.
 */
@NullMarked
package dev.mabsplan.engine.bench.side;

import org.jspecify.annotations.NullMarked;
