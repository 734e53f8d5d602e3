/** Commands that print a plan, or what speaks of one: plan, diff, what-if and explain. */
@NullMarked
package dev.mabsplan.engine.cli.plan;

import org.jspecify.annotations.NullMarked;
