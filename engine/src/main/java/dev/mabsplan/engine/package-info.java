/**
 * The way in for a program that embeds the planner: {@link dev.mabsplan.engine.Planner} takes facts
 * and gives a plan. It joins the other packages and holds no knowledge and no decision of its own.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.engine;

import org.jspecify.annotations.NullMarked;
