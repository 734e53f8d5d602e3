/**
 * What a run of scenarios says, for people, for build servers and for programs: results, coverage
 * and mutation as text, JUnit XML and JSON. Reads results and decides nothing.
 */
@NullMarked
package dev.mabsplan.engine.report;

import org.jspecify.annotations.NullMarked;
