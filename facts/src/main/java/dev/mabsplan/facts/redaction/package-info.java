/**
 * Names and addresses that others need not know, replaced by tokens that stay the same throughout
 * facts, remarks and paths. Not for secrets: these reach no facts in the first place.
 */
@NullMarked
package dev.mabsplan.facts.redaction;

import org.jspecify.annotations.NullMarked;
