/**
 * Scenarios: given facts, the plan that is expected of them. Reads scenario files, runs them
 * against a planner and says what differs. A scenario knows rules only by their names, and nothing
 * of how they run.
 */
@NullMarked
package dev.mabsplan.engine.scenario;

import org.jspecify.annotations.NullMarked;
