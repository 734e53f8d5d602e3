/**
 * What others must not or need not know. Secrets reach no fact: this is the one place that knows
 * what one looks like, in files, messages, values of the registry and facts documents. Names and
 * addresses are replaced, where somebody wants it, by tokens that stay the same throughout facts,
 * remarks and paths. Knows texts and facts; nothing of formats or who is told of what was removed.
 */
@NullMarked
package dev.mabsplan.facts.privacy;

import org.jspecify.annotations.NullMarked;
