/**
 * The vocabulary of observation: one record for each kind of fact that can be known about a backup
 * server and what it protects, the errors that were reported, and what was already tried. A fact
 * says what was seen and draws no conclusion; nothing here knows a rule, a remedy or a rule engine.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.facts;

import org.jspecify.annotations.NullMarked;
