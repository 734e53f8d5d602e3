/** Commands that keep what came of remedies, and weigh it: outcomes and likelihoods. */
@NullMarked
package dev.mabsplan.engine.cli.outcome;

import org.jspecify.annotations.NullMarked;
