/**
 * What came of remedies, kept without names, and what that says of how likely they are to help.
 * Counts and suggests; nothing here changes how a plan is made.
 */
@NullMarked
package dev.mabsplan.engine.outcome;

import org.jspecify.annotations.NullMarked;
