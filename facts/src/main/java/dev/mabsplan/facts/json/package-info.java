/**
 * JSON that knows where every value was read, with limits and with faults in the words of somebody
 * who writes it by hand. Knows nothing of what the values mean.
 */
@NullMarked
package dev.mabsplan.facts.json;

import org.jspecify.annotations.NullMarked;
