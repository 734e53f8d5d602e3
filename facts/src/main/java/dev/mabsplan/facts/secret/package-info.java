/**
 * What a secret looks like: the one place that knows, for files, messages, values of the registry
 * and facts documents. Knows text only; nothing of files, JSON values, facts or who is told of what
 * was removed.
 */
@NullMarked
package dev.mabsplan.facts.secret;

import org.jspecify.annotations.NullMarked;
