/**
 * What DPM, MARS and the collector of Microsoft support write: alerts, logs, jobs, and reports. CSV
 * is read by a well-kept parser; the logs, the reports and the texts of the console have forms of
 * their own that no library knows, and are read line by line here.
 */
@NullMarked
package dev.mabsplan.facts.dpm;

import org.jspecify.annotations.NullMarked;
