/**
 * Following a plan step by step: which turn is next, and what an answer makes of the facts. Knows
 * plans and facts, and neither a planner nor a terminal: who leads somebody through a plan shows
 * the turn, asks, takes the facts that the answer gives, and plans again. Nothing is kept between
 * two turns but the facts, so that it can be left and resumed at any of them.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.engine.guide;

import org.jspecify.annotations.NullMarked;
