/**
 * Scenarios: given facts, the plan that is expected of them. Reads scenario files, whose every
 * piece knows its line; runs them against a planner; says what differs, which rule brought it about
 * and which came nearest to what is missing; follows plans to their end by the declared effects of
 * remedies; counts what is covered; and changes rules to see who notices. It knows rules by their
 * names and by what the session tells of them, and prints nothing: that is the report's.
 */
@NullMarked
package dev.mabsplan.engine.scenario;

import org.jspecify.annotations.NullMarked;
