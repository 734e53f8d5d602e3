/**
 * What there is to read beside a plan: of a run of scenarios results, coverage and mutation, of the
 * rule packs what they say of an id; for people, for build servers and for programs, as text, JUnit
 * XML and JSON. Reads and decides nothing.
 */
@NullMarked
package dev.mabsplan.engine.report;

import org.jspecify.annotations.NullMarked;
