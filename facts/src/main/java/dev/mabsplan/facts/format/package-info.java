/**
 * What every reader of native output stands on: a file as text, its lines, the rows of its JSON,
 * and what is noted of it. Every fact keeps file and line; what can't be read is listed with why,
 * and hides nothing else. JSON is parsed by a well-kept library, once a file. A format of rows is
 * declared: {@link dev.mabsplan.facts.format.RowFormat} is a file of them, {@link
 * dev.mabsplan.facts.format.RowFact} the fact that a row is, and {@link
 * dev.mabsplan.facts.format.Column} what a column of it holds. Knows no format itself.
 */
@NullMarked
package dev.mabsplan.facts.format;

import org.jspecify.annotations.NullMarked;
